package org.trm.query.access;

import static org.trm.query.access.Audience.CASE_PARTIES;
import static org.trm.query.access.Audience.HOLDER_AND_RECORDER;
import static org.trm.query.access.Audience.HOLDER_ONLY;
import static org.trm.query.access.Audience.KEEPERS;
import static org.trm.query.access.Audience.RECORDER_ONLY;
import static org.trm.query.access.Audience.REFERRAL_PARTIES;

import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent;
import org.trm.events.ConsentEvent;
import org.trm.events.EmergencyEvent;
import org.trm.events.ErasureEvent;
import org.trm.events.IdentificationEvent;
import org.trm.events.IntakeEvent;
import org.trm.events.PersonalEvent;
import org.trm.events.ProtectionEvent;
import org.trm.events.ReferralEvent;
import org.trm.events.RiskEvent;
import org.trm.events.TimeLimitEvent;
import org.trm.events.types.PersonalField;
import org.trm.events.types.PersonalField.Reach;
import org.trm.events.types.TimeLimit;

/**
 * The audience of every event. What changes the minimal data set (the needs, and whether she is a child) is for every
 * party, as the minimal data set itself is.
 */
final class AudienceReader implements CaseEvent.Reader<Audience> {
    static final AudienceReader READER = new AudienceReader();

    private AudienceReader() {}

    @Override
    public Audience caseOpened(IntakeEvent.CaseOpened event) {
        return CASE_PARTIES;
    }

    @Override
    public Audience minimalDataSetRevised(IntakeEvent.MinimalDataSetRevised event) {
        return CASE_PARTIES;
    }

