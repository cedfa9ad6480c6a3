package org.trm.query.referral;

import java.time.Instant;
import org.trm.events.types.Deadline;
import org.trm.events.types.TimeLimit;

/**
 * A time limit that is running.
 *
 * @param since when it began
 * @param due by when what is expected is to be done: then the coordinators are told for the first time, and it is overdue
 * @param escalates when the coordinators are told next, or, once they have been, when it lapses
 * @param lapses when the state itself changes; null for a limit that never lapses
 * @param escalated when the coordinators were first told; null when they have not been
 */
public record RunningLimit(
        TimeLimit limit, Instant since, Instant due, Instant escalates, Instant lapses, Instant escalated) {
    /** The limit that an event sets; null when it sets none. */
    public static RunningLimit of(Deadline deadline) {
        return deadline == null
                ? null
                : new RunningLimit(
                        deadline.limit(),
                        deadline.startsAt(),
                        deadline.escalatesAt(),
                        deadline.escalatesAt(),
                        deadline.lapsesAt(),
                        null);
    }

    /** The same limit after the coordinators were told at this moment. */
    public RunningLimit escalated(Instant at, Deadline after) {
        return new RunningLimit(
                limit, since, due, after.escalatesAt(), after.lapsesAt(), escalated == null ? at : escalated);
    }

    public boolean overdue(Instant now) {
        return !now.isBefore(due);
    }

    /** Until when what is expected can still be done: then it lapses, or, if it never does, the coordinators are told. */
    public Instant until() {
        return lapses == null ? escalates : lapses;
    }
}
