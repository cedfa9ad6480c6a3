package org.trm.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.trm.events.types.CaseId;
import org.trm.events.types.ChildView;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.Vocabulary;

/** Informed consent, given and withdrawn. */
public sealed interface ConsentEvent extends CaseEvent {
    /** Informed consent for one scope. For a child the guardian consents and the child's view is recorded. */
    record ConsentGiven(
            CaseId caseId,
            ConsentId consentId,
            ConsentScope scope,
            CountryCode country,
            OrganisationId organisation,
            Set<DataClass> dataClasses,
            DisclosurePurpose purpose,
            ConsentHolder holder,
            ChildView childView,
            LanguageCode language,
            boolean interpreter,
            LocalDate occurredOn,
            Instant validUntil,
            ProcedureVersion procedure,
            Long corrects)
            implements ConsentEvent {
        public ConsentGiven {
            dataClasses = Vocabulary.ordered(DataClass.class, dataClasses);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.consentGiven(this);
        }
    }

    /** Consent was withdrawn: always possible, no reason needed. */
    record ConsentWithdrawn(CaseId caseId, ConsentId consentId, LocalDate occurredOn) implements ConsentEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.consentWithdrawn(this);
        }
    }
}