    @Override
    public Audience indicatorsRecorded(IntakeEvent.IndicatorsRecorded event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience needsAssessed(IntakeEvent.NeedsAssessed event) {
        return CASE_PARTIES;
    }

    /** That something was recorded which never goes over is the affair of who recorded it. */
    @Override
    public Audience personalDataRecorded(PersonalEvent.PersonalDataRecorded event) {
        return of(event.sealed().field());
    }

    @Override
    public Audience documentAttached(PersonalEvent.DocumentAttached event) {
        return of(event.sealed().field());
    }

    private static Audience of(PersonalField field) {
        return field.reach() == Reach.NEVER ? RECORDER_ONLY : HOLDER_ONLY;
    }

    @Override
    public Audience reasonableGroundsFound(IdentificationEvent.ReasonableGroundsFound event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience reasonableGroundsNotFound(IdentificationEvent.ReasonableGroundsNotFound event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience victimConfirmed(IdentificationEvent.VictimConfirmed event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience victimNotConfirmed(IdentificationEvent.VictimNotConfirmed event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience minorityPresumed(ProtectionEvent.MinorityPresumed event) {
        return CASE_PARTIES;
    }

    @Override
    public Audience ageVerified(ProtectionEvent.AgeVerified event) {
        return CASE_PARTIES;
    }

    @Override
    public Audience guardianAppointed(ProtectionEvent.GuardianAppointed event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience guardianshipEnded(ProtectionEvent.GuardianshipEnded event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience bestInterestsDetermined(ProtectionEvent.BestInterestsDetermined event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience reflectionPeriodGranted(ProtectionEvent.ReflectionPeriodGranted event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience reflectionPeriodExtended(ProtectionEvent.ReflectionPeriodExtended event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience reflectionPeriodWaived(ProtectionEvent.ReflectionPeriodWaived event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience reflectionPeriodTerminated(ProtectionEvent.ReflectionPeriodTerminated event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience reflectionPeriodEnded(ProtectionEvent.ReflectionPeriodEnded event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience consentGiven(ConsentEvent.ConsentGiven event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience consentWithdrawn(ConsentEvent.ConsentWithdrawn event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience riskAssessed(RiskEvent.RiskAssessed event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience referralDrafted(ReferralEvent.ReferralDrafted event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralSubmitted(ReferralEvent.ReferralSubmitted event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience receiptAcknowledged(ReferralEvent.ReceiptAcknowledged event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience informationRequested(ReferralEvent.InformationRequested event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience informationSupplied(ReferralEvent.InformationSupplied event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralConditionallyAccepted(ReferralEvent.ReferralConditionallyAccepted event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience conditionMet(ReferralEvent.ConditionMet event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralAccepted(ReferralEvent.ReferralAccepted event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience servicesConfirmed(ReferralEvent.ServicesConfirmed event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralDeclined(ReferralEvent.ReferralDeclined event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralForwarded(ReferralEvent.ReferralForwarded event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience preconditionConfirmed(ReferralEvent.PreconditionConfirmed event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience preconditionRevoked(ReferralEvent.PreconditionRevoked event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience departureAuthorised(ReferralEvent.DepartureAuthorised event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralReady(ReferralEvent.ReferralReady event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience signaturesVoided(ReferralEvent.SignaturesVoided event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience departureRecorded(ReferralEvent.DepartureRecorded event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience incidentRecorded(ReferralEvent.IncidentRecorded event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience journeyResumed(ReferralEvent.JourneyResumed event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience arrivalConfirmed(ReferralEvent.ArrivalConfirmed event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience handoverAcknowledged(ReferralEvent.HandoverAcknowledged event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience custodyTransferred(ReferralEvent.CustodyTransferred event) {
        return CASE_PARTIES;
    }

    @Override
    public Audience monitoringReported(ReferralEvent.MonitoringReported event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience monitoringWaived(ReferralEvent.MonitoringWaived event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralCompleted(ReferralEvent.ReferralCompleted event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience answerDelivered(ReferralEvent.AnswerDelivered event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralWithdrawn(ReferralEvent.ReferralWithdrawn event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralStopped(ReferralEvent.ReferralStopped event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience referralExpired(ReferralEvent.ReferralExpired event) {
        return REFERRAL_PARTIES;
    }

    @Override
    public Audience transferFailed(ReferralEvent.TransferFailed event) {
        return REFERRAL_PARTIES;
    }

    /** That a draft lay about is the sender's own affair. */
    @Override
    public Audience deadlineEscalated(ReferralEvent.DeadlineEscalated event) {
        return event.limit() == TimeLimit.DRAFT ? HOLDER_ONLY : REFERRAL_PARTIES;
    }

    @Override
    public Audience caseDeadlineEscalated(TimeLimitEvent.CaseDeadlineEscalated event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience caseClosed(ClosingEvent.CaseClosed event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience caseReopened(ClosingEvent.CaseReopened event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience erasureRequested(ErasureEvent.ErasureRequested event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience erasureRequestWithdrawn(ErasureEvent.ErasureRequestWithdrawn event) {
        return HOLDER_ONLY;
    }

    @Override
    public Audience personErased(ErasureEvent.PersonErased event) {
        return KEEPERS;
    }

    @Override
    public Audience sealedDataRedacted(ErasureEvent.SealedDataRedacted event) {
        return KEEPERS;
    }

    @Override
    public Audience documentWithdrawn(ErasureEvent.DocumentWithdrawn event) {
        return of(event.field());
    }

    @Override
    public Audience legalHoldPlaced(ErasureEvent.LegalHoldPlaced event) {
        return HOLDER_AND_RECORDER;
    }

    @Override
    public Audience legalHoldLifted(ErasureEvent.LegalHoldLifted event) {
        return HOLDER_AND_RECORDER;
    }

    @Override
    public Audience emergencyAccessOpened(EmergencyEvent.EmergencyAccessOpened event) {
        return HOLDER_AND_RECORDER;
    }

    @Override
    public Audience emergencyAccessReviewed(EmergencyEvent.EmergencyAccessReviewed event) {
        return HOLDER_AND_RECORDER;
    }
}
