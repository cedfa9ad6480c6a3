package org.trm.events;

import java.time.Instant;
import java.time.LocalDate;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Optional;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.RiskLevel;

/** Assessments of risk and security. */
public sealed interface RiskEvent extends CaseEvent {
    /** A country assessed how safe the person would be in a country. */
    record RiskAssessed(
            CaseId caseId,
            CountryCode assessedBy,
            CountryCode concerning,
            RiskLevel level,
            LocalDate assessedOn,
            Instant validUntil,
            ProcedureVersion procedure,
            @Optional Long corrects)
            implements RiskEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.riskAssessed(this);
        }
    }
}
