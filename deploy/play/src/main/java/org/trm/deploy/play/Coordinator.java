package org.trm.deploy.play;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Looks at the case from the query side, as the coordinator of the network to which both countries belong. */
final class Coordinator {
    private final Service service;

    /**
     * Where a case stands.
     *
     * @param state that of its referral once there is one, before it that of the identification
     * @param waitingOn the countries on which the referral waits
     */
    record Sight(String state, String responsible, String waitingOn) {}

    Coordinator(Service service) {
        this.service = service;
    }

    /** Sees the case as it stands at this version or later, however soon after the act. */
    Sight look(String caseId, long version) throws IOException, InterruptedException {
        return see(caseId, "?atLeastVersion=" + version);
    }

    /**
     * Sees the case as it stood.
     *
     * @param then a version of the case, or an instant
     */
    Sight lookBack(String caseId, String then) throws IOException, InterruptedException {
        return see(caseId, "?asOf=" + then);
    }

    private Sight see(String caseId, String when) throws IOException, InterruptedException {
        JsonNode body = body("/api/cases/" + caseId + when);
        JsonNode referral = body("/api/cases/" + caseId + "/referrals" + when)
                .path("referrals")
                .path(0);
        JsonNode state = referral.isMissingNode() ? body.path("identification") : referral.path("state");
        return new Sight(
                state.asString(),
                body.path("responsible").path("country").asString(""),
                texts(referral.path("waitingOn")).stream().collect(Collectors.joining(", ")));
    }

    private JsonNode body(String path) throws IOException, InterruptedException {
        Answer answer = service.get(Login.COORDINATOR, path);
        Unexpected.unless(answer.status() == 200, Login.COORDINATOR + " looks at the case", 200, answer);
        return answer.body();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
