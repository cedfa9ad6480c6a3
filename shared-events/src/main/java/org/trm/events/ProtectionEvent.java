package org.trm.events;

import java.time.LocalDate;
import org.trm.events.types.AgeBasis;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.CaseId;
import org.trm.events.types.ChildView;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReflectionTermination;

/** What protects a child, and a victim's time to recover and reflect. */
public sealed interface ProtectionEvent extends CaseEvent {
    /** Her age is uncertain and she may be a child: she is treated as one until her age is verified (CoE Convention art. 10(3)). */
    record MinorityPresumed(
            CaseId caseId,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.minorityPresumed(this);
        }
    }

    /** Her age was verified, and with it who consents for her. */
    record AgeVerified(
            CaseId caseId,
            boolean minor,
            AgeBasis basis,
            AgeEvidence evidence,
            @Optional LocalDate occurredOn,
            @Optional Long corrects)
            implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.ageVerified(this);
        }
    }

    /** A guardian was appointed for a child in one country (CoE Convention art. 10(4)). */
    record GuardianAppointed(
            CaseId caseId,
            CountryCode country,
            OrganisationId authority,
            @Optional LocalDate occurredOn,
            @Optional Long corrects)
            implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.guardianAppointed(this);
        }
    }

    /** The guardianship in one country ended. */
    record GuardianshipEnded(
            CaseId caseId,
            CountryCode country,
            GuardianshipEnd reason,
            @Optional LocalDate occurredOn) implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.guardianshipEnded(this);
        }
    }

    /** The best interests of a child were formally determined (CoE Convention art. 16(7)). */
    record BestInterestsDetermined(
            CaseId caseId,
            BestInterestsOutcome outcome,
            DurableSolution solution,
            CountryCode country,
            Caregiver caregiver,
            boolean guardianHeard,
            @Optional ChildView childView,
            @Optional LocalDate occurredOn,
            @Optional Long corrects)
            implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.bestInterestsDetermined(this);
        }
    }

    /** A recovery and reflection period was granted (CoE Convention art. 13). */
    record ReflectionPeriodGranted(
            CaseId caseId,
            LocalDate from,
            LocalDate until,
            Deadline deadline,
            @Optional Long corrects) implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.reflectionPeriodGranted(this);
        }
    }

    /** The reflection period was lengthened; it is never shortened. */
    record ReflectionPeriodExtended(CaseId caseId, LocalDate until, Deadline deadline) implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.reflectionPeriodExtended(this);
        }
    }

    /** The victim herself asked to go on before her reflection period was over. */
    record ReflectionPeriodWaived(CaseId caseId, @Optional LocalDate occurredOn) implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.reflectionPeriodWaived(this);
        }
    }

    /** The reflection period ended early, on one of the enumerated grounds. */
    record ReflectionPeriodTerminated(
            CaseId caseId,
            ReflectionTermination ground,
            @Optional LocalDate occurredOn) implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.reflectionPeriodTerminated(this);
        }
    }

    /** The reflection period ran out. */
    record ReflectionPeriodEnded(CaseId caseId) implements ProtectionEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.reflectionPeriodEnded(this);
        }
    }
}
