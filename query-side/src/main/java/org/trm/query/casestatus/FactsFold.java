package org.trm.query.casestatus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent;
import org.trm.events.ConsentEvent;
import org.trm.events.EmergencyEvent;
import org.trm.events.ErasureEvent;
import org.trm.events.IdentificationEvent;
import org.trm.events.IntakeEvent;
import org.trm.events.PersonalEvent;
import org.trm.events.ProtectionEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.RiskEvent;
import org.trm.events.TimeLimitEvent;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.Deadline;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.ReflectionState;
import org.trm.events.types.TimeLimit;
import org.trm.query.casestatus.CaseFacts.Reflection;
import org.trm.query.casestatus.Keeping.ErasureRequest;
import org.trm.query.casestatus.Keeping.LegalHold;
import org.trm.query.referral.RunningLimit;

/** How one more event changes what is true of the case itself. */
final class FactsFold implements CaseEvent.Reader<CaseFacts> {
    private final CaseFacts facts;
    private final Recorded<CaseEvent> recorded;

    private FactsFold(CaseFacts before, Recorded<CaseEvent> recorded) {
        this.facts = before;
        this.recorded = recorded;
    }

    /** @param before null before the opening of the case */
    static CaseFacts after(CaseFacts before, Recorded<CaseEvent> recorded) {
        return recorded.event().tell(new FactsFold(before, recorded));
    }

    @Override
    public CaseFacts caseOpened(IntakeEvent.CaseOpened event) {
        return new CaseFacts(
                event.reference(),
                recorded.at(),
                event.responsible(),
                IdentificationState.DETECTED,
                Reflection.NOT_GRANTED,
                Safety.NORMAL,
                null,
                event.minimalDataSet().ageBand().minor(),
                event.minimalDataSet(),
                List.of(RunningLimit.of(event.deadline())),
                Keeping.NOBODY_RULED);
    }

    @Override
    public CaseFacts minimalDataSetRevised(IntakeEvent.MinimalDataSetRevised event) {
        boolean minor = facts.minor() || event.minimalDataSet().ageBand().minor();
        return aboutHer(minor, event.minimalDataSet());
    }

    @Override
    public CaseFacts indicatorsRecorded(IntakeEvent.IndicatorsRecorded event) {
        return facts;
    }

    @Override
    public CaseFacts needsAssessed(IntakeEvent.NeedsAssessed event) {
        MinimalDataSet known = facts.minimalDataSet();
        return aboutHer(
                facts.minor(),
                new MinimalDataSet(
                        known.ageBand(),
                        known.gender(),
                        known.language(),
                        known.citizenship(),
                        known.exploitation(),
                        event.needs(),
                        known.urgency(),
                        known.riskLevel(),
                        known.legalStayNeed()));
    }

    @Override
    public CaseFacts personalDataRecorded(PersonalEvent.PersonalDataRecorded event) {
        return facts;
    }

    @Override
    public CaseFacts documentAttached(PersonalEvent.DocumentAttached event) {
        return facts;
    }

    @Override
    public CaseFacts reasonableGroundsFound(IdentificationEvent.ReasonableGroundsFound event) {
        return identified(IdentificationState.PRESUMED);
    }

    @Override
    public CaseFacts reasonableGroundsNotFound(IdentificationEvent.ReasonableGroundsNotFound event) {
        return identified(IdentificationState.NO_REASONABLE_GROUNDS);
    }

    @Override
    public CaseFacts victimConfirmed(IdentificationEvent.VictimConfirmed event) {
        return identified(IdentificationState.CONFIRMED);
    }

    @Override
    public CaseFacts victimNotConfirmed(IdentificationEvent.VictimNotConfirmed event) {
        return identified(IdentificationState.NOT_CONFIRMED);
    }

    @Override
    public CaseFacts minorityPresumed(ProtectionEvent.MinorityPresumed event) {
        return aboutHer(true, facts.minimalDataSet());
    }

    @Override
    public CaseFacts ageVerified(ProtectionEvent.AgeVerified event) {
        return aboutHer(event.minor(), facts.minimalDataSet());
    }

