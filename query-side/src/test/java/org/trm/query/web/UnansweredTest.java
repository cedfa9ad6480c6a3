package org.trm.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.events.identity.Denial;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is not answered is told why, and finds it explained where the answer points to. */
class UnansweredTest {
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String READER = SERVICE.issuer.token("somebody", "BG-NRM", Role.NATIONAL_FOCAL_POINT);
    private static final String PURPOSES = "PROTECTION, EMERGENCY, ASSISTANCE, TRANSFER, FAMILY_TRACING, PROCEEDINGS, "
            + "SUPERVISION, DATA_SUBJECT_REQUEST";
    private static final String NO_CASE = "/api/cases/0192f0c1-0000-7000-8000-000000000001";

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_is_explained_to_everybody_at_the_address_that_it_names(Unanswered why) {
        JsonNode page = body(SERVICE.get(null, why.type().toString()));

        assertThat(page.path("code").asString()).isEqualTo(why.name());
        assertThat(page.path("status").asInt()).isEqualTo(why.status().value());
        assertThat(page.path("meaning").asString()).isEqualTo(why.sentence());
        assertThat(SERVICE.head(null, why.type().toString()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void why_somebody_is_not_let_in_is_explained_there_too(Denial why) {
        JsonNode page = body(SERVICE.get(null, "/problems/" + why));

        assertThat(page.path("code").asString()).isEqualTo(why.name());
        assertThat(page.path("status").asInt()).isEqualTo(why.status());
        assertThat(page.path("meaning").asString()).isEqualTo(why.sentence());
    }

    @ParameterizedTest
    @CsvSource({
        NO_CASE + ", UNKNOWN_CASE",
        "/api/cases/0192f0c1, UNKNOWN_CASE",
        "/api/cases?limit=many, MALFORMED_PARAMETER",
        NO_CASE + "/person, MALFORMED_PARAMETER",
        "/api/cases?limits=2, MALFORMED_PARAMETER",
        "/api/cases?limit=1&limit=2, MALFORMED_PARAMETER",
        "/api/referrals?asOf=9999-01-01T00:00:00Z, MALFORMED_PARAMETER",
        "/api/referrals?asOf=-9999-01-01T00:00:00Z, MALFORMED_PARAMETER",
        "/api/referrals?asOf=-1000000000-01-01T00:00:00Z, MALFORMED_PARAMETER",
        "/api/referrals?cursor=LTk5OTktMDEtMDFUMDA6MDA6MDBaHzAxOTJmMGMxLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMQ, MALFORMED_PARAMETER",
        "/api/directory/countries/ZZ, NO_SUCH_RESOURCE",
    })
    void the_answer_names_its_reason(String path, Unanswered why) {
        HttpResponse<String> answer = SERVICE.get(READER, path);

        assertThat(answer.statusCode()).isEqualTo(why.status().value());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(body(answer).path("code").asString()).isEqualTo(why.name());
        assertThat(body(answer).path("type").asString()).isEqualTo(why.type().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "?asOf=abc, 'must be an instant such as 2026-03-01T12:00:00Z, or a version of the case such as 7'",
        "/timeline?cursor=%00, must be a cursor that this list's next link has given for the same question",
        "?atLeastVersion=abc, is not a whole number",
        "?asOf=0, 'must be an instant such as 2026-03-01T12:00:00Z, or a version of the case such as 7'",
        "/person, 'must be given, as one of " + PURPOSES + "'",
        "/person?purpose=, 'must be given, as one of " + PURPOSES + "'",
        "/person?purpose=CURIOSITY, 'is not one of " + PURPOSES + "'",
        "/person/documents/0192f0c1-0000-7000-8000-000000000002, 'must be given, as one of " + PURPOSES + "'"
    })
    void theAnswerSaysWhatAParameterLooksLike(String question, String expected) {
        JsonNode problem = body(SERVICE.get(READER, NO_CASE + question));

        assertThat(problem.at("/errors/0/detail").asString()).isEqualTo(expected);
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
