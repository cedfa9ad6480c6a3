package org.trm.deploy.separated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** All that readers are told, while nobody acts. */
final class Readers {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PROJECTIONS = "/api/admin/projections";

    private final Api api;

    Readers(Api api) {
        this.api = api;
    }

    /** The address at which a replay of a view is asked for. */
    static String replay(String view) {
        return PROJECTIONS + "/" + view + "/replay";
    }

    /** Waits until the views have taken in, of themselves, everything that was recorded. */
    void awaitEverything() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(projections()).isNotEmpty().allSatisfy(view -> {
                    assertThat(view.path("lagEvents").asLong(-1)).as("%s", view).isZero();
                    assertThat(view.path("state").asString()).as("%s", view).isEqualTo("LIVE");
                }));
    }

    private List<JsonNode> projections() throws IOException, InterruptedException {
        return api.all(Login.OPERATOR, PROJECTIONS);
    }

    Map<String, Chronicle> chronicles() throws IOException, InterruptedException {
        Map<String, Chronicle> chronicles = new TreeMap<>();
        for (String caseId : cases()) {
            chronicles.put(caseId, Chronicle.of(api, caseId));
        }
        return chronicles;
    }

    private List<String> cases() throws IOException, InterruptedException {
        return api.all(Login.SEE_COORDINATOR, "/api/cases?limit=200").stream()
                .map(line -> line.path("caseId").asString())
                .distinct()
                .toList();
    }

    /** By login and address. */
    Map<String, String> told() throws IOException, InterruptedException {
        Map<String, String> told = new TreeMap<>();
        for (String caseId : cases()) {
            for (String of : List.of("", "/referrals", "/custody", "/timeline?limit=200")) {
                for (Login login : List.of(Login.SEE_COORDINATOR, Login.BG_FOCAL_POINT, Login.RO_FOCAL_POINT)) {
                    String path = "/api/cases/" + caseId + of;
                    Answer answer = api.send(api.as(login, path).GET());
                    told.put(login + " " + path, answer.status() + " " + answer.body());
                }
            }
        }
        return told;
    }

    /** Makes every view anew, and waits until it is read. One that was begun on a node that was killed stands in nobody's way. */
    void replayEveryView() throws IOException, InterruptedException {
        for (JsonNode view : projections()) {
            String name = view.path("name").asString();
            int before = view.path("generation").asInt();
            Answer begun = api.send(api.as(Login.OPERATOR, replay(name)).POST(BodyPublishers.noBody()));
            assertThat(begun.status()).as("%s", begun).isEqualTo(202);
            await(name)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(generation(name)).isGreaterThan(before));
        }
    }

    private int generation(String name) throws IOException, InterruptedException {
        return projections().stream()
                .filter(view -> view.path("name").asString().equals(name))
                .mapToInt(view -> view.path("generation").asInt())
                .findFirst()
                .orElseThrow();
    }
}
