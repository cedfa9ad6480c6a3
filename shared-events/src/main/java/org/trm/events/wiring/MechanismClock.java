package org.trm.events.wiring;

import java.time.Clock;
import java.time.Duration;

/** The clock by which the mechanism decides, records and tells what is overdue: the same on both sides. */
public final class MechanismClock {
    private MechanismClock() {}

    /**
     * Real time, moved only where somebody said that it may be: to practise, or to test.
     *
     * @param offset as {@code trm.clock.offset} says
     * @param movable as {@code trm.clock.movable} says
     * @throws IllegalStateException when it is moved and may not be
     */
    public static Clock of(Duration offset, boolean movable) {
        if (!offset.isZero() && !movable) {
            throw new IllegalStateException(
                    "trm.clock.offset moves the clock of the mechanism; set trm.clock.movable=true if that is meant");
        }
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
