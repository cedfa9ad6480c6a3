package org.trm.events;

import java.time.LocalDate;
import org.trm.events.types.CaseId;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.Deadline;
import org.trm.events.types.Optional;
import org.trm.events.types.ReopeningReason;

/** The end of a case, and its new beginning. */
public sealed interface ClosingEvent extends CaseEvent {
    /**
     * The case was closed.
     *
     * @param deadline for how long what is known of the person is kept: then it is overdue for erasure
     */
    record CaseClosed(
            CaseId caseId, ClosureReason reason, @Optional LocalDate occurredOn, Deadline deadline)
            implements ClosingEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.caseClosed(this);
        }
    }

    /**
     * The case was opened again; its time of retention ends.
     *
     * @param deadline to decide on reasonable grounds; null when that was decided
     */
    record CaseReopened(
            CaseId caseId, ReopeningReason reason, @Optional Deadline deadline) implements ClosingEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.caseReopened(this);
        }
    }
}