    @Override
    public CaseFacts guardianAppointed(ProtectionEvent.GuardianAppointed event) {
        return facts;
    }

    @Override
    public CaseFacts guardianshipEnded(ProtectionEvent.GuardianshipEnded event) {
        return facts;
    }

    @Override
    public CaseFacts bestInterestsDetermined(ProtectionEvent.BestInterestsDetermined event) {
        return facts;
    }

    @Override
    public CaseFacts reflectionPeriodGranted(ProtectionEvent.ReflectionPeriodGranted event) {
        return reflecting(ReflectionState.RUNNING, event.until(), RunningLimit.of(event.deadline()));
    }

    @Override
    public CaseFacts reflectionPeriodExtended(ProtectionEvent.ReflectionPeriodExtended event) {
        return reflecting(ReflectionState.RUNNING, event.until(), RunningLimit.of(event.deadline()));
    }

    @Override
    public CaseFacts reflectionPeriodWaived(ProtectionEvent.ReflectionPeriodWaived event) {
        return reflecting(ReflectionState.WAIVED_BY_VICTIM, facts.reflection().until(), null);
    }

    @Override
    public CaseFacts reflectionPeriodTerminated(ProtectionEvent.ReflectionPeriodTerminated event) {
        return reflecting(ReflectionState.TERMINATED_EARLY, facts.reflection().until(), null);
    }

    @Override
    public CaseFacts reflectionPeriodEnded(ProtectionEvent.ReflectionPeriodEnded event) {
        return reflecting(ReflectionState.ENDED, facts.reflection().until(), null);
    }

    @Override
    public CaseFacts consentGiven(ConsentEvent.ConsentGiven event) {
        return facts;
    }

    @Override
    public CaseFacts consentWithdrawn(ConsentEvent.ConsentWithdrawn event) {
        return facts;
    }

    @Override
    public CaseFacts riskAssessed(RiskEvent.RiskAssessed event) {
        return facts;
    }

    @Override
    public CaseFacts referralDrafted(ReferralEvent.ReferralDrafted event) {
        return facts;
    }

    @Override
    public CaseFacts referralSubmitted(ReferralEvent.ReferralSubmitted event) {
        return facts;
    }

    @Override
    public CaseFacts receiptAcknowledged(ReferralEvent.ReceiptAcknowledged event) {
        return facts;
    }

    @Override
    public CaseFacts informationRequested(ReferralEvent.InformationRequested event) {
        return facts;
    }

    @Override
    public CaseFacts informationSupplied(ReferralEvent.InformationSupplied event) {
        return facts;
    }

    @Override
    public CaseFacts referralConditionallyAccepted(ReferralEvent.ReferralConditionallyAccepted event) {
        return facts;
    }

    @Override
    public CaseFacts conditionMet(ReferralEvent.ConditionMet event) {
        return facts;
    }

    @Override
    public CaseFacts referralAccepted(ReferralEvent.ReferralAccepted event) {
        return facts;
    }

    @Override
    public CaseFacts servicesConfirmed(ReferralEvent.ServicesConfirmed event) {
        return facts;
    }

    @Override
    public CaseFacts referralDeclined(ReferralEvent.ReferralDeclined event) {
        return facts;
    }

    @Override
    public CaseFacts referralForwarded(ReferralEvent.ReferralForwarded event) {
        return facts;
    }

    @Override
    public CaseFacts preconditionConfirmed(ReferralEvent.PreconditionConfirmed event) {
        return facts;
    }

    @Override
    public CaseFacts preconditionRevoked(ReferralEvent.PreconditionRevoked event) {
        return facts;
    }

    @Override
    public CaseFacts departureAuthorised(ReferralEvent.DepartureAuthorised event) {
        return facts;
    }

    @Override
    public CaseFacts referralReady(ReferralEvent.ReferralReady event) {
        return facts;
    }

    @Override
    public CaseFacts signaturesVoided(ReferralEvent.SignaturesVoided event) {
        return facts;
    }

    @Override
    public CaseFacts departureRecorded(ReferralEvent.DepartureRecorded event) {
        return facts;
    }

