package org.trm.command.timelimits;

import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent.CaseClosed;
import org.trm.events.ClosingEvent.CaseReopened;
import org.trm.events.ConsentEvent.ConsentGiven;
import org.trm.events.ConsentEvent.ConsentWithdrawn;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.ErasureEvent.ErasureRequestWithdrawn;
import org.trm.events.ErasureEvent.ErasureRequested;
import org.trm.events.ErasureEvent.LegalHoldLifted;
import org.trm.events.ErasureEvent.LegalHoldPlaced;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.IdentificationEvent.ReasonableGroundsFound;
import org.trm.events.IdentificationEvent.ReasonableGroundsNotFound;
import org.trm.events.IdentificationEvent.VictimConfirmed;
import org.trm.events.IdentificationEvent.VictimNotConfirmed;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.IntakeEvent.IndicatorsRecorded;
import org.trm.events.IntakeEvent.MinimalDataSetRevised;
import org.trm.events.IntakeEvent.NeedsAssessed;
import org.trm.events.PersonalEvent.DocumentAttached;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.ProtectionEvent.AgeVerified;
import org.trm.events.ProtectionEvent.BestInterestsDetermined;
import org.trm.events.ProtectionEvent.GuardianAppointed;
import org.trm.events.ProtectionEvent.GuardianshipEnded;
import org.trm.events.ProtectionEvent.MinorityPresumed;
import org.trm.events.ProtectionEvent.ReflectionPeriodEnded;
import org.trm.events.ProtectionEvent.ReflectionPeriodExtended;
import org.trm.events.ProtectionEvent.ReflectionPeriodGranted;
import org.trm.events.ProtectionEvent.ReflectionPeriodTerminated;
import org.trm.events.ProtectionEvent.ReflectionPeriodWaived;
import org.trm.events.ReferralEvent.AnswerDelivered;
import org.trm.events.ReferralEvent.ArrivalConfirmed;
import org.trm.events.ReferralEvent.ConditionMet;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.DepartureAuthorised;
import org.trm.events.ReferralEvent.DepartureRecorded;
import org.trm.events.ReferralEvent.HandoverAcknowledged;
import org.trm.events.ReferralEvent.IncidentRecorded;
import org.trm.events.ReferralEvent.InformationRequested;
import org.trm.events.ReferralEvent.InformationSupplied;
import org.trm.events.ReferralEvent.JourneyResumed;
import org.trm.events.ReferralEvent.MonitoringReported;
import org.trm.events.ReferralEvent.MonitoringWaived;
import org.trm.events.ReferralEvent.PreconditionConfirmed;
import org.trm.events.ReferralEvent.PreconditionRevoked;
import org.trm.events.ReferralEvent.ReceiptAcknowledged;
import org.trm.events.ReferralEvent.ReferralAccepted;
import org.trm.events.ReferralEvent.ReferralCompleted;
import org.trm.events.ReferralEvent.ReferralConditionallyAccepted;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.ReferralEvent.ReferralExpired;
import org.trm.events.ReferralEvent.ReferralForwarded;
import org.trm.events.ReferralEvent.ReferralReady;
import org.trm.events.ReferralEvent.ReferralStopped;
import org.trm.events.ReferralEvent.ReferralSubmitted;
import org.trm.events.ReferralEvent.ReferralWithdrawn;
import org.trm.events.ReferralEvent.ServicesConfirmed;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.ReferralEvent.TransferFailed;
import org.trm.events.RiskEvent.RiskAssessed;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** What each event means for the running time limits of its case: it starts one in place of another, ends it, or neither. */
public final class RunningLimits implements CaseEvent.Reader<RunningLimits.Change> {
    public static final RunningLimits OF = new RunningLimits();

    private static final Change NOTHING = new Nothing();

    private RunningLimits() {}

    /** A change of the limits that run. */
    public sealed interface Change {}

    /** No limit is touched. */
    public record Nothing() implements Change {}

    /** @param referralId null for a limit of the case itself */
    public record Start(ReferralId referralId, Deadline deadline) implements Change {}

    /** The one limit of a referral ends, or a limit of the case itself when {@code referralId} is null. */
    public record End(ReferralId referralId, TimeLimit limit) implements Change {}

    /**
     * All others end: in a closed case nothing runs but the time for which she is kept, and that ends when it is opened again.
     *
     * @param deadline of the case itself, which runs alone; null when none does
     */
    public record Only(Deadline deadline) implements Change {}

    @Override
    public Change caseOpened(CaseOpened event) {
        return new Start(null, event.deadline());
    }

    @Override
    public Change minimalDataSetRevised(MinimalDataSetRevised event) {
        return NOTHING;
    }

    @Override
    public Change indicatorsRecorded(IndicatorsRecorded event) {
        return NOTHING;
    }

    @Override
    public Change needsAssessed(NeedsAssessed event) {
        return NOTHING;
    }

    @Override
    public Change personalDataRecorded(PersonalDataRecorded event) {
        return NOTHING;
    }

    @Override
    public Change documentAttached(DocumentAttached event) {
        return NOTHING;
    }

    @Override
    public Change reasonableGroundsFound(ReasonableGroundsFound event) {
        return new End(null, TimeLimit.REASONABLE_GROUNDS);
    }

    @Override
    public Change reasonableGroundsNotFound(ReasonableGroundsNotFound event) {
        return new End(null, TimeLimit.REASONABLE_GROUNDS);
    }

    @Override
    public Change victimConfirmed(VictimConfirmed event) {
        return NOTHING;
    }

