package org.trm.query.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.sample.FragileView;
import org.trm.query.sample.Stories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of the projections, and what happens when a view is rebuilt or breaks, over HTTP. */
class ProjectionsApiTest {
    private static final String PROJECTIONS = "/api/admin/projections";
    private static final List<String> WISHES = List.of("pause", "resume", "cancel");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG, List.of(FragileView.class));
    private static final Stories STORIES = new Stories(7);

    private static final String OPERATOR = SERVICE.issuer.sign(SERVICE.issuer.claims("operator", Role.SYSTEM_OPERATOR));

    @AfterEach
    void mend() {
        FragileView.isMended();
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM_OPERATOR")
    void nobody_but_an_operator_sees_or_rebuilds_a_projection(Role role) {
        String token = SERVICE.issuer.token("somebody", "BG-NRM", role);

        assertThat(SERVICE.get(token, PROJECTIONS).statusCode()).isEqualTo(403);
        assertThat(SERVICE.post(token, PROJECTIONS + "/fragile/replay").statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.get(token, PROJECTIONS + "/fragile/generations/1").statusCode())
                .isEqualTo(403);
        for (String wish : WISHES) {
            assertThat(SERVICE.post(token, PROJECTIONS + "/fragile/replay/" + wish)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void who_does_not_say_who_she_is_is_asked_to() {
        assertThat(SERVICE.get(null, PROJECTIONS).statusCode()).isEqualTo(401);
        assertThat(SERVICE.post(null, PROJECTIONS + "/fragile/replay").statusCode())
                .isEqualTo(401);
    }

    @Test
    void every_view_is_told_with_its_position_and_its_lag() {
        LOG.append(0, STORIES.story(6));

        await().atMost(20, SECONDS)
                .until(() -> names().allMatch(
                                name -> projection(name).path("lagEvents").asInt() == 0));
        assertThat(names().toList()).contains("case_status", "inbox", "fragile");
        assertThat(names().map(ProjectionsApiTest::projection)).allSatisfy(projection -> {
            assertThat(projection.path("state").asString()).isEqualTo("LIVE");
            assertThat(projection.path("position").asLong())
                    .isEqualTo(projection.path("head").asLong());
            assertThat(projection.path("lagSeconds").asDouble()).isZero();
            assertThat(projection.path("failure").isNull()).isTrue();
        });
    }

    @Test
    void a_rebuild_is_begun_followed_and_done() {
        LOG.append(0, STORIES.story(40));
        int before = projection("inbox").path("generation").asInt();

        String progress = progress(SERVICE.post(OPERATOR, PROJECTIONS + "/inbox/replay"));

        awaitState(progress, "CURRENT");
        assertThat(get(progress).path("eventsDone").asLong()).isGreaterThanOrEqualTo(40);
        assertThat(projection("inbox").path("generation").asInt()).isEqualTo(before + 1);
        assertThat(projection("inbox").path("rebuild").isNull()).isTrue();
    }

    @Test
    void a_view_that_is_being_rebuilt_is_not_rebuilt_once_more() throws Exception {
        try (Connection writing = DATABASE.getConnection()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("DELETE FROM events.domain_event WHERE false");
            HttpResponse<String> begun = SERVICE.post(OPERATOR, PROJECTIONS + "/case_status/replay");
            HttpResponse<String> again = SERVICE.post(OPERATOR, PROJECTIONS + "/case_status/replay");

            assertThat(begun.statusCode()).isEqualTo(202);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("REBUILD_RUNNING");
            JsonNode rebuild = projection("case_status").path("rebuild");
            assertThat(rebuild.path("state").asString()).isEqualTo("BUILDING");
            writing.rollback();
        }
        await().atMost(20, SECONDS)
                .until(() -> projection("case_status").path("rebuild").isNull());
    }

    @Test
    void a_rebuild_is_paused_resumed_and_cancelled() throws Exception {
        try (Connection writing = DATABASE.getConnection()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("DELETE FROM events.domain_event WHERE false");
            String progress = progress(SERVICE.post(OPERATOR, PROJECTIONS + "/timeline/replay"));

            assertThat(progress(SERVICE.post(OPERATOR, PROJECTIONS + "/timeline/replay/pause")))
                    .isEqualTo(progress);
            awaitState(progress, "PAUSED");
            assertThat(projection("timeline").path("rebuild").path("state").asString())
                    .isEqualTo("PAUSED");
            assertThat(SERVICE.post(OPERATOR, PROJECTIONS + "/timeline/replay").body())
                    .contains("REBUILD_RUNNING");

            assertThat(progress(SERVICE.post(OPERATOR, PROJECTIONS + "/timeline/replay/resume")))
                    .isEqualTo(progress);
            awaitState(progress, "BUILDING");

            assertThat(progress(SERVICE.post(OPERATOR, PROJECTIONS + "/timeline/replay/cancel")))
                    .isEqualTo(progress);
            awaitState(progress, "CANCELLED");
            assertThat(get(progress).path("failure").asString()).isEqualTo("It was cancelled.");
            assertThat(projection("timeline").path("rebuild").path("state").asString())
                    .isEqualTo("CANCELLED");
            writing.rollback();
        }
    }

    @Test
    void what_is_not_being_rebuilt_is_not_paused_resumed_or_cancelled() {
        for (String wish : WISHES) {
            HttpResponse<String> refused = SERVICE.post(OPERATOR, PROJECTIONS + "/custody/replay/" + wish);

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("NO_REBUILD_RUNNING", "custody", "Begin with a replay");
            assertThat(SERVICE.post(OPERATOR, PROJECTIONS + "/nothing/replay/" + wish)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void what_there_is_not_is_not_found() {
        assertThat(SERVICE.post(OPERATOR, PROJECTIONS + "/nothing/replay").statusCode())
                .isEqualTo(404);
        assertThat(SERVICE.get(OPERATOR, PROJECTIONS + "/inbox/generations/99").statusCode())
                .isEqualTo(404);
        assertThat(SERVICE.get(OPERATOR, PROJECTIONS + "/inbox/generations/x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_view_that_breaks_stands_still_says_so_and_goes_on_when_it_is_mended() {
        FragileView.breaks();
        LOG.append(0, STORIES.story(8));

        await().atMost(30, SECONDS)
                .until(() -> projection("fragile").path("state").asString().equals("STANDS_STILL"));
        JsonNode still = projection("fragile");
        assertThat(still.path("failure").asString()).isEqualTo("This fold is broken.");
        assertThat(still.path("lagEvents").asLong()).isPositive();
        await().atMost(20, SECONDS)
                .until(() -> projection("inbox").path("lagEvents").asInt() == 0);
        assertThat(projection("inbox").path("state").asString()).isEqualTo("LIVE");

        String progress = progress(SERVICE.post(OPERATOR, PROJECTIONS + "/fragile/replay"));
        awaitState(progress, "FAILED");
        assertThat(get(progress).path("failure").asString()).isEqualTo("This fold is broken.");
        assertThat(projection("fragile").path("rebuild").path("failure").asString())
                .isEqualTo("This fold is broken.");

        FragileView.isMended();
        await().atMost(60, SECONDS)
                .until(() -> projection("fragile").path("state").asString().equals("LIVE")
                        && projection("fragile").path("lagEvents").asInt() == 0);
    }

    private static String progress(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void awaitState(String progress, String state) {
        await().atMost(20, SECONDS)
                .until(() -> get(progress).path("state").asString().equals(state));
    }

    private static Stream<String> names() {
        return stream(get(PROJECTIONS).path("items"))
                .map(projection -> projection.path("name").asString());
    }

    private static JsonNode projection(String name) {
        return stream(get(PROJECTIONS).path("items"))
                .filter(projection -> projection.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode get(String path) {
        return JSON.readTree(SERVICE.get(OPERATOR, path).body());
    }
}
