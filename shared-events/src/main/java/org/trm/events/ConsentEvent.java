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
import org.trm.events.types.Optional;
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
            @Optional CountryCode country,
            @Optional OrganisationId organisation,
            Set<DataClass> dataClasses,
            @Optional DisclosurePurpose purpose,
            ConsentHolder holder,
            @Optional ChildView childView,
            LanguageCode language,
            boolean interpreter,
            @Optional LocalDate occurredOn,
            Instant validUntil,
            ProcedureVersion procedure,
            @Optional Long corrects)
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
    record ConsentWithdrawn(
            CaseId caseId, ConsentId consentId, @Optional LocalDate occurredOn) implements ConsentEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.consentWithdrawn(this);
        }
    }
}
