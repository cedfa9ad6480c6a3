package org.trm.command.judgement.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.closing.ReopenCase;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.consent.WithdrawConsent;
import org.trm.command.casefile.emergency.OpenEmergencyAccess;
import org.trm.command.casefile.emergency.ReviewEmergencyAccess;
import org.trm.command.casefile.erasure.ConfirmErasure;
import org.trm.command.casefile.erasure.LiftLegalHold;
import org.trm.command.casefile.erasure.PlaceLegalHold;
import org.trm.command.casefile.erasure.RedactSealedData;
import org.trm.command.casefile.erasure.RequestErasure;
import org.trm.command.casefile.erasure.WithdrawErasureRequest;
import org.trm.command.casefile.identification.DecideIdentification;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.intake.OpenCase;
import org.trm.command.casefile.intake.RecordScreening;
import org.trm.command.casefile.intake.ReviseMinimalDataSet;
import org.trm.command.casefile.person.AttachDocument;
import org.trm.command.casefile.person.RecordPersonalData;
import org.trm.command.casefile.person.WithdrawDocument;
import org.trm.command.casefile.protection.AppointGuardian;
import org.trm.command.casefile.protection.DetermineBestInterests;
import org.trm.command.casefile.protection.EndGuardianship;
import org.trm.command.casefile.protection.ExtendReflectionPeriod;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.protection.PresumeMinor;
import org.trm.command.casefile.protection.TerminateReflectionPeriod;
import org.trm.command.casefile.protection.VerifyAge;
import org.trm.command.casefile.protection.WaiveReflectionPeriod;
import org.trm.command.casefile.referral.AcceptConditionally;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.AcknowledgeHandover;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.CompleteReferral;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.ConfirmServices;
import org.trm.command.casefile.referral.DeclineReferral;
import org.trm.command.casefile.referral.DeliverAnswer;
import org.trm.command.casefile.referral.DraftReferral;
import org.trm.command.casefile.referral.FailTransfer;
import org.trm.command.casefile.referral.ForwardReferral;
import org.trm.command.casefile.referral.MeetCondition;
import org.trm.command.casefile.referral.RecordDeparture;
import org.trm.command.casefile.referral.RecordIncident;
import org.trm.command.casefile.referral.RequestInformation;
import org.trm.command.casefile.referral.ResumeJourney;
import org.trm.command.casefile.referral.RevokePrecondition;
import org.trm.command.casefile.referral.SubmitMonitoringReport;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.referral.SupplyInformation;
import org.trm.command.casefile.referral.WaiveMonitoringReport;
import org.trm.command.casefile.referral.WithdrawReferral;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.command.casefile.timelimit.PassTimeLimit;
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
import org.trm.events.Recorded;
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
import org.trm.events.types.ActorKind;
import org.trm.events.types.SafetyPlan;
import org.trm.events.types.TimeLimit;

/**
 * What somebody wanted when she acted, made out of what was recorded of it. An act may have been followed by what the rules
 * added to it: of that nobody had to ask, and it says null.
 */
final class Intention implements CaseEvent.Reader<CaseCommand> {
    private final List<Recorded<CaseEvent>> act;
    private final ActorKind acted;

    private Intention(List<Recorded<CaseEvent>> act) {
        this.act = act;
        this.acted = act.get(0).actor().kind();
    }

    /**
     * The command that was given.
     *
     * @param act all that was recorded of it, in its order
     * @return empty when it does not say which it was
     */
    static Optional<CaseCommand> of(List<Recorded<CaseEvent>> act) {
        Intention intention = new Intention(act);
        // A closing comes after what ends with it, everything else before what it brings about.
        return Stream.concat(intention.all(CaseClosed.class), act.stream().map(Recorded::event))
                .map(event -> event.tell(intention))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private <E extends CaseEvent> Stream<E> all(Class<E> kind) {
        return act.stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast);
    }

