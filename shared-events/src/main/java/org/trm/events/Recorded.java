package org.trm.events;

import java.time.Instant;
import org.trm.events.types.Actor;

/**
 * An event as it was recorded.
 *
 * @param version the number of events of its case up to and including this one; the first is 1
 * @param at when it was recorded (UTC, milliseconds); never earlier than the event before it in the same case
 */
public record Recorded<E>(E event, long version, Instant at, Actor actor) {}
