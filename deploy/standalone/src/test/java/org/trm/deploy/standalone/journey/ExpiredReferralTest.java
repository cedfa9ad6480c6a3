package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody decides. The coordinators are told, and when the time is over the mechanism ends what it waits for. */
class ExpiredReferralTest extends Journey {
    @Test
    void a_referral_that_nobody_decides_is_escalated_and_then_expires() {
        Her her = received();
        assertThat(romania.letter(her).limit()).isEqualTo("DECISION");
        assertThat(romania.letter(her).overdue()).isFalse();

        mechanism.letPass(Duration.ofDays(17));

        eventually(() -> assertThat(romania.letter(her).escalated()).isTrue());
        assertThat(romania.letter(her).overdue()).isTrue();
        assertThat(romania.letter(her).state()).isEqualTo("RECEIVED");
        eventually(() -> assertThat(coordinator.overdue()).contains(her.caseId()));

        mechanism.letPass(Duration.ofDays(14));

        eventually(() -> assertThat(romania.letter(her).state()).isEqualTo("EXPIRED"));
        eventually(() -> assertThat(coordinator.overdue()).doesNotContain(her.caseId()));
        refused("409 MUST_AWAIT_DECISION", () -> romania.accepts(her, "SHELTER"));
        assertThat(bulgaria.sees(her).responsible()).isEqualTo("BG");
        assertThat(bulgaria.auditor.timeline(her))
                .anyMatch(sentence -> sentence.contains("ran out"))
                .last()
                .asString()
                .contains("expired");
        assertThat(romania.sees(her).relation()).isEqualTo("FORMERLY_ADDRESSED");
    }

    @Test
    void an_answer_in_time_stops_the_clock() {
        Her her = received();
        mechanism.letPass(Duration.ofDays(5));

        romania.declines(her, "NO_SUITABLE_SERVICE");
        mechanism.letPass(Duration.ofDays(40));

        Her later = received();
        mechanism.letPass(Duration.ofDays(31));
        eventually(() -> assertThat(romania.letter(later).state()).isEqualTo("EXPIRED"));
        assertThat(romania.letter(her).state()).isEqualTo("DECLINED");
        assertThat(bulgaria.sees(her).version()).isEqualTo(her.version());
    }

    @Test
    void signatures_that_nobody_uses_in_time_are_void_and_both_must_sign_again() {
        Her her = ready();

        mechanism.letPass(Duration.ofDays(15));

        eventually(() -> assertThat(romania.letter(her).state()).isEqualTo("PREPARING"));
        assertThat(romania.letter(her).body().path("signatures")).isEmpty();
        refused("409 MUST_BE_READY", () -> bulgaria.recordsDeparture(her));
        her.became(bulgaria.sees(her).version());
        bulgaria.signsForDeparture(her);
        romania.signsForDeparture(her);
        assertThat(romania.letter(her).state()).isEqualTo("READY");
    }

    @Test
    void who_does_not_arrive_is_escalated_day_after_day_and_never_given_up() {
        Her her = inTransit();

        mechanism.letPass(Duration.ofHours(34));
        eventually(() -> assertThat(romania.letter(her).escalated()).isTrue());
        long once = bulgaria.sees(her).version();
        mechanism.letPass(Duration.ofHours(25));
        eventually(() -> assertThat(bulgaria.sees(her).version()).isGreaterThan(once));

        assertThat(romania.letter(her).state()).isEqualTo("IN_TRANSIT");
        her.became(bulgaria.sees(her).version());
        romania.confirmsArrival(her);
        assertThat(romania.letter(her).state()).isEqualTo("ARRIVED");
    }
}
