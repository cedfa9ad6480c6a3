package org.trm.deploy.play;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Looks at the case from the query side, as the coordinator of the network to which both countries belong. */
final class Coordinator {
    private final Service service;

    /**
     * Where a case stands.
     *
     * @param state that of its referral once there is one, before it that of the identification
     */
    record Sight(String state, String responsible, String waitingOn) {}

    Coordinator(Service service) {
        this.service = service;
    }

    /** Sees the case as it stands at this version or later, however soon after the act. */
    Sight look(String caseId, long version) throws IOException, InterruptedException {
        return see("/api/cases/" + caseId + "?atLeastVersion=" + version);
    }

    /** Sees the case as it stood at this version. */
    Sight lookBack(String caseId, long version) throws IOException, InterruptedException {
        return see("/api/cases/" + caseId + "?asOf=" + version);
    }

    private Sight see(String path) throws IOException, InterruptedException {
        Answer answer = service.get(Login.COORDINATOR, path);
        Unexpected.unless(answer.status() == 200, Login.COORDINATOR + " looks at the case", 200, answer);
        return sight(answer.body());
    }

    private static Sight sight(JsonNode body) {
        JsonNode referral = body.path("referrals").path(0);
        JsonNode state = referral.isMissingNode() ? body.path("identification") : referral.path("state");
        return new Sight(
                state.asString(),
                body.path("responsible").path("country").asString(),
                body.path("waitingOn").asString(""));
    }
}
