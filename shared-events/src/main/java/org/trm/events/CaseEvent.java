package org.trm.events;

import org.trm.events.types.CaseId;

/**
 * Something that happened to a case. What happened stands in the payload; who did it, when, and by which rules stands
 * in the metadata. An event is never changed or deleted: a correction is another event of the same type that names, in
 * {@code corrects}, the version of the case at which the wrong one stands. What is sealed in it is taken out once the person
 * is erased, and another event says so.
 */
public sealed interface CaseEvent
        permits IntakeEvent,
                PersonalEvent,
                IdentificationEvent,
                ProtectionEvent,
                ConsentEvent,
                RiskEvent,
                ReferralEvent,
                TimeLimitEvent,
                ClosingEvent,
                ErasureEvent,
                EmergencyEvent {
    CaseId caseId();

    /** Hands this event to the one method of the reader that is named for it. */
    <R> R tell(Reader<R> reader);

    /**
     * Reads every event there is: a fold, a sentence, a view. It has no default methods, so that a new event does not
     * compile until all who read events know it.
     */
    interface Reader<R> {
        R caseOpened(IntakeEvent.CaseOpened event);

        R minimalDataSetRevised(IntakeEvent.MinimalDataSetRevised event);

        R indicatorsRecorded(IntakeEvent.IndicatorsRecorded event);

        R needsAssessed(IntakeEvent.NeedsAssessed event);

        R personalDataRecorded(PersonalEvent.PersonalDataRecorded event);

        R documentAttached(PersonalEvent.DocumentAttached event);

        R reasonableGroundsFound(IdentificationEvent.ReasonableGroundsFound event);

        R reasonableGroundsNotFound(IdentificationEvent.ReasonableGroundsNotFound event);

        R victimConfirmed(IdentificationEvent.VictimConfirmed event);

        R victimNotConfirmed(IdentificationEvent.VictimNotConfirmed event);

        R minorityPresumed(ProtectionEvent.MinorityPresumed event);

        R ageVerified(ProtectionEvent.AgeVerified event);

        R guardianAppointed(ProtectionEvent.GuardianAppointed event);

        R guardianshipEnded(ProtectionEvent.GuardianshipEnded event);

        R bestInterestsDetermined(ProtectionEvent.BestInterestsDetermined event);

        R reflectionPeriodGranted(ProtectionEvent.ReflectionPeriodGranted event);

        R reflectionPeriodExtended(ProtectionEvent.ReflectionPeriodExtended event);

        R reflectionPeriodWaived(ProtectionEvent.ReflectionPeriodWaived event);

        R reflectionPeriodTerminated(ProtectionEvent.ReflectionPeriodTerminated event);

        R reflectionPeriodEnded(ProtectionEvent.ReflectionPeriodEnded event);

        R consentGiven(ConsentEvent.ConsentGiven event);

        R consentWithdrawn(ConsentEvent.ConsentWithdrawn event);

        R riskAssessed(RiskEvent.RiskAssessed event);

        R referralDrafted(ReferralEvent.ReferralDrafted event);

        R referralSubmitted(ReferralEvent.ReferralSubmitted event);

        R receiptAcknowledged(ReferralEvent.ReceiptAcknowledged event);

        R informationRequested(ReferralEvent.InformationRequested event);

        R informationSupplied(ReferralEvent.InformationSupplied event);

        R referralConditionallyAccepted(ReferralEvent.ReferralConditionallyAccepted event);

        R conditionMet(ReferralEvent.ConditionMet event);

        R referralAccepted(ReferralEvent.ReferralAccepted event);

        R servicesConfirmed(ReferralEvent.ServicesConfirmed event);

        R referralDeclined(ReferralEvent.ReferralDeclined event);

        R referralForwarded(ReferralEvent.ReferralForwarded event);

        R preconditionConfirmed(ReferralEvent.PreconditionConfirmed event);

        R preconditionRevoked(ReferralEvent.PreconditionRevoked event);

        R departureAuthorised(ReferralEvent.DepartureAuthorised event);

        R referralReady(ReferralEvent.ReferralReady event);

        R signaturesVoided(ReferralEvent.SignaturesVoided event);

        R departureRecorded(ReferralEvent.DepartureRecorded event);

        R incidentRecorded(ReferralEvent.IncidentRecorded event);

        R journeyResumed(ReferralEvent.JourneyResumed event);

        R arrivalConfirmed(ReferralEvent.ArrivalConfirmed event);

        R handoverAcknowledged(ReferralEvent.HandoverAcknowledged event);

        R custodyTransferred(ReferralEvent.CustodyTransferred event);

        R monitoringReported(ReferralEvent.MonitoringReported event);

        R monitoringWaived(ReferralEvent.MonitoringWaived event);

        R referralCompleted(ReferralEvent.ReferralCompleted event);

        R answerDelivered(ReferralEvent.AnswerDelivered event);

        R referralWithdrawn(ReferralEvent.ReferralWithdrawn event);

        R referralStopped(ReferralEvent.ReferralStopped event);

        R referralExpired(ReferralEvent.ReferralExpired event);

        R transferFailed(ReferralEvent.TransferFailed event);

        R deadlineEscalated(ReferralEvent.DeadlineEscalated event);

        R caseDeadlineEscalated(TimeLimitEvent.CaseDeadlineEscalated event);

        R caseClosed(ClosingEvent.CaseClosed event);

        R caseReopened(ClosingEvent.CaseReopened event);

        R erasureRequested(ErasureEvent.ErasureRequested event);

        R erasureRequestWithdrawn(ErasureEvent.ErasureRequestWithdrawn event);

        R personErased(ErasureEvent.PersonErased event);

        R sealedDataRedacted(ErasureEvent.SealedDataRedacted event);

        R documentWithdrawn(ErasureEvent.DocumentWithdrawn event);

        R legalHoldPlaced(ErasureEvent.LegalHoldPlaced event);

        R legalHoldLifted(ErasureEvent.LegalHoldLifted event);

        R emergencyAccessOpened(EmergencyEvent.EmergencyAccessOpened event);

        R emergencyAccessReviewed(EmergencyEvent.EmergencyAccessReviewed event);
    }
}
