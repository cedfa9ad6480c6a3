package org.trm.events;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.Actor;

/**
 * An event as it was recorded.
 *
 * @param version the number of events of its case up to and including this one; the first is 1
 * @param at when it was recorded (UTC, milliseconds); never earlier than the event before it in the same case
 * @param act that led to it, and perhaps to others with it; null for what is only imagined
 * @param correlation the root of all that followed from one request; null for what is only imagined
 */
public record Recorded<E>(E event, long version, Instant at, Actor actor, UUID act, String correlation) {
    /** What would be recorded. */
    public Recorded(E event, long version, Instant at, Actor actor) {
        this(event, version, at, actor, null, null);
    }
}