    @Override
    public Change victimNotConfirmed(VictimNotConfirmed event) {
        return NOTHING;
    }

    @Override
    public Change minorityPresumed(MinorityPresumed event) {
        return NOTHING;
    }

    @Override
    public Change ageVerified(AgeVerified event) {
        return NOTHING;
    }

    @Override
    public Change guardianAppointed(GuardianAppointed event) {
        return NOTHING;
    }

    @Override
    public Change guardianshipEnded(GuardianshipEnded event) {
        return NOTHING;
    }

    @Override
    public Change bestInterestsDetermined(BestInterestsDetermined event) {
        return NOTHING;
    }

    @Override
    public Change reflectionPeriodGranted(ReflectionPeriodGranted event) {
        return new Start(null, event.deadline());
    }

    @Override
    public Change reflectionPeriodExtended(ReflectionPeriodExtended event) {
        return new Start(null, event.deadline());
    }

    @Override
    public Change reflectionPeriodWaived(ReflectionPeriodWaived event) {
        return new End(null, TimeLimit.REFLECTION);
    }

    @Override
    public Change reflectionPeriodTerminated(ReflectionPeriodTerminated event) {
        return new End(null, TimeLimit.REFLECTION);
    }

    @Override
    public Change reflectionPeriodEnded(ReflectionPeriodEnded event) {
        return new End(null, TimeLimit.REFLECTION);
    }

    @Override
    public Change consentGiven(ConsentGiven event) {
        return NOTHING;
    }

    @Override
    public Change consentWithdrawn(ConsentWithdrawn event) {
        return NOTHING;
    }

    @Override
    public Change riskAssessed(RiskAssessed event) {
        return NOTHING;
    }

    @Override
    public Change referralDrafted(ReferralDrafted event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change referralSubmitted(ReferralSubmitted event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change receiptAcknowledged(ReceiptAcknowledged event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change informationRequested(InformationRequested event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change informationSupplied(InformationSupplied event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change referralConditionallyAccepted(ReferralConditionallyAccepted event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change conditionMet(ConditionMet event) {
        return NOTHING;
    }

    @Override
    public Change referralAccepted(ReferralAccepted event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change servicesConfirmed(ServicesConfirmed event) {
        return NOTHING;
    }

    @Override
    public Change referralDeclined(ReferralDeclined event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change referralForwarded(ReferralForwarded event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change preconditionConfirmed(PreconditionConfirmed event) {
        return NOTHING;
    }

    @Override
    public Change preconditionRevoked(PreconditionRevoked event) {
        return NOTHING;
    }

    @Override
    public Change departureAuthorised(DepartureAuthorised event) {
        return NOTHING;
    }

    @Override
    public Change referralReady(ReferralReady event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change signaturesVoided(SignaturesVoided event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change departureRecorded(DepartureRecorded event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change incidentRecorded(IncidentRecorded event) {
        return event.interrupts() ? new Start(event.referralId(), event.deadline()) : NOTHING;
    }

    @Override
    public Change journeyResumed(JourneyResumed event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change arrivalConfirmed(ArrivalConfirmed event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change handoverAcknowledged(HandoverAcknowledged event) {
        return NOTHING;
    }

    @Override
    public Change custodyTransferred(CustodyTransferred event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change monitoringReported(MonitoringReported event) {
        return startOrEnd(event.referralId(), event.deadline());
    }

    @Override
    public Change monitoringWaived(MonitoringWaived event) {
        return startOrEnd(event.referralId(), event.deadline());
    }

    @Override
    public Change referralCompleted(ReferralCompleted event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change answerDelivered(AnswerDelivered event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change referralWithdrawn(ReferralWithdrawn event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change referralStopped(ReferralStopped event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change referralExpired(ReferralExpired event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change transferFailed(TransferFailed event) {
        return new End(event.referralId(), null);
    }

    @Override
    public Change deadlineEscalated(DeadlineEscalated event) {
        return new Start(event.referralId(), event.deadline());
    }

    @Override
    public Change caseDeadlineEscalated(CaseDeadlineEscalated event) {
        return new Start(null, event.deadline());
    }

    @Override
    public Change caseClosed(CaseClosed event) {
        return new Only(event.deadline());
    }

    @Override
    public Change caseReopened(CaseReopened event) {
        return new Only(event.deadline());
    }

    @Override
    public Change erasureRequested(ErasureRequested event) {
        return NOTHING;
    }

    @Override
    public Change erasureRequestWithdrawn(ErasureRequestWithdrawn event) {
        return NOTHING;
    }

    @Override
    public Change personErased(PersonErased event) {
        return new End(null, TimeLimit.RETENTION);
    }

    @Override
    public Change sealedDataRedacted(SealedDataRedacted event) {
        return NOTHING;
    }

    @Override
    public Change documentWithdrawn(DocumentWithdrawn event) {
        return NOTHING;
    }

    @Override
    public Change legalHoldPlaced(LegalHoldPlaced event) {
        return NOTHING;
    }

    @Override
    public Change legalHoldLifted(LegalHoldLifted event) {
        return NOTHING;
    }

    @Override
    public Change emergencyAccessOpened(EmergencyAccessOpened event) {
        return new Start(null, event.deadline());
    }

    @Override
    public Change emergencyAccessReviewed(EmergencyAccessReviewed event) {
        return event.deadline() == null ? new End(null, TimeLimit.EMERGENCY_REVIEW) : new Start(null, event.deadline());
    }

    private static Change startOrEnd(ReferralId referralId, Deadline deadline) {
        return deadline == null ? new End(referralId, null) : new Start(referralId, deadline);
    }
}
