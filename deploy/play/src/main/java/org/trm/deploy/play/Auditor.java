package org.trm.deploy.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the case after the play: what was recorded, who was responsible when, and how it stood in between. */
final class Auditor {
    private static final Login WHO = Login.AUDITOR;

    private final Service service;
    private final Sheet sheet;
    private final String caseId;

    Auditor(Service service, Sheet sheet, String caseId) {
        this.service = service;
        this.sheet = sheet;
        this.caseId = caseId;
    }

    /**
     * Prints every event as a sentence; there must be as many as the case has versions.
     *
     * @return when each version was recorded
     */
    Map<Long, String> timeline(long version) throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        Map<Long, String> recorded = new HashMap<>();
        for (JsonNode entry :
                read("/timeline?limit=200&atLeastVersion=" + version).path("items")) {
            String at = entry.path("at").asString();
            recorded.put(entry.path("version").asLong(), at);
            rows.add(List.of(
                    entry.path("version").asString(),
                    readable(at),
                    entry.path("sentence").asString()));
        }
        Unexpected.unless(rows.size() == version, "The timeline", version + " entries", rows.size() + " entries");
        sheet.table("Timeline, as the auditor reads it", List.of("No", "Recorded (UTC)", "What happened"), rows);
        return recorded;
    }

    /** Prints who was responsible: each from the moment on at which the one before ceased to be so, by two signatures. */
    void custody(long version, String... countries) throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        List<String> holders = new ArrayList<>();
        String until = null;
        for (JsonNode custody : read("/custody?atLeastVersion=" + version).path("custodies")) {
            String since = custody.path("since").asString();
            int signatures = custody.path("acknowledgements").size();
            boolean follows = until == null ? signatures == 0 : until.equals(since) && signatures == 2;
            Unexpected.unless(follows, "The custody chain", "from " + until + ", by both sides", custody);
            holders.add(custody.path("country").asString());
            until = custody.path("until").asString("");
            rows.add(List.of(
                    custody.path("organisation").asString(),
                    readable(since),
                    until.isEmpty() ? "now" : readable(until),
                    signatures(custody)));
        }
        Unexpected.unless(holders.equals(List.of(countries)), "The custody chain", List.of(countries), holders);
        sheet.table("Custody chain", List.of("Responsible", "Since (UTC)", "Until (UTC)", "Acknowledged by"), rows);
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        Answer answer = service.get(WHO, "/api/cases/" + caseId + path);
        Unexpected.unless(answer.status() == 200, WHO + " reads " + path, 200, answer);
        return answer.body();
    }

    private static String signatures(JsonNode custody) {
        List<String> signed = custody.path("acknowledgements")
                .valueStream()
                .map(a -> a.path("organisation").asString() + " "
                        + readable(a.path("at").asString()))
                .toList();
        return signed.isEmpty() ? "opened the case" : String.join(", ", signed);
    }

    private static String readable(String instant) {
        return instant.replace('T', ' ').replaceAll("(\\.\\d+)?Z$", "");
    }
}
