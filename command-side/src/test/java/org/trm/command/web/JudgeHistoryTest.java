package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asking what another procedure would have made of a history, over HTTP down to the store. What a country publishes holds for all tests. */
@EdgeWithStore.Used
class JudgeHistoryTest {
    private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private static final String CASE = """
            {"detectionSource": "NGO", "minimalDataSet": {"ageBand": "FROM_21_TO_23", "gender": "FEMININE",
             "language": "ron", "citizenship": "RO", "exploitation": "SEXUAL_EXPLOITATION", "needs": ["SHELTER"],
             "urgency": "URGENT", "riskLevel": "MEDIUM", "legalStayNeed": "CITIZEN_OR_PERMANENT_RESIDENT"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ObjectNode procedure;
    private String address;

    @BeforeEach
    void aCaseInWhichAHundredDaysToReflectWereGranted() throws Exception {
        procedure = (ObjectNode) ApiDocument.acts(ApiDocument.fetch(port)).stream()
                .filter(act -> act.operation().equals("publishProcedure"))
                .findFirst()
                .orElseThrow()
                .example();
        address = granted("EE");
    }

    private String granted(String country) {
        String opened = "/api/cases/"
                + new Caller(port, country + " NATIONAL_FOCAL_POINT")
                        .does("/api/cases", CASE, 201)
                        .get("caseId")
                        .stringValue();
        Caller authority = new Caller(port, country + " COMPETENT_AUTHORITY");
        authority.does(opened + "/reasonable-grounds", "{\"found\": true}", 200);
        authority.does(
                opened + "/reflection-period",
                "{\"from\": \"" + YESTERDAY + "\", \"until\": \"" + YESTERDAY.plusDays(100) + "\"}",
                200);
        return opened;
    }

    private Caller estonian(String role) {
        return new Caller(port, "EE " + role);
    }

    private JsonNode judged(Caller asker, String question) {
        return asker.does(address + "/judgement/history", question, 200);
    }

    private static JsonNode act(JsonNode judged, String act) {
        return judged.get("acts")
                .valueStream()
                .filter(one -> one.has("act") && one.get("act").stringValue().equals(act))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAuditorIsToldWhatAVersionThatWasPublishedLaterWouldHaveRefused() {
        address = granted("LT");
        Caller auditor = new Caller(port, "LT AUDITOR");
        procedure.put("reflectionDays", 120);
        int next = published();

        JsonNode judged = judged(auditor, "{\"country\": \"LT\", \"version\": " + next + "}");

        assertThat(judged.get("hypothetical").booleanValue()).isTrue();
        assertThat(judged.get("country").stringValue()).isEqualTo("LT");
        assertThat(judged.get("procedure").intValue()).isEqualTo(next);
        assertThat(judged.get("version").longValue()).isEqualTo(3);
        assertThat(judged.get("refused").intValue()).isOne();
        JsonNode grant = act(judged, "grantReflectionPeriod");
        assertThat(grant.get("version").longValue()).isEqualTo(3);
        assertThat(grant.get("verdict").stringValue()).isEqualTo("REFUSED");
        assertThat(grant.at("/refusal/code").stringValue()).isEqualTo("REFLECTION_TOO_SHORT");
        assertThat(grant.at("/refusal/facts/leastDays").stringValue()).isEqualTo("120");
        assertThat(grant.get("procedureOfTheDay").intValue()).isEqualTo(next - 1);
        assertThat(act(judged, "openCase").get("verdict").stringValue()).isEqualTo("AS_RECORDED");
        assertThat(judged.at("/timeLimits/0/limit").stringValue()).isEqualTo("REASONABLE_GROUNDS");
        assertThat(judged.at("/timeLimits/0/recorded/procedure").stringValue()).isEqualTo("LT/" + (next - 1));
        assertThat(judged.at("/timeLimits/0/hypothetical/procedure").stringValue())
                .isEqualTo("LT/" + next);

        JsonNode asItWas = judged(auditor, "{\"country\": \"LT\", \"version\": " + (next - 1) + "}");
        assertThat(asItWas.get("acts"))
                .allSatisfy(one -> assertThat(one.get("verdict").stringValue()).isEqualTo("AS_RECORDED"));
    }

    private int published() {
        return (int) new Caller(port, "LT NATIONAL_FOCAL_POINT")
                        .does("/api/directory/countries/LT/procedures", procedure.toString(), 201)
                        .get("version")
                        .longValue()
                - 1;
    }

    @Test
    void aProcedureThatIsOnlyThoughtOfIsJudgedByToo() {
        procedure.put("reflectionDays", 101);
        ((ObjectNode) procedure.at("/allowances/REASONABLE_GROUNDS/escalates")).put("unit", "HOURS");

        JsonNode judged = judged(estonian("COMPETENT_AUTHORITY"), thoughtOf());

        assertThat(judged.has("procedure")).isFalse();
        assertThat(act(judged, "grantReflectionPeriod").get("verdict").stringValue())
                .isEqualTo("REFUSED");
        assertThat(judged.at("/timeLimits/0/hypothetical/procedure").stringValue())
                .isEqualTo("EE/0");
        assertThat(judged.at("/timeLimits/0/hypothetical/kept").stringValue()).isEqualTo("IN_TIME");
    }

    private String thoughtOf() {
        return "{\"country\": \"EE\", \"procedure\": " + procedure + "}";
    }

    @Test
    void aProcedureThatNobodyCouldPublishIsNotJudgedBy() {
        procedure.put("reflectionDays", 29);
        JsonNode problem = estonian("AUDITOR").does(address + "/judgement/history", thoughtOf(), 422);
        assertThat(problem.get("code").stringValue()).isEqualTo("REFLECTION_TOO_SHORT");
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/procedure/reflectionDays");

        procedure.put("reflectionDays", 30);
        String ofNobody = thoughtOf().replace("\"country\": \"EE\"", "\"country\": \"JP\"");
        assertThat(estonian("AUDITOR").refused(address + "/judgement/history", ofNobody, 422))
                .isEqualTo("COUNTRY_NOT_IN_DIRECTORY");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"country\": \"EE\", \"version\": 99}',UNKNOWN_PROCEDURE,/version",
        "'{\"country\": \"EE\", \"version\": 4294967297}',UNKNOWN_PROCEDURE,/version",
        "'{\"country\": \"JP\", \"version\": 1}',UNKNOWN_PROCEDURE,/version",
        "'{\"country\": \"EE\"}',CONTENT_INVALID,/version",
        "'{\"country\": \"EE\", \"version\": 0}',CONTENT_INVALID,/version",
        "'{\"version\": 1}',CONTENT_INVALID,/country",
        "'{\"country\": \"EE\", \"version\": 1, \"also\": 1}',CONTENT_INVALID,/also"
    })
    void aQuestionThatIsWrongNamesItsField(String question, String code, String pointer) {
        JsonNode problem = estonian("AUDITOR").does(address + "/judgement/history", question, 422);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void oneOfBothIsGivenAndNotBoth() {
        String both = "{\"country\": \"EE\", \"version\": 1, \"procedure\": " + procedure + "}";
        JsonNode problem = estonian("AUDITOR").does(address + "/judgement/history", both, 422);
        assertThat(problem.at("/errors/0/code").stringValue()).isEqualTo("EITHER_OR");
    }

    @Test
    void whoDoesNotReadTheHistoryIsNotToldOfIt() {
        String question = "{\"country\": \"EE\", \"version\": 1}";
        String history = address + "/judgement/history";
        assertThat(estonian("NATIONAL_COORDINATOR").refused(history, question, 403))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(estonian("POLICE PPA").refused(history, question, 404)).isEqualTo("UNKNOWN_CASE");
        assertThat(new Caller(port, "DE AUDITOR").refused(history, question, 404))
                .isEqualTo("UNKNOWN_CASE");
        assertThat(estonian("AUDITOR").refused("/api/cases/" + UUID.randomUUID() + "/judgement/history", question, 404))
                .isEqualTo("UNKNOWN_CASE");
    }

    @Test
    void aCountryThatIsAskedIsNotToldOfTheHistoryOfTheOneThatAsks() {
        for (String consent : List.of(
                "\"scope\": \"ENQUIRY\", \"country\": \"LV\"",
                "\"scope\": \"DISCLOSURE\", \"country\": \"LV\", \"organisation\": \"" + latvia()
                        + "\", \"dataClasses\": [\"B\"], \"purpose\": \"REFERRAL\"")) {
            estonian("NATIONAL_FOCAL_POINT")
                    .does(
                            address + "/consents",
                            "{" + consent + ", \"holder\": \"ADULT\", \"language\": \"ron\", \"interpreter\": true}",
                            201);
        }
        String referral = UUID.randomUUID().toString();
        estonian("NATIONAL_FOCAL_POINT")
                .does(
                        address + "/referrals",
                        "{\"referralId\": \"" + referral + "\", \"kind\": \"CUSTODY_TRANSFER\", \"to\": \"LV\","
                                + " \"reason\": \"VOLUNTARY_RETURN\", \"urgency\": \"URGENT\"}",
                        201);
        estonian("NATIONAL_FOCAL_POINT").does(address + "/referrals/" + referral + "/submission", "{}", 200);

        JsonNode problem = new Caller(port, "LV AUDITOR")
                .does(address + "/judgement/history", "{\"country\": \"LV\", \"version\": 1}", 403);

        assertThat(problem.get("code").stringValue()).isEqualTo("NOT_HOLDER");
        assertThat(problem.at("/facts/allowed").stringValue()).isEqualTo("HOLDER, FORMER_HOLDER");
    }

    private String latvia() {
        String mechanism = jdbc.sql("SELECT convert_from(payload, 'UTF8') FROM events.domain_event"
                        + " WHERE aggregate_identifier = 'mechanism-LV' ORDER BY sequence_number LIMIT 1")
                .query(String.class)
                .single();
        return JsonMapper.shared()
                .readTree(mechanism)
                .at("/mechanism/focalPoint")
                .stringValue();
    }

    @Test
    void nothingIsAppendedOrRemembered() {
        List<Map<String, Object>> before = kept();
        judged(estonian("AUDITOR"), "{\"country\": \"EE\", \"version\": 1}");
        judged(estonian("AUDITOR"), thoughtOf());
        estonian("AUDITOR")
                .post(
                        address + "/judgement/history",
                        "{\"country\": \"EE\", \"version\": 1}",
                        Map.of("Idempotency-Key", "asked"));
        assertThat(kept()).isEqualTo(before);
    }

    private List<Map<String, Object>> kept() {
        return jdbc.sql("SELECT (SELECT count(*) FROM events.domain_event) AS events,"
                        + " (SELECT count(*) FROM acts.idempotency) AS remembered")
                .query()
                .listOfRows();
    }
}