    @Override
    public CaseFacts incidentRecorded(ReferralEvent.IncidentRecorded event) {
        return switch (event.kind()) {
            case MISSING -> found(Safety.MISSING);
            case SECURITY_THREAT -> found(Safety.EMERGENCY);
            case MEDICAL, PERSON_REFUSES, DELAY, DOCUMENT_PROBLEM, BORDER_REFUSAL -> facts;
        };
    }

    @Override
    public CaseFacts journeyResumed(ReferralEvent.JourneyResumed event) {
        return found(Safety.NORMAL);
    }

    @Override
    public CaseFacts arrivalConfirmed(ReferralEvent.ArrivalConfirmed event) {
        return found(Safety.NORMAL);
    }

    @Override
    public CaseFacts handoverAcknowledged(ReferralEvent.HandoverAcknowledged event) {
        return facts;
    }

    @Override
    public CaseFacts custodyTransferred(ReferralEvent.CustodyTransferred event) {
        return new CaseFacts(
                facts.reference(),
                facts.openedAt(),
                event.to(),
                facts.identification(),
                facts.reflection(),
                facts.safety(),
                facts.closure(),
                facts.minor(),
                facts.minimalDataSet(),
                facts.limits(),
                facts.keeping());
    }

    @Override
    public CaseFacts monitoringReported(ReferralEvent.MonitoringReported event) {
        return switch (event.safety()) {
            case ALARM -> found(Safety.EMERGENCY);
            case SAFE -> found(Safety.NORMAL);
            case CONCERN, UNKNOWN -> facts;
        };
    }

    @Override
    public CaseFacts monitoringWaived(ReferralEvent.MonitoringWaived event) {
        return facts;
    }

    @Override
    public CaseFacts referralCompleted(ReferralEvent.ReferralCompleted event) {
        return facts;
    }

    @Override
    public CaseFacts answerDelivered(ReferralEvent.AnswerDelivered event) {
        return facts;
    }

    @Override
    public CaseFacts referralWithdrawn(ReferralEvent.ReferralWithdrawn event) {
        return facts;
    }

    @Override
    public CaseFacts referralStopped(ReferralEvent.ReferralStopped event) {
        return facts;
    }

    @Override
    public CaseFacts referralExpired(ReferralEvent.ReferralExpired event) {
        return facts;
    }

    @Override
    public CaseFacts transferFailed(ReferralEvent.TransferFailed event) {
        return switch (event.reason()) {
            case PERSON_MISSING -> found(Safety.MISSING);
            case DECEASED -> found(Safety.DECEASED);
            case PERSON_RETURNED -> found(Safety.NORMAL);
            case PERSON_REFUSED, NOT_RECEIVED, REFUSED_AT_BORDER, MEDICAL, TRAVEL_IMPOSSIBLE, RISK_EMERGED -> facts;
        };
    }

    @Override
    public CaseFacts deadlineEscalated(ReferralEvent.DeadlineEscalated event) {
        return facts;
    }

    @Override
    public CaseFacts caseDeadlineEscalated(TimeLimitEvent.CaseDeadlineEscalated event) {
        if (event.limit() == TimeLimit.REFLECTION) {
            Reflection running = facts.reflection();
            return reflecting(running.state(), running.until(), escalated(running.limit(), event));
        }
        return running(facts.limits().stream()
                .map(limit -> limit.limit() == event.limit() ? escalated(limit, event) : limit)
                .toList());
    }

    @Override
    public CaseFacts caseClosed(ClosingEvent.CaseClosed event) {
        Safety safety = event.reason() == ClosureReason.DECEASED ? Safety.DECEASED : facts.safety();
        return record(safety, event.reason(), List.of(RunningLimit.of(event.deadline())));
    }

    @Override
    public CaseFacts caseReopened(ClosingEvent.CaseReopened event) {
        return record(
                        facts.safety(),
                        null,
                        event.deadline() == null ? List.of() : List.of(RunningLimit.of(event.deadline())))
                .with(facts.keeping().requested(null));
    }

    @Override
    public CaseFacts erasureRequested(ErasureEvent.ErasureRequested event) {
        return facts.with(facts.keeping().requested(new ErasureRequest(event.ground(), recorded.at())));
    }

