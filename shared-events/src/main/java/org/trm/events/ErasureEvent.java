package org.trm.events;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.DocumentWithdrawalGround;
import org.trm.events.types.ErasureGround;
import org.trm.events.types.LegalHoldGround;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Remainder;

/** That what is sealed about a person is to be forgotten, or must not be yet (GDPR art. 17). The history stays. */
public sealed interface ErasureEvent extends CaseEvent {
    /** A data protection officer asked that the person be forgotten; another one must confirm it. */
    record ErasureRequested(CaseId caseId, ErasureGround ground) implements ErasureEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.erasureRequested(this);
        }
    }

    /** The request was taken back. */
    record ErasureRequestWithdrawn(CaseId caseId) implements ErasureEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.erasureRequestWithdrawn(this);
        }
    }

    /**
     * The keys of all that was sealed about her were destroyed: nobody can read it any more.
     *
     * @param copiesUntil the last day on which a copy of the keys could still lie in a backup
     */
    record PersonErased(CaseId caseId, LocalDate copiesUntil) implements ErasureEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.personErased(this);
        }
    }

    /**
     * What was sealed about her, and nobody could open any more, was taken out of these events as they are stored. All else
     * of them stays, and so do their places in the sealed log.
     *
     * @param events in order
     */
    record SealedDataRedacted(CaseId caseId, Set<Remainder> events) implements ErasureEvent {
        public SealedDataRedacted {
            events = events == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(events));
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.sealedDataRedacted(this);
        }
    }

    /**
     * A document about her was taken back, and what was sealed of it destroyed. That it was attached stays.
     *
     * @param field that it belonged to
     */
    record DocumentWithdrawn(CaseId caseId, DocumentId documentId, PersonalField field, DocumentWithdrawalGround ground)
            implements ErasureEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.documentWithdrawn(this);
        }
    }

    /** A country that has, or has had, the case rules that what is known of her be kept, whatever else would let it go. */
    record LegalHoldPlaced(CaseId caseId, CountryCode country, LegalHoldGround ground) implements ErasureEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.legalHoldPlaced(this);
        }
    }

    /** It need not be kept for that any more. */
    record LegalHoldLifted(CaseId caseId, CountryCode country) implements ErasureEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.legalHoldLifted(this);
        }
    }
}
