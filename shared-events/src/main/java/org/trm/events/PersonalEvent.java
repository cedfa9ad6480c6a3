package org.trm.events;

import java.time.LocalDate;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.Optional;
import org.trm.events.types.Sealed;

/** What is known of the person by name. It stands here sealed; whoever may read it needs its key besides. */
public sealed interface PersonalEvent extends CaseEvent {
    /** What it says about her. */
    Sealed sealed();

    /** One field about her was recorded, and replaces what was recorded of it before. */
    record PersonalDataRecorded(
            CaseId caseId, Sealed value, @Optional LocalDate occurredOn) implements PersonalEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.personalDataRecorded(this);
        }

        @Override
        public Sealed sealed() {
            return value;
        }
    }

    /**
     * A document about her was attached: it lies beside the events, sealed.
     *
     * @param description its title and format, as of the field that it belongs to
     * @param content of the document as it lies there
     */
    record DocumentAttached(
            CaseId caseId,
            DocumentId documentId,
            Sealed description,
            ContentHash content,
            @Optional LocalDate occurredOn)
            implements PersonalEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.documentAttached(this);
        }

        @Override
        public Sealed sealed() {
            return description;
        }
    }
}
