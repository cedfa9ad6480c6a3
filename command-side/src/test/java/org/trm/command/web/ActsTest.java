package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts over HTTP down to the events: what is answered, what is recorded, and what asking again does. */
@EdgeWithStore.Used
class ActsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FOCAL_POINT = "BG NATIONAL_FOCAL_POINT";
    static final String CASE = """
            {"detectionSource": "NGO", "minimalDataSet": {"ageBand": "FROM_21_TO_23", "gender": "FEMININE",
             "language": "ron", "citizenship": "RO", "exploitation": "SEXUAL_EXPLOITATION", "needs": ["SHELTER"],
             "urgency": "URGENT", "riskLevel": "MEDIUM", "legalStayNeed": "CITIZEN_OR_PERMANENT_RESIDENT"}}""";
    private static final String DRAFT =
            "{\"kind\": \"CUSTODY_TRANSFER\", \"to\": \"RO\", \"reason\": \"VOLUNTARY_RETURN\", \"urgency\": \"URGENT\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoActsForNoCountryIsNotToldWhetherThereIsACase() throws Exception {
        for (String caseId : List.of(opened(), Ids.next().toString())) {
            HttpResponse<String> answer = send(
                    "- SYSTEM_OPERATOR", "/api/cases/" + caseId + "/closure", "{\"reason\": \"DECEASED\"}", Map.of());
            assertThat(json(answer, 403).get("code").stringValue()).isEqualTo("ROLE_NOT_ALLOWED");
        }
    }

    @Test
    void anActAnswersWithItsCaseItsVersionAndWhereToReadIt() throws Exception {
        HttpResponse<String> opened = post("/api/cases", CASE);
        JsonNode receipt = json(opened, 201);
        String caseId = receipt.get("caseId").stringValue();
        assertThat(opened.headers().firstValue("Location")).hasValue("/api/cases/" + caseId);
        assertThat(opened.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store, private");
        assertThat(receipt.get("version").longValue()).isEqualTo(1);
        assertThat(UUID.fromString(caseId).version()).isEqualTo(7);

        HttpResponse<String> assessed = post("/api/cases/" + caseId + "/needs", "{\"needs\": []}");
        assertThat(json(assessed, 200).propertyNames()).containsExactlyInAnyOrder("caseId", "version");
        assertThat(assessed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(events(caseId)).isEqualTo(2);
    }

    @Test
    void aReferralThatComesIntoBeingHasAnIdOfItsOwn() throws Exception {
        String caseId = opened();
        HttpResponse<String> drafted = post("/api/cases/" + caseId + "/referrals", DRAFT);
        String referralId = json(drafted, 201).get("referralId").stringValue();
        assertThat(drafted.headers().firstValue("Location"))
                .hasValue("/api/cases/" + caseId + "/referrals/" + referralId);
        String withdrawal = "/api/cases/" + caseId + "/referrals/" + referralId + "/withdrawal";
        JsonNode withdrawn = json(post(withdrawal, "{\"reason\": \"DRAFT_DISCARDED\"}"), 200);
        assertThat(withdrawn.get("version").longValue()).isEqualTo(3);
        assertThat(events(caseId)).isEqualTo(3);
    }

    @Test
    void anIdThatTheClientChoseIsKept() throws Exception {
        UUID chosen = Ids.next();
        String body = CASE.replaceFirst("\\{", "{\"caseId\": \"" + chosen + "\",");
        assertThat(json(post("/api/cases", body), 201).get("caseId").stringValue())
                .isEqualTo(chosen.toString());
        JsonNode problem = json(post("/api/cases", body), 422);
        assertThat(problem.get("code").stringValue()).isEqualTo("CASE_ID_UNUSABLE");
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgainAndNoSecondEvent() throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = keyed("/api/cases", CASE, key);
        HttpResponse<String> again = keyed("/api/cases", CASE, key);
        String caseId = json(first, 201).get("caseId").stringValue();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(events(caseId)).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsToldAgainSaysSo() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(replayed(keyed("/api/cases", CASE, key))).isEmpty();
        assertThat(replayed(keyed("/api/cases", CASE, key))).hasValue("true");
        assertThat(replayed(keyed("/api/cases", CASE, key + "-other"))).isEmpty();

        String closing = "/api/cases/" + opened() + "/reopening";
        String refused = "{\"reason\": \"CONTACT_REGAINED\"}";
        HttpResponse<String> first = keyed(closing, refused, key + "-refused");
        HttpResponse<String> again = keyed(closing, refused, key + "-refused");
        assertThat(first.statusCode()).isIn(409, 422);
        assertThat(replayed(first)).isEmpty();
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(replayed(again)).hasValue("true");
    }

    private static Optional<String> replayed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotency-Replayed");
    }

    @Test
    void theDescriptionOfAnActTellsOfAnswersThatAreToldAgain() throws Exception {
        JsonNode responses = ApiDocument.fetch(port).at("/paths/~1api~1cases/post/responses");
        for (String status : List.of("201", "409", "422")) {
            assertThat(responses.at("/" + status + "/headers").propertyNames()).contains("Idempotency-Replayed");
        }
        assertThat(responses.at("/404/headers").isMissingNode()).isTrue();
    }

    @Test
    void askingAgainIsAnsweredBeforeTheVersionIsLookedAt() throws Exception {
        String caseId = opened();
        Map<String, String> headers = Map.of("Idempotency-Key", "needs-1", "If-Match", "\"1\"");
        String path = "/api/cases/" + caseId + "/needs";
        assertThat(json(send(FOCAL_POINT, path, "{\"needs\": []}", headers), 200)
                        .get("version")
                        .longValue())
                .isEqualTo(2);
        post(path, "{\"needs\": [\"FOOD\"]}");
        assertThat(json(send(FOCAL_POINT, path, "{\"needs\": []}", headers), 200)
                        .get("version")
                        .longValue())
                .isEqualTo(2);
        assertThat(events(caseId)).isEqualTo(3);
    }

    @Test
    void theSameKeyWithAnotherBodyOrAddressIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        String caseId = json(keyed("/api/cases", CASE, key), 201).get("caseId").stringValue();
        for (HttpResponse<String> other : List.of(
                keyed("/api/cases", CASE.replace("NGO", "POLICE"), key),
                keyed("/api/cases/" + caseId + "/needs", "{\"needs\": []}", key))) {
            assertThat(json(other, 422).get("code").stringValue()).isEqualTo("KEY_REUSED");
        }
        assertThat(events(caseId)).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToWhoeverChoseIt() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", "shared by chance");
        Map<String, String> same = Map.of("Idempotency-Key", "shared-by-chance");
        assertThat(send(FOCAL_POINT, "/api/cases", CASE, key).statusCode()).isEqualTo(400);
        JsonNode ours = json(send(FOCAL_POINT, "/api/cases", CASE, same), 201);
        JsonNode theirs = json(send("RO NATIONAL_FOCAL_POINT", "/api/cases", CASE, same), 201);
        assertThat(ours.get("caseId")).isNotEqualTo(theirs.get("caseId"));
    }

    @Test
    void ofManyWhoAskAtOnceUnderOneKeyOneActs() {
        String caseId = opened();
        String path = "/api/cases/" + caseId + "/needs";
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 16)
                .mapToObj(i -> CLIENT.sendAsync(
                        request(FOCAL_POINT, path, "{\"needs\": []}", Map.of("Idempotency-Key", "at-once")),
                        BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            HttpResponse<String> answer = one.join();
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
            if (answer.statusCode() == 409) {
                assertThat(answer.body()).contains("KEY_IN_USE");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
        }
        assertThat(events(caseId)).isEqualTo(2);
    }

    @Test
    void aRefusalIsRememberedWithTheKeyToo() throws Exception {
        String caseId = opened();
        String path = "/api/cases/" + caseId + "/minority";
        Map<String, String> key = Map.of("Idempotency-Key", "refused-once");
        json(post("/api/cases/" + caseId + "/minority", "{}"), 200);
        HttpResponse<String> refused = send(FOCAL_POINT, path, "{}", key);
        assertThat(json(refused, 409).get("code").stringValue()).isEqualTo("ALREADY_MINOR");
        HttpResponse<String> again = send(FOCAL_POINT, path, "{}", key);
        assertThat(json(again, 409).get("code").stringValue()).isEqualTo("ALREADY_MINOR");
        assertThat(jdbc.sql("SELECT count(*) FROM acts.idempotency WHERE rule = 'ALREADY_MINOR' AND case_id = ?")
                        .param(UUID.fromString(caseId))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anUnmetVersionIsToldWithBothVersions() throws Exception {
        String caseId = opened();
        post("/api/cases/" + caseId + "/needs", "{\"needs\": []}");
        HttpResponse<String> unmet = send(
                FOCAL_POINT, "/api/cases/" + caseId + "/needs", "{\"needs\": []}", Map.of("If-Match", "\"1-1a2b\""));
        JsonNode problem = json(unmet, 412);
        JsonNode facts = problem.get("facts");
        assertThat(facts.get("expectedVersion").stringValue()).isEqualTo("1");
        assertThat(facts.get("version").stringValue()).isEqualTo("2");
        assertThat(facts.get("timeline").stringValue()).isEqualTo("/api/cases/" + caseId + "/timeline");
        assertThat(problem.get("since").toString()).isEqualTo("[{\"version\":2,\"event\":\"NeedsAssessed\"}]");
        assertThat(send(FOCAL_POINT, "/api/cases/" + caseId + "/needs", "{\"needs\": []}", Map.of("If-Match", "\"2\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoActsOnACaseThatSheDoesNotSeeIsToldNoVersionOfIt() throws Exception {
        String caseId = opened();
        String needs = "/api/cases/" + caseId + "/needs";
        for (Map<String, String> terms : List.of(Map.of("If-Match", "\"1\""), Map.of("Idempotency-Key", "unseen"))) {
            HttpResponse<String> done = send("BG NGO_CASE_MANAGER NGO1", needs, "{\"needs\": []}", terms);
            assertThat(json(done, 200).propertyNames()).containsExactly("caseId");
            assertThat(done.headers().firstValue("ETag")).isEmpty();
        }
        JsonNode unmet =
                json(send("BG NGO_CASE_MANAGER NGO1", needs, "{\"needs\": []}", Map.of("If-Match", "\"1\"")), 412);
        assertThat(unmet.get("code").stringValue()).isEqualTo("VERSION_MISMATCH");
        assertThat(unmet.propertyNames()).doesNotContain("facts", "since");
        assertThat(events(caseId)).isEqualTo(3);
    }

    @Test
    void whoActsForNoCountryIsToldWhoMayAsEverybodyIs() throws Exception {
        String needs = "/api/cases/" + opened() + "/needs";
        HttpResponse<String> refused =
                send("- REGIONAL_COORDINATOR", needs, "{\"needs\": []}", Map.of("If-Match", "\"7\""));
        assertThat(problem(refused, 403)).isEqualTo("ROLE_NOT_ALLOWED");
        JsonNode auditor = json(send("BG AUDITOR", needs, "{\"needs\": []}", Map.of()), 403);
        assertThat(auditor.at("/facts/allowed").stringValue())
                .startsWith("NATIONAL_FOCAL_POINT, ")
                .endsWith(", GUARDIAN")
                .isEqualTo(json(refused, 403).at("/facts/allowed").stringValue());
    }

    @Test
    void whoOpensACaseIsToldItsVersionWhateverHerProfession() throws Exception {
        HttpResponse<String> opened = send("BG NGO_CASE_MANAGER NGO1", "/api/cases", CASE, Map.of());
        String needs = "/api/cases/" + json(opened, 201).get("caseId").stringValue() + "/needs";
        assertThat(opened.headers().firstValue("ETag")).hasValue("\"1\"");
        JsonNode unmet =
                json(send("BG NGO_CASE_MANAGER NGO1", needs, "{\"needs\": []}", Map.of("If-Match", "\"7\"")), 412);
        assertThat(unmet.at("/facts/version").stringValue()).isEqualTo("1");
    }

    @Test
    void whoCannotReadTheAnswerDoesNotAct() throws Exception {
        String caseId = opened();
        String needs = "/api/cases/" + caseId + "/needs";
        for (String accept : List.of("text/html", "image/*, application/json;q=0", "nonsense")) {
            HttpResponse<String> answer = send(FOCAL_POINT, needs, "{\"needs\": []}", Map.of("Accept", accept));
            assertThat(problem(answer, 406)).isEqualTo("NOT_ACCEPTABLE");
        }
        assertThat(events(caseId)).isEqualTo(1);
        assertThat(send(FOCAL_POINT, needs, "{\"needs\": []}", Map.of("Accept", "text/html, */*;q=0.1"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyKindOfRefusalHasItsStatus() throws Exception {
        String caseId = opened();
        String needs = "/api/cases/" + caseId + "/needs";
        assertThat(problem(send("BG AUDITOR", needs, "{\"needs\": []}", Map.of()), 403))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(problem(send("RO NATIONAL_FOCAL_POINT", needs, "{\"needs\": []}", Map.of()), 404))
                .isEqualTo("UNKNOWN_CASE");
        assertThat(problem(post("/api/cases/" + Ids.next() + "/needs", "{\"needs\": []}"), 404))
                .isEqualTo("UNKNOWN_CASE");
        assertThat(problem(post("/api/cases/" + caseId + "/reopening", "{\"reason\": \"RETURNED\"}"), 422))
                .isEqualTo("CONTENT_INVALID");
        JsonNode future = json(post(needs, "{\"needs\": [], \"occurredOn\": \"2199-01-01\"}"), 422);
        assertThat(future.get("errors").get(0).get("pointer").stringValue()).isEqualTo("/occurredOn");
        assertThat(future.get("errors").get(0).get("code").stringValue()).isEqualTo("OCCURRED_IN_FUTURE");
        assertThat(problem(post(needs + "?dryRun=true", "{\"needs\": []}"), 400))
                .isEqualTo("MALFORMED_PARAMETER");
        assertThat(events(caseId)).isEqualTo(1);
    }

    @Test
    void eventsCarryTheActAndTheTraceOfItsCaller() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> opened =
                send(FOCAL_POINT, "/api/cases", CASE, Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        String caseId = json(opened, 201).get("caseId").stringValue();
        JsonNode metadata = JsonMapper.shared()
                .readTree(jdbc.sql("SELECT metadata FROM events.domain_event WHERE aggregate_identifier = ?")
                        .param(caseId)
                        .query(byte[].class)
                        .single());
        assertThat(metadata.get("commandId").stringValue()).isEqualTo(caseId);
        assertThat(metadata.get("correlationId").stringValue()).isEqualTo("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
        assertThat(metadata.has("request")).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> theExampleOfEveryActIsRead() throws Exception {
        HttpResponse<String> document =
                CLIENT.send(HttpRequest.newBuilder(uri("/v3/api-docs/command")).build(), BodyHandlers.ofString());
        String caseId = opened();
        return ApiDocument.acts(json(document, 200)).stream()
                .map(act -> DynamicTest.dynamicTest(act.operation(), () -> {
                    String path = act.path().replaceFirst("/api/cases/[^/]+", "/api/cases/" + caseId);
                    String example = act.example().toString().replace(ApiDocument.SOME_ID, caseId);
                    HttpResponse<String> answer = post(path, example);
                    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 202, 403, 404, 409, 422);
                    assertThat(answer.body()).doesNotContain(Fault.CONTENT_INVALID.name());
                }));
    }

    private String opened() {
        try {
            return json(post("/api/cases", CASE), 201).get("caseId").stringValue();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long events(String caseId) {
        return jdbc.sql("SELECT count(*) FROM events.domain_event WHERE aggregate_identifier = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    private static String problem(HttpResponse<String> answer, int status) {
        return json(answer, status).get("code").stringValue();
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(FOCAL_POINT, path, body, Map.of());
    }

    private HttpResponse<String> keyed(String path, String body, String key) throws Exception {
        return send(FOCAL_POINT, path, body, Map.of("Idempotency-Key", key));
    }

    private HttpResponse<String> send(String actor, String path, String body, Map<String, String> headers)
            throws Exception {
        return CLIENT.send(request(actor, path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String actor, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Actor", actor)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
