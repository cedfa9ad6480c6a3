package org.trm.command.timelimits;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.events.types.ReferralState.SUBMITTED;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Story;
import org.trm.command.timelimits.Mechanism.Node;
import org.trm.events.types.TimeLimit;

/** Whoever watches sees how many limits run, and that one which is due is acted on. */
class ClockFiguresTest {
    private final Mechanism mechanism = new Mechanism();
    private final Node node = mechanism.node();

    @AfterEach
    void close() {
        mechanism.close();
    }

    @Test
    void limits_are_counted_by_kind_and_one_that_is_due_waits_until_it_is_acted_on() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        node.given(story, mechanism);
        Instant due = story.referral().deadline().escalatesAt();
        OpenClocks clocks = node.clocks();
        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(clocks.count(due).running()).containsEntry(TimeLimit.ACKNOWLEDGEMENT, 1L));
        assertThat(clocks.count(due.minusSeconds(1)).waiting()).isZero();
        assertThat(clocks.count(due.plusSeconds(420)).waiting()).isEqualTo(Duration.ofMinutes(7));

        mechanism.timeIs(due.plusSeconds(420));

        await().atMost(30, SECONDS)
                .untilAsserted(() ->
                        assertThat(clocks.count(mechanism.now()).waiting()).isZero());
    }
}
