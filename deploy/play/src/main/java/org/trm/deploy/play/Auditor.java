package org.trm.deploy.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Replays the case after the play: what was recorded, who was responsible when, and how it stood in between. */
final class Auditor {
    private static final Login WHO = Login.AUDITOR;

    private final Service service;
    private final Sheet sheet;

    Auditor(Service service, Sheet sheet) {
        this.service = service;
        this.sheet = sheet;
    }

    /** Prints every event as a sentence; there must be as many as the case has versions. */
    void timeline(String caseId, long version) throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode entry : items("/api/cases/" + caseId + "/timeline?limit=200&atLeastVersion=" + version)) {
            rows.add(texts(entry, "version", "at", "sentence"));
        }
        Unexpected.unless(rows.size() == version, "The timeline", version + " entries", rows.size() + " entries");
        sheet.table("Timeline, as the auditor reads it", List.of("No", "Recorded (UTC)", "What happened"), rows);
    }

    private JsonNode items(String path) throws IOException, InterruptedException {
        Answer answer = service.get(WHO, path);
        Unexpected.unless(answer.status() == 200, WHO + " reads " + path, 200, answer);
        return answer.body().path("items");
    }

    private static List<String> texts(JsonNode node, String... fields) {
        return List.of(fields).stream()
                .map(field -> node.path(field).asString(""))
                .toList();
    }

    void pastAgrees(Map<Long, String> past) {}
}
