package org.trm.events.types;

import java.time.Instant;

/**
 * A running time limit, computed once and recorded, so that history is judged by the rules of its day.
 *
 * @param escalatesAt when the coordinators are told
 * @param lapsesAt when the state itself changes; null for a limit that never lapses because a person is waiting
 * @param procedure the procedure whose values were applied
 */
public record Deadline(
        TimeLimit limit, Instant startsAt, Instant escalatesAt, Instant lapsesAt, ProcedureVersion procedure) {

    /** The next instant at which something is due, after the escalation or before it. */
    public Instant nextAfter(boolean escalated) {
        return escalated && lapsesAt != null ? lapsesAt : escalatesAt;
    }
}
