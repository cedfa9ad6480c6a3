package org.trm.events;

import java.time.LocalDate;
import org.trm.events.types.CaseId;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.Deadline;
import org.trm.events.types.Optional;
import org.trm.events.types.ReopeningReason;

/** The end of a case, and its new beginning. */
public sealed interface ClosingEvent extends CaseEvent {
    /** The case was closed. */
    record CaseClosed(
            CaseId caseId, ClosureReason reason, @Optional LocalDate occurredOn) implements ClosingEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.caseClosed(this);
        }
    }

    /** The case was opened again. */
    record CaseReopened(
            CaseId caseId, ReopeningReason reason, @Optional Deadline deadline) implements ClosingEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.caseReopened(this);
        }
    }
}
