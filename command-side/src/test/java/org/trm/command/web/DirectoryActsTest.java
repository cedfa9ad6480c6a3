package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** What a country publishes about itself, over HTTP down to the events, and what acts make of it. Each test has its country. */
@EdgeWithStore.Used
class DirectoryActsTest {
    private static final String CASE = """
            {"detectionSource": "NGO", "minimalDataSet": {"ageBand": "FROM_21_TO_23", "gender": "FEMININE",
             "language": "ron", "citizenship": "RO", "exploitation": "SEXUAL_EXPLOITATION", "needs": ["SHELTER"],
             "urgency": "URGENT", "riskLevel": "MEDIUM", "legalStayNeed": "CITIZEN_OR_PERMANENT_RESIDENT"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ObjectNode procedure;

    @BeforeEach
    void readTheExample() throws Exception {
        procedure = (ObjectNode) ApiDocument.acts(ApiDocument.fetch(port)).stream()
                .filter(act -> act.operation().equals("publishProcedure"))
                .findFirst()
                .orElseThrow()
                .example();
    }

    @Test
    void aCountryPublishesTheNextVersionOfItsProcedure() {
        HttpResponse<String> published = focalPoint("FR").post(entry("FR") + "/procedures", procedure.toString());

        JsonNode receipt = Caller.json(published, 201);
        assertThat(receipt.get("country").stringValue()).isEqualTo("FR");
        assertThat(receipt.get("version").longValue()).isEqualTo(3);
        assertThat(published.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(published.headers().firstValue("Location")).hasValue(entry("FR"));
        JsonNode event = lastEvent("mechanism-FR");
        assertThat(event.at("/version/version").intValue()).isEqualTo(2);
        assertThat(event.at("/procedure/reflectionDays").intValue()).isEqualTo(45);
    }

    @Test
    void theSameKeyPublishesOnceAndAnUnmetVersionNotAtAll() {
        Caller focalPoint = focalPoint("ES");
        Map<String, String> key = Map.of("Idempotency-Key", "spring-2027", "If-Match", "\"2\"");
        HttpResponse<String> first = focalPoint.post(entry("ES") + "/procedures", procedure.toString(), key);
        HttpResponse<String> again = focalPoint.post(entry("ES") + "/procedures", procedure.toString(), key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());

        JsonNode reused = Caller.json(
                focalPoint.post(entry("ES") + "/pause", "{}", Map.of("Idempotency-Key", "spring-2027")), 422);
        assertThat(reused.get("code").stringValue()).isEqualTo("KEY_REUSED");
        JsonNode unmet = Caller.json(focalPoint.post(entry("ES") + "/pause", "{}", Map.of("If-Match", "\"2\"")), 412);
        assertThat(unmet.get("code").stringValue()).isEqualTo("DIRECTORY_ENTRY_CHANGED");
        assertThat(unmet.at("/facts/expectedVersion").stringValue()).isEqualTo("2");
        assertThat(unmet.at("/facts/version").stringValue()).isEqualTo("3");
        assertThat(events("mechanism-ES")).isEqualTo(3);
    }

    @Test
    void onlyACountrysOwnFocalPointPublishes() {
        String pause = entry("IT") + "/pause";
        assertThat(focalPoint("AT").refused(pause, "{}", 403)).isEqualTo("NOT_YOUR_DIRECTORY_ENTRY");
        assertThat(new Caller(port, "IT AUDITOR").refused(pause, "{}", 403)).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(focalPoint("IT").refused(entry("it") + "/pause", "{}", 400)).isEqualTo("MALFORMED_PARAMETER");
        assertThat(focalPoint("JP").refused(entry("JP") + "/pause", "{}", 422)).isEqualTo("COUNTRY_NOT_IN_DIRECTORY");
        assertThat(focalPoint("JP").refused(entry("JP") + "/procedures", procedure.toString(), 422))
                .isEqualTo("COUNTRY_NOT_IN_DIRECTORY");
        assertThat(events("mechanism-IT")).isEqualTo(2);
        assertThat(events("mechanism-JP")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/reflectionDays,-1,/reflectionDays,WRONG_TYPE",
        "/reflectionDays,29,/reflectionDays,REFLECTION_TOO_SHORT",
        "/consentDays,0,/consentDays,WRONG_TYPE",
        "/riskAssessmentDays,100000,/riskAssessmentDays,WRONG_TYPE",
        "/weekend,'[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\",\"SATURDAY\",\"SUNDAY\"]',/weekend,"
                + "NO_WORKING_DAY",
        "/zone,'\"Europe/Nowhere\"',/zone,INVALID",
        "/allowances,{},/allowances/DRAFT,REQUIRED",
        "/allowances/COFFEE,{},/allowances/COFFEE,UNKNOWN_FIELD",
        "/allowances/DRAFT,null,/allowances/DRAFT,REQUIRED",
        "/allowances/DRAFT/lapses,null,/allowances/DRAFT/lapses,LIMIT_MUST_LAPSE",
        "/allowances/HANDOVER/lapses,'{\"amount\":1,\"unit\":\"DAYS\"}',/allowances/HANDOVER/lapses,LIMIT_NEVER_LAPSES",
        "/allowances/DRAFT/escalates,'{\"amount\":-5,\"unit\":\"DAYS\"}',/allowances/DRAFT/escalates/amount,WRONG_TYPE",
        "/allowances/DRAFT/escalates,'{\"amount\":5,\"unit\":\"YEARS\"}',/allowances/DRAFT/escalates/unit,UNKNOWN_CODE"
    })
    void aProcedureThatIsWrongNamesTheField(String at, String value, String pointer, String code) {
        set(at, value);

        JsonNode problem = focalPoint("PL").does(entry("PL") + "/procedures", procedure.toString(), 422);

        assertThat(problem.get("errors")).anySatisfy(error -> {
            assertThat(error.get("pointer").stringValue()).isEqualTo(pointer);
            assertThat(error.get("code").stringValue()).isEqualTo(code);
        });
        assertThat(events("mechanism-PL")).isEqualTo(2);
    }

    @Test
    void aCountryThatHasPausedIsNotAskedUntilItResumes() {
        String draftedBefore = drafted(opened("BG"), "GR");
        assertThat(focalPoint("GR")
                        .does(entry("GR") + "/pause", "{}", 200)
                        .get("version")
                        .longValue())
                .isEqualTo(3);

        assertThat(focalPoint("BG").refused(opened("BG") + "/referrals", draft("GR"), 409))
                .isEqualTo("COUNTRY_TAKES_NO_REFERRALS");
        assertThat(focalPoint("BG").refused(draftedBefore + "/submission", "{}", 409))
                .isEqualTo("COUNTRY_TAKES_NO_REFERRALS");

        focalPoint("GR").does(entry("GR") + "/resumption", "{}", 200);
        drafted(opened("BG"), "GR");
        assertThat(focalPoint("BG").refused(draftedBefore + "/submission", "{}", 409))
                .isEqualTo("CONSENT_REQUIRED");
    }

    @Test
    void whatIsSoAlreadyIsRefusedAndNotDoneAgain() {
        Caller focalPoint = focalPoint("SK");
        assertThat(focalPoint.refused(entry("SK") + "/resumption", "{}", 409)).isEqualTo("REFERRALS_NOT_PAUSED");
        focalPoint.does(entry("SK") + "/pause", "{}", 200);
        assertThat(focalPoint.refused(entry("SK") + "/pause", "", 409)).isEqualTo("REFERRALS_PAUSED_ALREADY");
        focalPoint.does(entry("SK") + "/resumption", "{}", 200);
        assertThat(focalPoint.refused(entry("SK") + "/resumption", "{}", 409)).isEqualTo("REFERRALS_NOT_PAUSED");
        assertThat(focalPoint("JP").refused(entry("JP") + "/resumption", "{}", 422))
                .isEqualTo("COUNTRY_NOT_IN_DIRECTORY");
        assertThat(events("mechanism-SK")).isEqualTo(4);
    }

    @Test
    void whatACaseHasCapturedOfAProcedureStaysWhenTheNextIsPublished() {
        String before = opened("HU");
        JsonNode captured = lastEvent(idOf(before));
        set("/allowances/REASONABLE_GROUNDS/escalates", "{\"amount\": 9, \"unit\": \"HOURS\"}");
        set("/zone", "\"Europe/Budapest\"");
        focalPoint("HU").does(entry("HU") + "/procedures", procedure.toString(), 201);

        assertThat(lastEvent(idOf(before))).isEqualTo(captured);
        assertThat(captured.at("/deadline/procedure/version").intValue()).isEqualTo(1);
        JsonNode after = lastEvent(idOf(opened("HU")));
        assertThat(after.at("/deadline/procedure/version").intValue()).isEqualTo(2);
        assertThat(Duration.between(
                        Instant.parse(after.at("/deadline/startsAt").stringValue()),
                        Instant.parse(after.at("/deadline/escalatesAt").stringValue())))
                .isEqualTo(Duration.ofHours(9));
        focalPoint("HU").does(before + "/needs", "{\"needs\": []}", 200);
        assertThat(lastMetadata(idOf(before)).get("procedure").stringValue()).isEqualTo("HU/2");
    }

    private Caller focalPoint(String country) {
        return new Caller(port, country + " NATIONAL_FOCAL_POINT");
    }

    private static String entry(String country) {
        return "/api/directory/countries/" + country;
    }

    private String opened(String country) {
        return "/api/cases/"
                + focalPoint(country)
                        .does("/api/cases", CASE, 201)
                        .get("caseId")
                        .stringValue();
    }

    private String drafted(String caseAddress, String to) {
        return caseAddress + "/referrals/"
                + focalPoint("BG")
                        .does(caseAddress + "/referrals", draft(to), 201)
                        .get("referralId")
                        .stringValue();
    }

    private static String draft(String to) {
        return "{\"kind\": \"CUSTODY_TRANSFER\", \"to\": \"" + to
                + "\", \"reason\": \"VOLUNTARY_RETURN\", \"urgency\": \"URGENT\"}";
    }

    private static String idOf(String caseAddress) {
        return caseAddress.substring("/api/cases/".length());
    }

    private void set(String pointer, String json) {
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) procedure.at(pointer.substring(0, last)))
                .set(pointer.substring(last + 1), JsonMapper.shared().readTree(json));
    }

    private JsonNode lastEvent(String stream) {
        return last(stream, "payload");
    }

    private JsonNode lastMetadata(String stream) {
        return last(stream, "metadata");
    }

    private JsonNode last(String stream, String column) {
        List<byte[]> all = jdbc.sql("SELECT " + column + " FROM events.domain_event WHERE aggregate_identifier = ?"
                        + " ORDER BY sequence_number DESC LIMIT 1")
                .param(stream)
                .query(byte[].class)
                .list();
        return JsonMapper.shared().readTree(all.get(0));
    }

    private long events(String stream) {
        return jdbc.sql("SELECT count(*) FROM events.domain_event WHERE aggregate_identifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }
}
