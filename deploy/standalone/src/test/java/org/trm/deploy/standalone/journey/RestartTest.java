package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In the middle of a transfer the mechanism is stopped, and started again a month later. */
class RestartTest extends Journey {
    @Test
    void it_goes_on_where_it_was_and_does_what_fell_due_in_the_meantime() {
        Her undecided = received();
        Her her = ready();
        Map<String, String> key = SameActTwiceTest.key();
        Map<String, String> departure = Map.of(
                "departedOn",
                mechanism.today().toString(),
                "plannedArrival",
                mechanism.now().plus(Duration.ofHours(9)).toString());
        String departs = her.address("/referrals/{r}/departure");
        Answer left = bulgaria.focalPoint.posts(departs, departure, key);
        her.became(left.version());
        List<String> told = bulgaria.auditor.timeline(her);

        mechanism.restartAfter(Duration.ofDays(31));

        assertThat(bulgaria.auditor.timeline(her)).startsWith(told.toArray(String[]::new));
        assertThat(bulgaria.sees(her, left.version()).referrals()).containsExactly("RO IN_TRANSIT");
        assertThat(bulgaria.focalPoint.posts(departs, departure, key).body()).isEqualTo(left.body());
        eventually(() -> assertThat(romania.letter(undecided).state()).isEqualTo("EXPIRED"));
        eventually(() -> assertThat(romania.letter(her).escalated()).isTrue());
        assertThat(romania.letter(her).state()).isEqualTo("IN_TRANSIT");

        her.became(romania.sees(her).version());
        romania.confirmsArrival(her);
        romania.acknowledgesTheHandover(her);
        bulgaria.acknowledgesTheHandover(her);
        her.heldBy(romania);
        assertThat(romania.auditor.custody(her)).containsExactly("BG", "RO");
        assertThat(romania.auditor.timeline(her)).hasSize((int) her.version());
    }
}
