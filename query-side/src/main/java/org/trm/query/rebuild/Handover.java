package org.trm.query.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Finds an index up to which the event table can change no more: events get their index before they become visible, so
 * the highest one that is visible may be followed by lower ones for as long as their transactions run.
 */
@Component
class Handover {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final StoredEvents events;

    Handover(StoredEvents events) {
        this.events = events;
    }

    /**
     * An index that is older than every transaction still running when this returns; -1 when there is no event.
     *
     * @param meanwhile is run before and between two looks, takes what time it likes, and ends the search by throwing
     * @throws IllegalStateException when a transaction that writes events does not end within a minute
     */
    long safeIndex(Runnable meanwhile) {
        meanwhile.run();
        long index = events.head();
        List<String> writing = events.writers();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!writing.isEmpty() && events.writers().stream().anyMatch(writing::contains)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("A transaction that writes events has been open for a minute."
                        + " End it and ask for the rebuild again.");
            }
            meanwhile.run();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return index;
    }
}