    @Override
    public CaseFacts erasureRequestWithdrawn(ErasureEvent.ErasureRequestWithdrawn event) {
        return facts.with(facts.keeping().requested(null));
    }

    @Override
    public CaseFacts personErased(ErasureEvent.PersonErased event) {
        return running(without(TimeLimit.RETENTION)).with(facts.keeping().requested(null));
    }

    @Override
    public CaseFacts sealedDataRedacted(ErasureEvent.SealedDataRedacted event) {
        return facts;
    }

    @Override
    public CaseFacts documentWithdrawn(ErasureEvent.DocumentWithdrawn event) {
        return facts;
    }

    @Override
    public CaseFacts legalHoldPlaced(ErasureEvent.LegalHoldPlaced event) {
        return facts.with(facts.keeping().placed(new LegalHold(event.country(), event.ground(), recorded.at())));
    }

    @Override
    public CaseFacts legalHoldLifted(ErasureEvent.LegalHoldLifted event) {
        return facts.with(facts.keeping().lifted(event.country()));
    }

    @Override
    public CaseFacts emergencyAccessOpened(EmergencyEvent.EmergencyAccessOpened event) {
        return running(with(event.deadline()));
    }

    @Override
    public CaseFacts emergencyAccessReviewed(EmergencyEvent.EmergencyAccessReviewed event) {
        return running(event.deadline() == null ? without(TimeLimit.EMERGENCY_REVIEW) : with(event.deadline()));
    }

    private CaseFacts identified(IdentificationState state) {
        return change(
                state, facts.reflection(), facts.safety(), facts.closure(), without(TimeLimit.REASONABLE_GROUNDS));
    }

    private CaseFacts running(List<RunningLimit> limits) {
        return record(facts.safety(), facts.closure(), limits);
    }

    private List<RunningLimit> without(TimeLimit ended) {
        return facts.limits().stream().filter(limit -> limit.limit() != ended).toList();
    }

    /** In place of one of its kind; the same that runs already goes on as it does. */
    private List<RunningLimit> with(Deadline deadline) {
        boolean goesOn = facts.limits().stream()
                .anyMatch(limit ->
                        limit.limit() == deadline.limit() && limit.since().equals(deadline.startsAt()));
        if (goesOn) {
            return facts.limits();
        }
        List<RunningLimit> limits = new ArrayList<>(without(deadline.limit()));
        limits.add(RunningLimit.of(deadline));
        return List.copyOf(limits);
    }

    private CaseFacts reflecting(ReflectionState state, LocalDate until, RunningLimit limit) {
        Reflection reflection = new Reflection(state, until, limit);
        return change(facts.identification(), reflection, facts.safety(), facts.closure(), facts.limits());
    }

    /** Whoever is dead stays so, whatever else is reported. */
    private CaseFacts found(Safety safety) {
        return record(facts.safety() == Safety.DECEASED ? Safety.DECEASED : safety, facts.closure(), facts.limits());
    }

    private CaseFacts record(Safety safety, ClosureReason closure, List<RunningLimit> limits) {
        return change(facts.identification(), facts.reflection(), safety, closure, limits);
    }

    private CaseFacts change(
            IdentificationState identification,
            Reflection reflection,
            Safety safety,
            ClosureReason closure,
            List<RunningLimit> limits) {
        return new CaseFacts(
                facts.reference(),
                facts.openedAt(),
                facts.responsible(),
                identification,
                reflection,
                safety,
                closure,
                facts.minor(),
                facts.minimalDataSet(),
                limits,
                facts.keeping());
    }

    private CaseFacts aboutHer(boolean minor, MinimalDataSet minimalDataSet) {
        return new CaseFacts(
                facts.reference(),
                facts.openedAt(),
                facts.responsible(),
                facts.identification(),
                facts.reflection(),
                facts.safety(),
                facts.closure(),
                minor,
                minimalDataSet,
                facts.limits(),
                facts.keeping());
    }

    private RunningLimit escalated(RunningLimit limit, TimeLimitEvent.CaseDeadlineEscalated event) {
        return limit.escalated(recorded.at(), event.deadline());
    }
}