    /** What a withdrawal said of it, if a referral was stopped by that. */
    private SafetyPlan safetyPlan() {
        return all(ReferralStopped.class)
                .map(ReferralStopped::safetyPlan)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public CaseCommand caseOpened(CaseOpened event) {
        return new OpenCase(event.caseId(), event.detectionSource(), event.minimalDataSet(), event.occurredOn());
    }

    @Override
    public CaseCommand minimalDataSetRevised(MinimalDataSetRevised event) {
        return new ReviseMinimalDataSet(event.caseId(), event.minimalDataSet(), event.occurredOn(), event.corrects());
    }

    @Override
    public CaseCommand indicatorsRecorded(IndicatorsRecorded event) {
        return new RecordScreening(event.caseId(), event.indicators(), event.occurredOn(), event.corrects());
    }

    @Override
    public CaseCommand needsAssessed(NeedsAssessed event) {
        return new AssessNeeds(event.caseId(), event.needs(), event.occurredOn(), event.corrects());
    }

    @Override
    public CaseCommand personalDataRecorded(PersonalDataRecorded event) {
        return new RecordPersonalData(
                event.caseId(),
                all(PersonalDataRecorded.class).map(PersonalDataRecorded::value).toList(),
                event.occurredOn());
    }

    @Override
    public CaseCommand documentAttached(DocumentAttached event) {
        return new AttachDocument(
                event.caseId(), event.documentId(), event.description(), event.content(), event.occurredOn());
    }

    @Override
    public CaseCommand reasonableGroundsFound(ReasonableGroundsFound event) {
        return new DecideReasonableGrounds(event.caseId(), true, event.occurredOn());
    }

    @Override
    public CaseCommand reasonableGroundsNotFound(ReasonableGroundsNotFound event) {
        return new DecideReasonableGrounds(event.caseId(), false, event.occurredOn());
    }

    @Override
    public CaseCommand victimConfirmed(VictimConfirmed event) {
        return new DecideIdentification(
                event.caseId(), true, event.acts(), event.means(), event.purposes(), null, event.occurredOn());
    }

    @Override
    public CaseCommand victimNotConfirmed(VictimNotConfirmed event) {
        return new DecideIdentification(
                event.caseId(), false, Set.of(), Set.of(), Set.of(), event.ground(), event.occurredOn());
    }

    @Override
    public CaseCommand minorityPresumed(MinorityPresumed event) {
        return new PresumeMinor(event.caseId(), event.occurredOn(), event.corrects());
    }

    @Override
    public CaseCommand ageVerified(AgeVerified event) {
        return new VerifyAge(
                event.caseId(), event.minor(), event.basis(), event.evidence(), event.occurredOn(), event.corrects());
    }

    @Override
    public CaseCommand guardianAppointed(GuardianAppointed event) {
        return new AppointGuardian(event.caseId(), event.occurredOn(), event.corrects());
    }

    @Override
    public CaseCommand guardianshipEnded(GuardianshipEnded event) {
        return new EndGuardianship(event.caseId(), event.reason(), event.occurredOn());
    }

    @Override
    public CaseCommand bestInterestsDetermined(BestInterestsDetermined event) {
        return new DetermineBestInterests(
                event.caseId(),
                event.outcome(),
                event.solution(),
                event.country(),
                event.caregiver(),
                event.guardianHeard(),
                event.childView(),
                event.occurredOn(),
                event.corrects());
    }

    @Override
    public CaseCommand reflectionPeriodGranted(ReflectionPeriodGranted event) {
        return new GrantReflectionPeriod(event.caseId(), event.from(), event.until(), event.corrects());
    }

    @Override
    public CaseCommand reflectionPeriodExtended(ReflectionPeriodExtended event) {
        return new ExtendReflectionPeriod(event.caseId(), event.until());
    }

    @Override
    public CaseCommand reflectionPeriodWaived(ReflectionPeriodWaived event) {
        return new WaiveReflectionPeriod(event.caseId(), event.occurredOn());
    }

    @Override
    public CaseCommand reflectionPeriodTerminated(ReflectionPeriodTerminated event) {
        return new TerminateReflectionPeriod(event.caseId(), event.ground(), event.occurredOn());
    }

    @Override
    public CaseCommand reflectionPeriodEnded(ReflectionPeriodEnded event) {
        return new PassTimeLimit(event.caseId(), null, TimeLimit.REFLECTION);
    }

    @Override
    public CaseCommand consentGiven(ConsentGiven event) {
        return new RecordConsent(
                event.caseId(),
                event.consentId(),
                event.scope(),
                event.country(),
                event.organisation(),
                event.dataClasses(),
                event.purpose(),
                event.holder(),
                event.childView(),
                event.language(),
                event.interpreter(),
                event.occurredOn(),
                event.corrects());
    }

    @Override
    public CaseCommand consentWithdrawn(ConsentWithdrawn event) {
        return new WithdrawConsent(event.caseId(), event.consentId(), safetyPlan(), event.occurredOn());
    }

    @Override
    public CaseCommand riskAssessed(RiskAssessed event) {
        return new RecordRiskAssessment(
                event.caseId(), event.concerning(), event.level(), event.assessedOn(), event.corrects());
    }

    @Override
    public CaseCommand referralDrafted(ReferralDrafted event) {
        return new DraftReferral(
                event.caseId(), event.referralId(), event.kind(), event.to(), event.reason(), event.urgency());
    }

    @Override
    public CaseCommand referralSubmitted(ReferralSubmitted event) {
        return new SubmitReferral(event.caseId(), event.referralId());
    }

    @Override
    public CaseCommand receiptAcknowledged(ReceiptAcknowledged event) {
        return new AcknowledgeReceipt(event.caseId(), event.referralId());
    }

    @Override
    public CaseCommand informationRequested(InformationRequested event) {
        return new RequestInformation(event.caseId(), event.referralId(), event.items());
    }

    @Override
    public CaseCommand informationSupplied(InformationSupplied event) {
        return new SupplyInformation(event.caseId(), event.referralId(), event.items());
    }

    @Override
    public CaseCommand referralConditionallyAccepted(ReferralConditionallyAccepted event) {
        return new AcceptConditionally(event.caseId(), event.referralId(), event.conditions());
    }

    @Override
    public CaseCommand conditionMet(ConditionMet event) {
        return new MeetCondition(event.caseId(), event.referralId(), event.condition(), event.occurredOn());
    }

    @Override
    public CaseCommand referralAccepted(ReferralAccepted event) {
        return new AcceptReferral(
                event.caseId(),
                event.referralId(),
                event.receivingOrganisation(),
                event.caseManager(),
                event.services());
    }

    @Override
    public CaseCommand servicesConfirmed(ServicesConfirmed event) {
        return new ConfirmServices(event.caseId(), event.referralId(), event.services());
    }

    @Override
    public CaseCommand referralDeclined(ReferralDeclined event) {
        return new DeclineReferral(event.caseId(), event.referralId(), event.reason());
    }

    @Override
    public CaseCommand referralForwarded(ReferralForwarded event) {
        return new ForwardReferral(event.caseId(), event.referralId(), event.to(), event.draft());
    }

    @Override
    public CaseCommand preconditionConfirmed(PreconditionConfirmed event) {
        return new ConfirmPrecondition(
                event.caseId(), event.referralId(), event.evidence(), event.confirmedOn(), event.validUntil());
    }

    @Override
    public CaseCommand preconditionRevoked(PreconditionRevoked event) {
        return new RevokePrecondition(event.caseId(), event.referralId(), event.evidence());
    }

    @Override
    public CaseCommand departureAuthorised(DepartureAuthorised event) {
        return new AuthoriseDeparture(event.caseId(), event.referralId());
    }

    @Override
    public CaseCommand referralReady(ReferralReady event) {
        return null;
    }

    @Override
    public CaseCommand signaturesVoided(SignaturesVoided event) {
        return acted == ActorKind.CLOCK
                ? new PassTimeLimit(event.caseId(), event.referralId(), TimeLimit.DEPARTURE)
                : null;
    }

    @Override
    public CaseCommand departureRecorded(DepartureRecorded event) {
        return new RecordDeparture(event.caseId(), event.referralId(), event.departedOn(), event.plannedArrival());
    }

    @Override
    public CaseCommand incidentRecorded(IncidentRecorded event) {
        return new RecordIncident(
                event.caseId(), event.referralId(), event.kind(), event.interrupts(), event.occurredOn());
    }

    @Override
    public CaseCommand journeyResumed(JourneyResumed event) {
        return new ResumeJourney(event.caseId(), event.referralId(), event.plannedArrival());
    }

    @Override
    public CaseCommand arrivalConfirmed(ArrivalConfirmed event) {
        return new ConfirmArrival(event.caseId(), event.referralId(), event.arrivedOn());
    }

    @Override
    public CaseCommand handoverAcknowledged(HandoverAcknowledged event) {
        return new AcknowledgeHandover(event.caseId(), event.referralId());
    }

    @Override
    public CaseCommand custodyTransferred(CustodyTransferred event) {
        return null;
    }

    @Override
    public CaseCommand monitoringReported(MonitoringReported event) {
        return new SubmitMonitoringReport(
                event.caseId(),
                event.referralId(),
                event.milestone(),
                event.contactMade(),
                event.safety(),
                event.servicesDelivered(),
                event.retraffickingRisk(),
                event.occurredOn());
    }

    @Override
    public CaseCommand monitoringWaived(MonitoringWaived event) {
        return new WaiveMonitoringReport(event.caseId(), event.referralId(), event.milestone(), event.reason());
    }

    @Override
    public CaseCommand referralCompleted(ReferralCompleted event) {
        return new CompleteReferral(event.caseId(), event.referralId());
    }

    @Override
    public CaseCommand answerDelivered(AnswerDelivered event) {
        return new DeliverAnswer(event.caseId(), event.referralId(), event.answer());
    }

    @Override
    public CaseCommand referralWithdrawn(ReferralWithdrawn event) {
        return new WithdrawReferral(event.caseId(), event.referralId(), event.reason());
    }

    @Override
    public CaseCommand referralStopped(ReferralStopped event) {
        return null;
    }

    @Override
    public CaseCommand referralExpired(ReferralExpired event) {
        return new PassTimeLimit(event.caseId(), event.referralId(), event.limit());
    }

    @Override
    public CaseCommand transferFailed(TransferFailed event) {
        return new FailTransfer(event.caseId(), event.referralId(), event.reason());
    }

    @Override
    public CaseCommand deadlineEscalated(DeadlineEscalated event) {
        return new PassTimeLimit(event.caseId(), event.referralId(), event.limit());
    }

    @Override
    public CaseCommand caseDeadlineEscalated(CaseDeadlineEscalated event) {
        return new PassTimeLimit(event.caseId(), null, event.limit());
    }

    @Override
    public CaseCommand caseClosed(CaseClosed event) {
        return new CloseCase(event.caseId(), event.reason(), event.occurredOn());
    }

    @Override
    public CaseCommand caseReopened(CaseReopened event) {
        return new ReopenCase(event.caseId(), event.reason());
    }

    @Override
    public CaseCommand erasureRequested(ErasureRequested event) {
        return new RequestErasure(event.caseId(), event.ground());
    }

    @Override
    public CaseCommand erasureRequestWithdrawn(ErasureRequestWithdrawn event) {
        return new WithdrawErasureRequest(event.caseId());
    }

    @Override
    public CaseCommand personErased(PersonErased event) {
        return new ConfirmErasure(event.caseId());
    }

    @Override
    public CaseCommand sealedDataRedacted(SealedDataRedacted event) {
        return new RedactSealedData(event.caseId(), event.events(), true);
    }

    @Override
    public CaseCommand documentWithdrawn(DocumentWithdrawn event) {
        return new WithdrawDocument(event.caseId(), event.documentId(), event.ground());
    }

    @Override
    public CaseCommand legalHoldPlaced(LegalHoldPlaced event) {
        return new PlaceLegalHold(event.caseId(), event.ground());
    }

    @Override
    public CaseCommand legalHoldLifted(LegalHoldLifted event) {
        return new LiftLegalHold(event.caseId());
    }

    @Override
    public CaseCommand emergencyAccessOpened(EmergencyAccessOpened event) {
        return new OpenEmergencyAccess(event.caseId(), event.accessId(), event.ground());
    }

    @Override
    public CaseCommand emergencyAccessReviewed(EmergencyAccessReviewed event) {
        return new ReviewEmergencyAccess(event.caseId(), event.accessId(), event.finding());
    }
}
