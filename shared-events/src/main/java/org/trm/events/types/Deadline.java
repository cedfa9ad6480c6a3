package org.trm.events.types;

import java.time.Duration;
import java.time.Instant;

/**
 * A running time limit, computed once and recorded, so that history is judged by the rules of its day.
 *
 * @param escalatesAt when something is due next: the coordinators are told, or, once they have been, the limit lapses
 * @param lapsesAt when the state itself changes; null for a limit that never lapses, because a person is waiting
 * @param procedure the procedure whose values were applied
 */
public record Deadline(
        TimeLimit limit,
        Instant startsAt,
        Instant escalatesAt,
        @Optional Instant lapsesAt,
        ProcedureVersion procedure) {

    public boolean due(Instant now) {
        return !now.isBefore(escalatesAt);
    }

    public boolean lapsed(Instant now) {
        return lapsesAt != null && !now.isBefore(lapsesAt);
    }

    /** The coordinators have been told, and only the lapse is left to come. */
    public boolean escalated() {
        return escalatesAt.equals(lapsesAt);
    }

    /** The same limit, with all that is still to come moved later by the time it stood still. */
    public Deadline laterBy(Duration standstill) {
        return new Deadline(
                limit,
                startsAt,
                escalatesAt.plus(standstill),
                lapsesAt == null ? null : lapsesAt.plus(standstill),
                procedure);
    }
}
