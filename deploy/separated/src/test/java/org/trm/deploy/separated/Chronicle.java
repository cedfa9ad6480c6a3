package org.trm.deploy.separated;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the mechanism tells of one case, once it is quiet.
 *
 * @param steps its history, as an auditor of the country that is responsible reads it
 * @param custodies who has been responsible, as the coordinator of the network is told
 */
record Chronicle(String caseId, List<JsonNode> steps, List<JsonNode> custodies) {
    static Chronicle of(Api api, String caseId) throws IOException, InterruptedException {
        Answer custody = api.send(api.as(Login.SEE_COORDINATOR, "/api/cases/" + caseId + "/custody")
                .GET());
        List<JsonNode> custodies =
                List.copyOf(custody.body().path("custodies").valueStream().toList());
        String last = custodies.get(custodies.size() - 1).path("country").asString();
        Login auditor = last.equals("BG") ? Login.BG_AUDITOR : Login.RO_AUDITOR;
        return new Chronicle(caseId, api.all(auditor, "/api/audit/cases/" + caseId + "/history?limit=200"), custodies);
    }

    /** The country that was responsible once the case had this version. */
    String responsibleAt(long version) {
        TreeMap<Long, String> since = new TreeMap<>();
        custodies.forEach(custody -> since.put(
                custody.path("sinceVersion").asLong(), custody.path("country").asString()));
        return since.floorEntry(version).getValue();
    }

    static boolean isOfTheClock(JsonNode step) {
        return step.path("who").path("kind").asString().equals("CLOCK");
    }
}
