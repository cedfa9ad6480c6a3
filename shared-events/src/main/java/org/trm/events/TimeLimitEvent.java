package org.trm.events;

import org.trm.events.types.CaseId;
import org.trm.events.types.Deadline;
import org.trm.events.types.TimeLimit;

/** Time limits of the case itself that nobody met in time. */
public sealed interface TimeLimitEvent extends CaseEvent {
    /** A time limit of the case itself passed: the coordinators of the country are told. */
    record CaseDeadlineEscalated(CaseId caseId, TimeLimit limit, Deadline deadline) implements TimeLimitEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.caseDeadlineEscalated(this);
        }
    }
}
