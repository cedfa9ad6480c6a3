package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After a case was closed she is remembered for as long as the law lets her be; who should forget her then is told so. */
class KeptUntilTest extends Journey {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, String> RETENTION_OVER = Map.of("ground", "RETENTION_OVER");

    @Test
    void three_years_after_the_closure_she_is_overdue_for_erasure_until_two_officers_have_seen_to_it() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.closes(her);
        assertThat(bulgaria.sees(her).body().path("deadlines"))
                .singleElement()
                .satisfies(limit -> assertThat(limit.path("limit").asString()).isEqualTo("RETENTION"));
        refused("409 RETENTION_RUNS", () -> bulgaria.protectionOfficer.acts(her, "/erasure", RETENTION_OVER));
        assertThat(bulgaria.coordinator.overdue()).doesNotContain(her.caseId());

        mechanism.letPass(Duration.ofDays(3 * 366));

        eventually(() -> assertThat(bulgaria.coordinator.overdue()).contains(her.caseId()));
        eventually(() -> assertThat(bulgaria.auditor.timeline(her))
                .last()
                .asString()
                .contains("The time to keep what is known of the person ran out"));
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
        her.became(bulgaria.sees(her).version());
        bulgaria.protectionOfficer.acts(her, "/erasure", RETENTION_OVER);
        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", NOTHING);

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
        eventually(() -> assertThat(bulgaria.coordinator.overdue()).doesNotContain(her.caseId()));
    }

    @Test
    void a_country_that_handed_her_over_sees_what_it_ruled_itself_and_that_she_was_forgotten() {
        Her her = handedOver();
        long handedOver = bulgaria.sees(her).version();
        bulgaria.authority.posts(her.address("/legal-hold"), Map.of("ground", "COURT_ORDER"), Map.of());
        romania.authority.posts(her.address("/legal-hold"), Map.of("ground", "COMPENSATION_CLAIM"), Map.of());
        bulgaria.authority.posts(her.address("/legal-hold/end"), NOTHING, Map.of());
        romania.authority.posts(her.address("/legal-hold/end"), NOTHING, Map.of());
        romania.reports(her, "AFTER_72_HOURS");
        romania.closes(her);
        romania.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        romania.secondOfficer.acts(her, "/erasure/confirmation", NOTHING);

        assertThat(bulgaria.auditor.timeline(her).stream()
                        .filter(sentence -> sentence.contains("ruled") || sentence.contains("erased"))
                        .toList())
                .satisfiesExactly(
                        placed -> assertThat(placed)
                                .startsWith("Bulgaria ruled that what is known of the person be kept"),
                        lifted -> assertThat(lifted)
                                .startsWith("Bulgaria ruled that")
                                .contains("not be kept"),
                        erased -> assertThat(erased).startsWith("Romania confirmed it"));
        assertThat(bulgaria.sees(her).version()).isGreaterThan(handedOver);
        assertThat(bulgaria.sees(her).body().path("stage").asString()).isEqualTo("HANDED_OVER");
    }
}
