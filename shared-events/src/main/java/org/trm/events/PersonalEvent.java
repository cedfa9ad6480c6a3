package org.trm.events;

import java.time.LocalDate;
import org.trm.events.types.CaseId;
import org.trm.events.types.Optional;
import org.trm.events.types.Sealed;

/** What is known of the person by name. It stands here sealed; whoever may read it needs its key besides. */
public sealed interface PersonalEvent extends CaseEvent {
    /** One field about her was recorded, and replaces what was recorded of it before. */
    record PersonalDataRecorded(
            CaseId caseId, Sealed value, @Optional LocalDate occurredOn) implements PersonalEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.personalDataRecorded(this);
        }
    }
}
