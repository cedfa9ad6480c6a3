package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who she is is known where it must be, for as long as it must be, and nowhere else. */
class WhoSheIsTest extends Journey {
    private static final String DOE = "{\"familyName\":\"Doe\",\"givenNames\":\"Synthetic\"}";

    @Test
    void the_country_that_is_responsible_knows_who_she_is_and_only_those_whose_work_it_is() {
        Her her = identified();
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("nothing");

        bulgaria.recordsWhoSheIs(her, "Doe");

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo(DOE);
        assertThat(bulgaria.authority.shown(her, "IDENTITY")).isEqualTo(DOE);
        assertThat(bulgaria.auditor.shown(her, "IDENTITY")).isEqualTo("WITHHELD ROLE");
        assertThat(bulgaria.coordinator.shown(her, "IDENTITY")).isEqualTo("WITHHELD ROLE");
        assertThat(coordinator.shown(her, "IDENTITY")).isEqualTo("WITHHELD ROLE");
        assertThat(bulgaria.auditor.timeline(her))
                .last()
                .asString()
                .isEqualTo("Bulgaria recorded the person's identity, sealed.");
        romania.knowsNothingOf(her);
    }

    @Test
    void the_receiving_country_learns_who_she_is_when_both_have_signed_and_what_she_consented_to() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.authority.acts(her, "/person", Map.of("account", Map.of("text", "Nobody's story.")));
        bulgaria.recordsWhatTheCaseManagerKnows(
                her, Map.of("whereabouts", Map.of("address", "Nowhere 1"), "risk", Map.of("text", "None.")));
        assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo("WITHHELD NOT_SHARED");

        bothPrepareAndSign(her);

        assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo(DOE);
        assertThat(romania.focalPoint.shown(her, "RISK")).isEqualTo("{\"text\":\"None.\"}");
        assertThat(romania.focalPoint.shown(her, "ACCOUNT")).isEqualTo("WITHHELD NOT_SHARED");
        assertThat(romania.focalPoint.shown(her, "WHEREABOUTS")).isEqualTo("WITHHELD NOT_SHARED");
        bulgaria.recordsWhoSheIs(her, "Doe-Roe");
        assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains("Doe-Roe");
        bulgaria.focalPoint.acts(her, "/person", Map.of("travelPlan", Map.of("route", "From here to there.")));
        assertThat(romania.focalPoint.shown(her, "TRAVEL_PLAN")).isEqualTo("WITHHELD NOT_SHARED");
    }

    @Test
    void it_is_taken_back_when_she_withdraws_her_consent() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bothPrepareAndSign(her);
        assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo(DOE);

        bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of());

        assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo("WITHHELD NOT_SHARED");
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo(DOE);
        bulgaria.recordsWhoSheIs(her, "Roe");
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Roe");
    }

    @Test
    void after_the_handover_bulgaria_keeps_what_it_did_not_hand_over_and_loses_the_rest() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.authority.acts(her, "/person", Map.of("account", Map.of("text", "Nobody's story.")));
        bothPrepareAndSign(her);
        bulgaria.recordsDeparture(her);
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);

        assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo(DOE);
        assertThat(romania.authority.shown(her, "ACCOUNT")).isEqualTo("WITHHELD NOT_SHARED");
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("WITHHELD NOT_SHARED");
        assertThat(bulgaria.authority.shown(her, "ACCOUNT")).contains("Nobody's story.");
        romania.recordsWhoSheIs(her, "Roe");
        assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains("Roe");
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("WITHHELD NOT_SHARED");
    }

    @Test
    void that_somebody_read_what_never_goes_over_is_not_told_to_the_country_that_comes_after() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.health.acts(her, "/person", Map.of("healthNote", Map.of("text", "Nothing.")));
        bothPrepareAndSign(her);
        assertThat(bulgaria.health.shown(her, "HEALTH_NOTE")).contains("Nothing.");
        bulgaria.recordsDeparture(her);
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);

        assertThat(bulgaria.auditor.openings(her)).anyMatch(line -> line.contains("HEALTH_NOTE"));
        assertThat(romania.auditor.openings(her))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("BG HEALTH_PROVIDER TRANSFER IDENTITY") || line.startsWith("RO"));
    }

    @Test
    void who_has_opened_what_is_seen_by_those_who_answer_for_the_case_and_else_by_each_for_itself() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bothPrepareAndSign(her);
        bulgaria.authority.shown(her, "IDENTITY");
        romania.focalPoint.shown(her, "IDENTITY");
        romania.coordinator.shown(her, "IDENTITY");

        List<String> all =
                List.of("BG COMPETENT_AUTHORITY TRANSFER IDENTITY", "RO NATIONAL_FOCAL_POINT TRANSFER IDENTITY");
        assertThat(bulgaria.focalPoint.openings(her)).isEqualTo(all);
        assertThat(bulgaria.auditor.openings(her)).isEqualTo(all);
        assertThat(bulgaria.focalPoint.openings(her, "?country=RO")).isEqualTo(all.subList(1, 2));
        assertThat(bulgaria.focalPoint
                        .gets(her.address("/person/openings"), Map.of("Accept", "text/csv"))
                        .http()
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(romania.auditor.openings(her, "?country=BG")).isEmpty();
        assertThat(romania.auditor.openings(her)).isEqualTo(all.subList(1, 2));
        assertThat(coordinator.gets(her.address("/person/openings"), Map.of()).status())
                .isEqualTo(404);
        assertThat(germany.auditor
                        .gets(her.address("/person/openings"), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void on_what_ground_somebody_read_follows_from_what_her_country_is_to_the_case() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bothPrepareAndSign(her);
        bulgaria.authority.shown(her, "IDENTITY");
        romania.focalPoint.shown(her, "IDENTITY");
        mechanism.settle(her);
        String asked = her.address("/person?purpose=DATA_SUBJECT_REQUEST");
        assertThat(bulgaria.protectionOfficer.reads(asked).status()).isEqualTo(200);

        assertThat(bulgaria.auditor
                        .reads(her.address("/person/openings"))
                        .body()
                        .path("items")
                        .valueStream()
                        .map(line -> line.path("country").asString() + " "
                                + line.path("legalGround").asString()))
                .containsExactly("BG OWN_TASK", "RO CONSENT", "BG DATA_SUBJECT_REQUEST");
    }

    /** As when the disk is full. */
    @Test
    void if_that_somebody_reads_cannot_be_recorded_nothing_is_shown_and_the_answer_says_so() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        mechanism.settle(her);
        mechanism.owner().sql("""
                        CREATE FUNCTION reads.disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$""").update();
        mechanism.owner().sql("""
                        CREATE TRIGGER disk_full BEFORE INSERT ON reads.opening
                        FOR EACH STATEMENT EXECUTE FUNCTION reads.disk_full()""").update();
        try {
            Answer answer = bulgaria.focalPoint.gets(her.address("/person?purpose=ASSISTANCE"), Map.of());
            assertThat(answer.outcome()).isEqualTo("503 READING_NOT_RECORDED");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.body().path("detail").asString()).contains("nothing is shown");
            assertThat(answer.http().body()).doesNotContain("Doe", "fields");
        } finally {
            mechanism.owner().sql("DROP FUNCTION reads.disk_full() CASCADE").update();
        }
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo(DOE);
    }

    @Test
    void who_does_not_answer_for_a_field_does_not_record_it() {
        Her her = identified();
        refused(
                "403 FIELD_OF_ANOTHER_ROLE",
                () -> bulgaria.focalPoint.acts(her, "/person", Map.of("account", Map.of("text", "x"))));
        refused("422 NOTHING_RECORDED", () -> bulgaria.focalPoint.acts(her, "/person", Map.of()));
        refused("404 UNKNOWN_CASE", () -> romania.recordsWhoSheIs(her, "Doe"));
    }
}
