package org.trm.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trm.query.projection.Generation;
import org.trm.query.projection.Generation.State;
import org.trm.query.projection.Generation.Wish;

/** The pace of a rebuild is that of the time in which it was not paused. */
class ProgressTest {
    private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static Progress progress(State state, Duration sinceBegun, Instant built, Duration paused) {
        return Progress.of(new Generation(
                "inbox",
                2,
                1,
                state,
                BEGUN,
                BEGUN.plus(sinceBegun),
                built,
                4_000,
                10_000,
                9_999L,
                null,
                Wish.GO_ON,
                paused.toMillis()));
    }

    @Test
    void an_hour_of_rest_does_not_make_the_time_left_longer() {
        Progress progress = progress(State.BUILDING, HOUR.plusSeconds(4), null, HOUR);

        assertThat(progress.eventsPerSecond()).isEqualTo(1_000);
        assertThat(progress.secondsLeft()).isEqualTo(6);
    }

    @Test
    void one_that_rests_tells_how_long_it_will_take_when_it_goes_on() {
        Progress progress = progress(State.PAUSED, Duration.ofSeconds(4), null, Duration.ZERO);

        assertThat(progress.state()).isEqualTo(State.PAUSED);
        assertThat(progress.secondsLeft()).isEqualTo(6);
    }

    @Test
    void nothing_is_left_of_a_bulk_that_is_there() {
        Progress progress = progress(State.PAUSED, HOUR, BEGUN.plusSeconds(4), Duration.ZERO);

        assertThat(progress.eventsPerSecond()).isEqualTo(1_000);
        assertThat(progress.secondsLeft()).isNull();
    }

    @Test
    void no_pace_is_told_of_what_has_only_rested() {
        Progress progress = progress(State.BUILDING, HOUR, null, HOUR);

        assertThat(progress.eventsPerSecond()).isNull();
        assertThat(progress.secondsLeft()).isNull();
    }
}
