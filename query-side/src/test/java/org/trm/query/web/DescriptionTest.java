package org.trm.query.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.RO;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.Watch;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI description of the questions tells what they answer. */
class DescriptionTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final ReferralId REFERRAL = new ReferralId(UUID.randomUUID());
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String FOCAL_POINT = SERVICE.issuer.token("somebody", "BG-NRM", Role.NATIONAL_FOCAL_POINT);
    private static final String AUDITOR = SERVICE.issuer.token("auditor", "BG-NRM", Role.AUDITOR);
    private static final String OPERATOR = SERVICE.issuer.token("operator", "BG-NRM", Role.SYSTEM_OPERATOR);
    private static final JsonNode DESCRIPTION = read(FOCAL_POINT, "/v3/api-docs/query");

    @BeforeAll
    static void record() {
        Happenings of = new Happenings(CASE);
        LOG.append(0, List.of(of.opened(), of.drafted(REFERRAL, BG, RO), of.needsAssessed(null)));
        await().atMost(30, SECONDS)
                .until(() -> SERVICE.bean(Watch.class).all().stream().allMatch(view -> view.lagEvents() == 0));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    private static JsonNode read(String reader, String path) {
        HttpResponse<String> answer = SERVICE.get(reader, path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Stream<Entry<String, JsonNode>> questions() {
        return DESCRIPTION.get("paths").properties().stream()
                .filter(path ->
                        path.getKey().startsWith("/api/") && path.getValue().has("get"))
                .map(path -> Map.entry(path.getKey(), path.getValue().get("get")));
    }

    /** What can be asked here and gives JSON, without the stream, which lasts, the case file, and what needs keys or a rebuild. */
    private static Stream<Entry<String, JsonNode>> answered() {
        return questions()
                .filter(question -> !question.getKey()
                        .matches(".*(/live|/log/.*|/person.*|\\{name}.*|\\{country}|\\{number}|/file)"));
    }

    private static String reader(String path) {
        if (path.startsWith("/api/audit/")) {
            return AUDITOR;
        }
        return path.startsWith("/api/admin/") ? OPERATOR : FOCAL_POINT;
    }

    private static HttpResponse<String> asked(String path) {
        String filled = path.replace("{caseId}", CASE.toString()).replace("{referralId}", REFERRAL.toString());
        HttpResponse<String> answer = SERVICE.get(reader(path), filled);
        assertThat(answer.statusCode()).as(filled + answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void theWholeDescriptionHasTitleVersionAndBearerScheme() {
        JsonNode whole = read(null, "/v3/api-docs");
        assertThat(whole.at("/info/title").stringValue()).isEqualTo("Transnational Referral Mechanism");
        assertThat(whole.at("/info/version").stringValue()).isEqualTo("1");
        assertThat(whole.at("/components/securitySchemes/access-token/scheme").stringValue())
                .isEqualTo("bearer");
        assertThat(whole.at("/security/0").has("access-token")).isTrue();
    }

    @Test
    void everyQuestionSaysHowItCanEnd() {
        assertThat(DESCRIPTION.at("/components/schemas/QueryProblem/properties").propertyNames())
                .contains("code", "errors");
        assertThat(questions()).isNotEmpty().allSatisfy(question -> {
            JsonNode responses = question.getValue().get("responses");
            assertThat(responses.propertyNames()).contains("400", "401", "403", "503");
            assertThat(responses.has("404")).isEqualTo(question.getKey().contains("{"));
            assertThat(responses.properties())
                    .filteredOn(response -> response.getKey().compareTo("400") >= 0)
                    .allSatisfy(response -> assertThat(response.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .stringValue())
                            .endsWith("/QueryProblem"));
        });
    }

    @Test
    void aQuestionSaysWhetherItsAnswerHasATag() {
        assertThat(answered())
                .isNotEmpty()
                .allSatisfy(question -> assertThat(asked(question.getKey())
                                .headers()
                                .firstValue("ETag")
                                .isPresent())
                        .isEqualTo(question.getValue().get("responses").has("304")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases/{caseId}/person/documents/{documentId}",
                "/api/cases/{caseId}/person/copy/documents/{documentId}"
            })
    void aDocumentIsDescribedByTheFormatsThatItCanHave(String path) {
        JsonNode content = DESCRIPTION.get("paths").get(path).at("/get/responses/200/content");

        assertThat(content.propertyNames())
                .containsExactlyInAnyOrder("application/pdf", "image/jpeg", "image/png", "text/plain");
        assertThat(content)
                .allSatisfy(format ->
                        assertThat(format.at("/schema/format").asString("")).isEqualTo("binary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/pause", "/resume", "/cancel"})
    void whatIsUnderWaySaysThatItTellsWhereItsProgressIsRead(String wish) {
        JsonNode responses = DESCRIPTION
                .get("paths")
                .get("/api/admin/projections/{name}/replay" + wish)
                .at("/post/responses");

        assertThat(responses.propertyNames()).contains("202", "404", "409").doesNotContain("200");
        assertThat(responses.at("/202/headers/Location/description").asString(""))
                .isNotBlank();
        assertThat(responses.at("/409/description").asString("")).contains("being rebuilt");
    }

    @Test
    void theCountryOfAnOpeningIsTheOneThatOpened() {
        assertThat(DESCRIPTION
                        .get("paths")
                        .get("/api/cases/{caseId}/person/openings")
                        .at("/get/parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("name").stringValue().equals("country"))
                        .map(parameter -> parameter.get("description").stringValue()))
                .singleElement()
                .asString()
                .contains("opened for this country");
    }

    @Test
    void everyQueryParameterSaysWhatItAsks() {
        List<JsonNode> parameters = questions()
                .flatMap(question -> question.getValue().path("parameters").valueStream())
                .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                .toList();
        assertThat(parameters)
                .isNotEmpty()
                .allSatisfy(parameter ->
                        assertThat(parameter.path("description").asString("")).isNotBlank());
        assertThat(parameters)
                .filteredOn(parameter -> parameter.get("name").stringValue().equals("limit"))
                .isNotEmpty()
                .allSatisfy(limit -> {
                    assertThat(limit.at("/schema/minimum").intValue()).isEqualTo(1);
                    assertThat(limit.at("/schema/maximum").intValue()).isEqualTo(200);
                });
    }

    @Test
    void noAnswerHasANullThatIsNotDescribed() {
        assertThat(answered()).isNotEmpty().allSatisfy(question -> {
            JsonNode schema = question.getValue().at("/responses/200/content/application~1json/schema");
            assertNullsDescribed(
                    question.getKey(),
                    schema,
                    JsonMapper.shared().readTree(asked(question.getKey()).body()));
        });
    }

    private static void assertNullsDescribed(String place, JsonNode schema, JsonNode told) {
        assertThat(schema.isMissingNode()).as(place).isFalse();
        JsonNode known = schema.has("$ref")
                ? DESCRIPTION.at(schema.get("$ref").stringValue().substring(1))
                : schema;
        boolean anyValue = known.isObject() && known.isEmpty();
        if (anyValue) {
            return;
        }
        if (told.isNull()) {
            assertThat(known.toString()).as(place).contains("\"null\"");
        } else if (known.has("anyOf")) {
            assertNullsDescribed(place, known.at("/anyOf/0"), told);
        } else if (told.isArray()) {
            told.forEach(element -> assertNullsDescribed(place + "/0", known.path("items"), element));
        } else if (told.isObject() && known.has("properties")) {
            told.properties()
                    .forEach(field -> assertNullsDescribed(
                            place + "/" + field.getKey(),
                            known.get("properties").path(field.getKey()),
                            field.getValue()));
        }
    }
}
