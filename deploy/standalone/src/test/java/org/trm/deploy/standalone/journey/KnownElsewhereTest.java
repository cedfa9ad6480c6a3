package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two countries that have met the same person are told to talk to each other, and nothing else. */
class KnownElsewhereTest extends Journey {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private String name;

    @BeforeEach
    void somebody_whom_no_other_story_knows() {
        name = "Elsewhere" + (char) ('a' + PEOPLE.getAndIncrement());
        mechanism.letPass(Duration.ofHours(1));
    }

    private Map<String, Object> somebody(String familyName, String bornOn) {
        return Map.of("identity", Map.of("familyName", familyName, "givenNames", "Synthetic Person", "bornOn", bornOn));
    }

    private Her metBy(Country country, Map<String, Object> known) {
        Her her = country.opensACaseOf(AN_ADULT);
        country.focalPoint.acts(her, "/person", known);
        return her;
    }

    /** The countries to ask about her. */
    private static List<String> told(Person reader, Her her) {
        return told(reader, her, "");
    }

    private static List<String> told(Person reader, Her her, String which) {
        return reader.reads("/api/possible-duplicates?limit=200" + which)
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("caseId").asString().equals(her.caseId()))
                .map(line -> line.path("country").asString())
                .sorted()
                .toList();
    }

    private static List<String> asked(Country country, Map<String, Object> known) {
        Answer answer = country.focalPoint.posts("/api/possible-duplicates", known, Map.of());
        assertThat(answer.outcome()).as("%s", answer).isEqualTo("200");
        return answer.body()
                .path("countries")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void whom_both_have_met_both_are_told_of_and_learn_nothing_of_each_others_case() {
        Her inBulgaria = metBy(bulgaria, somebody(name, "1990-01-31"));
        Her inRomania = metBy(romania, somebody(name.toUpperCase(Locale.ROOT), "1990-01-31"));

        assertThat(told(bulgaria.focalPoint, inBulgaria)).containsExactly("RO");
        assertThat(told(romania.focalPoint, inRomania)).containsExactly("BG");
        assertThat(bulgaria.focalPoint
                        .reads("/api/possible-duplicates?limit=200")
                        .http()
                        .body())
                .doesNotContain(inRomania.caseId())
                .doesNotContainIgnoringCase(name);
        romania.knowsNothingOf(inBulgaria);
        for (Person other : List.of(bulgaria.authority, bulgaria.auditor, coordinator)) {
            assertThat(other.gets("/api/possible-duplicates", Map.of()).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_came_of_asking_is_said_by_each_country_for_itself_and_is_not_to_be_done_any_more() {
        Her inBulgaria = metBy(bulgaria, somebody(name, "1990-01-31"));
        Her inRomania = metBy(romania, somebody(name, "1990-01-31"));
        Map<String, String> theSame = Map.of("country", "RO", "outcome", "SAME_PERSON");

        Answer said = bulgaria.focalPoint.posts(settlement(inBulgaria), theSame, Map.of());

        assertThat(said.outcome()).isEqualTo("200");
        assertThat(open(bulgaria, inBulgaria)).isEmpty();
        assertThat(told(bulgaria.focalPoint, inBulgaria)).containsExactly("RO");
        assertThat(open(romania, inRomania)).containsExactly("BG");
        assertThat(romania.focalPoint
                        .posts(settlement(inBulgaria), theSame, Map.of())
                        .outcome())
                .isEqualTo("404 UNKNOWN_DUPLICATE");
        romania.knowsNothingOf(inBulgaria);
        metBy(romania, somebody(name, "1990-01-31"));
        assertThat(open(bulgaria, inBulgaria)).as("what is found later").containsExactly("RO");
    }

    private static String settlement(Her her) {
        return "/api/possible-duplicates/" + her.caseId() + "/settlement";
    }

    private static List<String> open(Country country, Her her) {
        return told(country.focalPoint, her, "&settled=false");
    }

    @Test
    void who_asks_is_told_whom_to_ask_whether_or_not_she_may_know_of_the_case() {
        metBy(bulgaria, somebody(name, "1990-01-31"));

        assertThat(asked(germany, somebody(name, "1990-01-31"))).containsExactly("BG");
        assertThat(asked(germany, somebody(name + "x", "1990-01-31"))).isEmpty();
        assertThat(germany.authority
                        .posts("/api/possible-duplicates", somebody(name, "1990-01-31"), Map.of())
                        .outcome())
                .isEqualTo("403 ROLE_NOT_ALLOWED");
    }

    @Test
    void after_the_handover_the_country_that_became_responsible_is_asked() {
        Her her = received();
        bulgaria.focalPoint.acts(her, "/person", somebody(name, "1990-01-31"));
        bulgaria.recordsWhatTheCaseManagerKnows(her, Map.of("contact", Map.of("mobilePhone", "+359 88 700 0000")));
        Her inGermany = metBy(germany, somebody(name, "1990-01-31"));
        assertThat(asked(albania, somebody(name, "1990-01-31"))).containsExactly("BG", "DE");

        bothPrepareAndSign(her);
        bulgaria.recordsDeparture(her);
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);

        assertThat(asked(albania, somebody(name, "1990-01-31"))).containsExactly("DE", "RO");
        assertThat(told(germany.focalPoint, inGermany)).containsExactly("RO");
        assertThat(told(romania.focalPoint, her)).containsExactly("DE");
        assertThat(told(bulgaria.focalPoint, her)).isEmpty();
        // Contact was not handed over: by what Romania may not know to be there it is not found either.
        assertThat(indices(her))
                .containsExactly("FAMILY_NAME_AND_BIRTH_YEAR", "NAME_AND_BIRTH_DATE", "SKELETON_AND_BIRTH_DATE");
    }

    @Test
    void who_was_forgotten_is_like_nobody_also_when_an_old_database_is_put_back() {
        Her her = identified();
        bulgaria.focalPoint.acts(her, "/person", somebody(name, "1990-01-31"));
        Her other = metBy(romania, somebody(name, "1990-01-31"));
        List<Map<String, Object>> values = database()
                .sql("SELECT case_id, compared_by, value FROM duplicates.blind WHERE case_id = CAST(? AS uuid)")
                .param(her.caseId())
                .query()
                .listOfRows();
        assertThat(values).hasSize(3);
        bulgaria.closes(her);
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", Map.of());

        assertThat(indices(her)).isEmpty();
        assertThat(told(romania.focalPoint, other)).isEmpty();
        assertThat(asked(germany, somebody(name, "1990-01-31"))).containsExactly("RO");

        database()
                .sql("INSERT INTO duplicates.person VALUES (CAST(? AS uuid), 'BG')")
                .param(her.caseId())
                .update();
        for (Map<String, Object> value : values) {
            database()
                    .sql("INSERT INTO duplicates.blind VALUES (?, ?, ?)")
                    .params(value.get("case_id"), value.get("compared_by"), value.get("value"))
                    .update();
        }
        mechanism.restartAfter(Duration.ofMinutes(1));

        assertThat(indices(her)).isEmpty();
        assertThat(asked(germany, somebody(name, "1990-01-31"))).containsExactly("RO");
    }

    @Test
    void nobody_finds_out_by_trying_who_is_known() {
        IntStream.range(0, 20).forEach(n -> asked(albania, somebody(name, "19" + (70 + n) + "-01-31")));

        Answer refused = albania.focalPoint.posts("/api/possible-duplicates", somebody(name, "1990-01-31"), Map.of());

        assertThat(refused.outcome()).isEqualTo("429 COMPARED_TOO_OFTEN");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(3_500L, 3_601L);
        mechanism.letPass(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        assertThat(asked(albania, somebody(name, "1990-01-31"))).isEmpty();
    }

    /** By what she is compared. */
    private List<String> indices(Her her) {
        return database()
                .sql("SELECT DISTINCT compared_by FROM duplicates.blind WHERE case_id = CAST(? AS uuid) ORDER BY 1")
                .param(her.caseId())
                .query(String.class)
                .list();
    }

    private JdbcClient database() {
        return JdbcClient.create(mechanism.database());
    }
}
