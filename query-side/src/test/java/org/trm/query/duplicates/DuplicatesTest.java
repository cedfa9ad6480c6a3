package org.trm.query.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.privacy.BlindIndex;
import org.trm.events.types.DuplicateOutcome;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A focal point reads whom to ask about the cases of her country, and nothing of the cases of others. */
class DuplicatesTest {
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final JdbcClient SQL = JdbcClient.create(DATABASE);
    private static final String LIST = "/api/possible-duplicates";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final UUID BG_1 = new UUID(1, 1);
    private static final UUID BG_2 = new UUID(1, 2);
    private static final UUID RO_1 = new UUID(2, 1);
    private static final UUID RO_2 = new UUID(2, 2);

    private static final UUID SOMEBODY = new UUID(9, 9);

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    @BeforeEach
    void two_countries_have_two_cases_each() {
        SQL.sql("TRUNCATE duplicates.person, duplicates.finding, duplicates.settlement")
                .update();
        held(BG_1, "BG");
        held(BG_2, "BG");
        held(RO_1, "RO");
        held(RO_2, "RO");
    }

    private static void held(UUID caseId, String country) {
        SQL.sql(
                        "INSERT INTO duplicates.person VALUES (?, ?) ON CONFLICT (case_id) DO UPDATE SET holder = excluded.holder")
                .params(caseId, country)
                .update();
        SQL.sql("UPDATE duplicates.finding SET holder = ? WHERE case_id = ?")
                .params(country, caseId)
                .update();
    }

    private static void found(UUID one, UUID other, BlindIndex by, Instant at) {
        for (List<UUID> pair : List.of(List.of(one, other), List.of(other, one))) {
            SQL.sql(
                            "INSERT INTO duplicates.finding SELECT case_id, ?, ?, ?, holder FROM duplicates.person WHERE case_id = ?")
                    .params(pair.get(1), by.name(), Timestamp.from(at), pair.get(0))
                    .update();
        }
    }

    private static String focalPoint(String country) {
        return SERVICE.issuer.token("somebody", country + "-NRM", Role.NATIONAL_FOCAL_POINT);
    }

    private static void settled(UUID one, UUID other, String country, DuplicateOutcome outcome, Instant at) {
        SQL.sql("""
                        INSERT INTO duplicates.settlement (case_id, other_id, country, settled_at, outcome, person, issuer)
                        VALUES (?, ?, ?, ?, ?, ?, 'issuer')""")
                .params(one, other, country, Timestamp.from(at), outcome.name(), SOMEBODY)
                .update();
    }

    /** What is said of each line of the list, in its order. */
    private static List<String> settlements(String country, String asked) {
        return JsonMapper.shared()
                .readTree(SERVICE.get(focalPoint(country), LIST + asked).body())
                .path("items")
                .valueStream()
                .map(line -> line.path("country").asString() + " "
                        + (line.hasNonNull("outcome")
                                ? line.path("outcome").asString() + " "
                                        + line.path("settledAt").asString() + " "
                                        + line.path("settledBy").asString()
                                : "open"))
                .toList();
    }

