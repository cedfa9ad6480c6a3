package org.trm.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.trm.events.types.Optional;
import org.trm.query.projection.Generation;

/**
 * How the building of a generation goes.
 *
 * @param eventsAll about how many there are to fold
 * @param eventsPerSecond of the time in which it was not paused; null before anything is known
 * @param secondsLeft of the bulk, about, and without pauses; null when nothing is known, and when the bulk is there
 * @param failure why it came to nothing; null when it did not
 */
public record Progress(
        String projection,
        int generation,
        Generation.State state,
        Instant begunAt,
        @Optional Instant builtAt,
        long eventsDone,
        long eventsAll,
        @Optional Long eventsPerSecond,
        @Optional Long secondsLeft,
        @Optional String failure) {

    static Progress of(Generation generation) {
        Instant until = generation.builtAt() == null ? generation.changedAt() : generation.builtAt();
        long millis = Duration.between(generation.begunAt(), until).toMillis() - generation.pausedMillis();
        Long rate = millis <= 0 || generation.eventsDone() == 0 ? null : generation.eventsDone() * 1000 / millis;
        return new Progress(
                generation.view(),
                generation.number(),
                generation.state(),
                generation.begunAt(),
                generation.builtAt(),
                generation.eventsDone(),
                generation.eventsAll(),
                rate,
                secondsLeft(generation, rate),
                generation.failure());
    }

    private static Long secondsLeft(Generation generation, Long rate) {
        boolean isInBulk = generation.state().isInTheMaking() && generation.builtAt() == null;
        if (!isInBulk || rate == null || rate == 0) {
            return null;
        }
        return Math.max(0, generation.eventsAll() - generation.eventsDone()) / rate;
    }
}