    @Test
    void what_a_country_has_settled_is_settled_for_it_alone() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);
        settled(BG_1, RO_1, "BG", DuplicateOutcome.NOT_ESTABLISHED, NOON.plusSeconds(1));
        settled(BG_1, RO_1, "BG", DuplicateOutcome.SAME_PERSON, NOON.plusSeconds(2));

        assertThat(settlements("BG", "")).containsExactly("RO SAME_PERSON " + NOON.plusSeconds(2) + " " + SOMEBODY);
        assertThat(settlements("RO", "")).containsExactly("BG open");
        held(BG_1, "DE");
        assertThat(settlements("DE", "")).containsExactly("RO open");
    }

    @Test
    void what_is_found_later_in_the_country_is_open_and_another_trait_of_the_same_two_is_not() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);
        settled(BG_1, RO_1, "BG", DuplicateOutcome.ANOTHER_PERSON, NOON.plusSeconds(1));

        found(BG_1, RO_1, BlindIndex.PHONE, NOON.plusSeconds(2));
        assertThat(settlements("BG", "?settled=true")).hasSize(1);
        found(BG_1, RO_2, BlindIndex.PHONE, NOON.plusSeconds(2));
        assertThat(settlements("BG", "")).containsExactly("RO open");
        settled(BG_1, RO_2, "BG", DuplicateOutcome.SAME_PERSON, NOON.plusSeconds(3));
        assertThat(settlements("BG", "")).containsExactly("RO SAME_PERSON " + NOON.plusSeconds(3) + " " + SOMEBODY);
    }

    @Test
    void who_looks_for_what_is_to_be_done_is_told_what_is_open() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);
        found(BG_2, BG_1, BlindIndex.PAPER, NOON);
        settled(BG_1, RO_1, "BG", DuplicateOutcome.ANOTHER_PERSON, NOON.plusSeconds(1));

        assertThat(settlements("BG", "?settled=false")).containsExactly("BG open", "BG open");
        assertThat(settlements("BG", "?settled=true"))
                .containsExactly("RO ANOTHER_PERSON " + NOON.plusSeconds(1) + " " + SOMEBODY);
        assertThat(settlements("BG", "")).hasSize(3);
    }

    private static List<String> told(String country) {
        List<String> told = new ArrayList<>();
        String next = LIST + "?limit=1";
        while (next != null) {
            HttpResponse<String> answer = SERVICE.get(focalPoint(country), next);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = JsonMapper.shared().readTree(answer.body());
            page.path("items")
                    .valueStream()
                    .forEach(line -> told.add(line.path("caseId").asString().substring(9) + " "
                            + line.path("country").asString() + " "
                            + line.path("foundAt").asString()));
            next = page.path("next").asString(null);
        }
        return told;
    }

    private static String line(UUID caseId, String country, Instant at) {
        return caseId.toString().substring(9) + " " + country + " " + at;
    }

    @Test
    void each_country_is_told_the_other_and_its_own_case() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);

        assertThat(told("BG")).containsExactly(line(BG_1, "RO", NOON));
        assertThat(told("RO")).containsExactly(line(RO_1, "BG", NOON));
        assertThat(told("DE")).isEmpty();
    }

    @Test
    void of_several_cases_in_a_country_no_more_is_told_than_of_one() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);
        found(BG_1, RO_2, BlindIndex.PAPER, NOON.plusSeconds(1));

        assertThat(told("BG")).containsExactly(line(BG_1, "RO", NOON));
        assertThat(SERVICE.get(focalPoint("BG"), LIST).body()).doesNotContain(RO_1.toString(), RO_2.toString());
    }

    @Test
    void by_what_somebody_is_alike_is_told_to_nobody() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);
        found(BG_1, RO_1, BlindIndex.PHONE, NOON.plusSeconds(1));

        String told = SERVICE.get(focalPoint("BG"), LIST).body();

        assertThat(JsonMapper.shared().readTree(told).path("items").path(0).propertyNames())
                .containsExactlyInAnyOrder("caseId", "country", "foundAt", "outcome", "settledAt", "settledBy");
        assertThat(told("BG")).containsExactly(line(BG_1, "RO", NOON));
    }

    @Test
    void the_latest_comes_first_page_by_page() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);
        found(BG_2, RO_2, BlindIndex.PAPER, NOON);
        found(BG_1, BG_2, BlindIndex.PHONE, NOON);
        found(BG_2, RO_1, BlindIndex.PHONE, NOON.minusSeconds(1));

        assertThat(told("BG"))
                .containsExactly(
                        line(BG_2, "BG", NOON),
                        line(BG_1, "RO", NOON),
                        line(BG_1, "BG", NOON),
                        line(BG_2, "RO", NOON.minusSeconds(1)));
    }

    @Test
    void a_page_is_read_by_the_index_and_not_out_of_all_that_was_ever_found() {
        SQL.sql("""
                INSERT INTO duplicates.person
                SELECT CAST(lpad(to_hex(n), 32, '0') AS uuid), CASE WHEN n % 2 = 0 THEN 'BG' ELSE 'RO' END
                FROM generate_series(1000, 21000) n""").update();
        SQL.sql("""
                INSERT INTO duplicates.finding
                SELECT CAST(lpad(to_hex(n), 32, '0') AS uuid), CAST(lpad(to_hex(n + 1), 32, '0') AS uuid), 'PAPER',
                    CAST('2026-03-01T12:00:00Z' AS timestamptz) + n * interval '1 second',
                    CASE WHEN n % 2 = 0 THEN 'BG' ELSE 'RO' END
                FROM generate_series(1000, 20999) n""").update();
        SQL.sql("ANALYZE duplicates.person, duplicates.finding").update();

        for (Instant after : Arrays.asList(null, NOON.plusSeconds(11_000))) {
            String plan = String.join("\n", plan(after));
            assertThat(plan).contains("finding_of_holder").doesNotContain("Seq Scan");
        }
    }

    private static List<String> plan(Instant after) {
        return SQL.sql("EXPLAIN " + DuplicatesReader.LINES)
                .param("country", "BG")
                .param("settled", false)
                .param("at", after == null ? null : Timestamp.from(after))
                .param("case", after == null ? null : BG_1)
                .param("other", after == null ? null : "RO")
                .param("most", 50)
                .query(String.class)
                .list();
    }

    @Test
    void whoever_becomes_responsible_is_asked_and_is_told() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);

        held(RO_1, "DE");

        assertThat(told("BG")).containsExactly(line(BG_1, "DE", NOON));
        assertThat(told("DE")).containsExactly(line(RO_1, "BG", NOON));
        assertThat(told("RO")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "NATIONAL_FOCAL_POINT", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_is_told(Role role) {
        assertThat(SERVICE.get(SERVICE.issuer.token("somebody", "BG-NRM", role), LIST)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_focal_point_of_no_country_is_told_nothing() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);
        String token = SERVICE.issuer.sign(SERVICE.issuer.claims("x", Role.NATIONAL_FOCAL_POINT));

        assertThat(SERVICE.get(token, LIST).body()).contains("\"items\":[]");
    }

    @Test
    void a_cursor_that_names_no_place_is_refused() {
        for (String place : List.of("x", NOON + "\u001f" + BG_1 + "\u001f\0\u001f0")) {
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes());

            assertThat(SERVICE.get(focalPoint("BG"), LIST + "?cursor=" + cursor).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void it_is_exported_line_by_line() {
        found(BG_1, RO_1, BlindIndex.PAPER, NOON);

        assertThat(SERVICE.get(focalPoint("BG"), LIST, "Accept", "text/csv").body())
                .contains("caseId", "country", BG_1.toString(), "RO", "2026-03-01T12:00:00Z");
    }
}
