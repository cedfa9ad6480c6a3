package org.trm.query.referral;

import static org.trm.events.types.ReferralState.ACCEPTED;
import static org.trm.events.types.ReferralState.ARRIVED;
import static org.trm.events.types.ReferralState.COMPLETED;
import static org.trm.events.types.ReferralState.CONDITIONALLY_ACCEPTED;
import static org.trm.events.types.ReferralState.CONSENT_WITHDRAWN;
import static org.trm.events.types.ReferralState.DECLINED;
import static org.trm.events.types.ReferralState.EXPIRED;
import static org.trm.events.types.ReferralState.FAILED;
import static org.trm.events.types.ReferralState.FORWARDED;
import static org.trm.events.types.ReferralState.HANDED_OVER;
import static org.trm.events.types.ReferralState.INFO_REQUESTED;
import static org.trm.events.types.ReferralState.INTERRUPTED;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.ReferralState.MONITORING;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.ReferralState.WITHDRAWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.Deadline;
import org.trm.events.types.Evidence;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Vocabulary;
import org.trm.query.referral.Standing.Confirmation;
import org.trm.query.referral.Standing.Incident;
import org.trm.query.referral.Standing.Journey;
import org.trm.query.referral.Standing.Monitored;
import org.trm.query.referral.Standing.Signed;

/** How one more event changes where the referrals of a case stand. */
public final class StandingFold implements CaseEvent.Reader<List<Standing>> {
    private final List<Standing> before;
    private final Instant at;

    private StandingFold(List<Standing> before, Instant at) {
        this.before = before;
        this.at = at;
    }

    /** Where the referrals stand after one more event, in the order in which they were drafted. */
    public static List<Standing> after(List<Standing> before, Recorded<CaseEvent> recorded) {
        return recorded.event().tell(new StandingFold(before, recorded.at()));
    }

    @Override
    public List<Standing> caseOpened(IntakeEvent.CaseOpened event) {
        return before;
    }

    @Override
    public List<Standing> minimalDataSetRevised(IntakeEvent.MinimalDataSetRevised event) {
        return before;
    }

    @Override
    public List<Standing> indicatorsRecorded(IntakeEvent.IndicatorsRecorded event) {
        return before;
    }

    @Override
    public List<Standing> needsAssessed(IntakeEvent.NeedsAssessed event) {
        return before;
    }

    @Override
    public List<Standing> personalDataRecorded(PersonalEvent.PersonalDataRecorded event) {
        return before;
    }

    @Override
    public List<Standing> documentAttached(PersonalEvent.DocumentAttached event) {
        return before;
    }

    @Override
    public List<Standing> reasonableGroundsFound(IdentificationEvent.ReasonableGroundsFound event) {
        return before;
    }

    @Override
    public List<Standing> reasonableGroundsNotFound(IdentificationEvent.ReasonableGroundsNotFound event) {
        return before;
    }

    @Override
    public List<Standing> victimConfirmed(IdentificationEvent.VictimConfirmed event) {
        return before;
    }

    @Override
    public List<Standing> victimNotConfirmed(IdentificationEvent.VictimNotConfirmed event) {
        return before;
    }

    @Override
    public List<Standing> minorityPresumed(ProtectionEvent.MinorityPresumed event) {
        return before;
    }

    @Override
    public List<Standing> ageVerified(ProtectionEvent.AgeVerified event) {
        return before;
    }

    @Override
    public List<Standing> guardianAppointed(ProtectionEvent.GuardianAppointed event) {
        return before;
    }

    @Override
    public List<Standing> guardianshipEnded(ProtectionEvent.GuardianshipEnded event) {
        return before;
    }

    @Override
    public List<Standing> bestInterestsDetermined(ProtectionEvent.BestInterestsDetermined event) {
        return before;
    }

    @Override
    public List<Standing> reflectionPeriodGranted(ProtectionEvent.ReflectionPeriodGranted event) {
        return before;
    }

    @Override
    public List<Standing> reflectionPeriodExtended(ProtectionEvent.ReflectionPeriodExtended event) {
        return before;
    }

    @Override
    public List<Standing> reflectionPeriodWaived(ProtectionEvent.ReflectionPeriodWaived event) {
        return before;
    }

    @Override
    public List<Standing> reflectionPeriodTerminated(ProtectionEvent.ReflectionPeriodTerminated event) {
        return before;
    }

    @Override
    public List<Standing> reflectionPeriodEnded(ProtectionEvent.ReflectionPeriodEnded event) {
        return before;
    }

    @Override
    public List<Standing> consentGiven(ConsentEvent.ConsentGiven event) {
        return before;
    }

    @Override
    public List<Standing> consentWithdrawn(ConsentEvent.ConsentWithdrawn event) {
        return before;
    }

    @Override
    public List<Standing> riskAssessed(RiskEvent.RiskAssessed event) {
        return before;
    }

    @Override
    public List<Standing> referralDrafted(ReferralEvent.ReferralDrafted event) {
        return added(event);
    }

    @Override
    public List<Standing> referralSubmitted(ReferralEvent.ReferralSubmitted event) {
        return moves(event, SUBMITTED, event.deadline(), s -> s.submittedAt = at);
    }

    @Override
    public List<Standing> receiptAcknowledged(ReferralEvent.ReceiptAcknowledged event) {
        return moves(event, RECEIVED, event.deadline(), s -> {});
    }

    @Override
    public List<Standing> informationRequested(ReferralEvent.InformationRequested event) {
        return moves(event, INFO_REQUESTED, event.deadline(), s -> s.asked = event.items());
    }

    @Override
    public List<Standing> informationSupplied(ReferralEvent.InformationSupplied event) {
        return moves(event, RECEIVED, event.deadline(), s -> s.asked = Set.of());
    }

    @Override
    public List<Standing> referralConditionallyAccepted(ReferralEvent.ReferralConditionallyAccepted event) {
        return moves(event, CONDITIONALLY_ACCEPTED, event.deadline(), s -> {
            s.conditions = event.conditions();
            s.openConditions = event.conditions();
        });
    }

    @Override
    public List<Standing> conditionMet(ReferralEvent.ConditionMet event) {
        return changes(event, s -> s.openConditions = without(s.openConditions, event.condition()));
    }

    @Override
    public List<Standing> referralAccepted(ReferralEvent.ReferralAccepted event) {
        return moves(event, ACCEPTED, event.deadline(), s -> {
            s.receivingOrganisation = event.receivingOrganisation();
            s.services = event.services();
        });
    }

    @Override
    public List<Standing> servicesConfirmed(ReferralEvent.ServicesConfirmed event) {
        return changes(event, s -> s.services = union(s.services, event.services()));
    }

    @Override
    public List<Standing> referralDeclined(ReferralEvent.ReferralDeclined event) {
        return ends(event, DECLINED, event.reason());
    }

    @Override
    public List<Standing> referralForwarded(ReferralEvent.ReferralForwarded event) {
        return moves(event, FORWARDED, null, s -> s.forwardedTo = event.to());
    }

    @Override
    public List<Standing> preconditionConfirmed(ReferralEvent.PreconditionConfirmed event) {
        Confirmation confirmed = new Confirmation(
                event.evidence().guard(),
                event.evidence().side(),
                event.evidence(),
                event.confirmedOn(),
                event.validUntil());
        return changes(event, s -> {
            s.confirmations = append(without(s.confirmations, event.evidence()), confirmed);
            s.begins(PREPARING, at, ACCEPTED);
        });
    }

    @Override
    public List<Standing> preconditionRevoked(ReferralEvent.PreconditionRevoked event) {
        return changes(event, s -> s.confirmations = without(s.confirmations, event.evidence()));
    }

    @Override
    public List<Standing> departureAuthorised(ReferralEvent.DepartureAuthorised event) {
        return changes(event, s -> s.signatures = append(s.signatures, new Signed(event.side(), at)));
    }

    @Override
    public List<Standing> referralReady(ReferralEvent.ReferralReady event) {
        return moves(event, READY, event.deadline(), s -> {});
    }

    @Override
    public List<Standing> signaturesVoided(ReferralEvent.SignaturesVoided event) {
        return moves(event, PREPARING, event.deadline(), s -> s.signatures = List.of());
    }

    @Override
    public List<Standing> departureRecorded(ReferralEvent.DepartureRecorded event) {
        return moves(
                event,
                IN_TRANSIT,
                event.deadline(),
                s -> s.journey = new Journey(event.departedOn(), event.plannedArrival(), null));
    }

    @Override
    public List<Standing> incidentRecorded(ReferralEvent.IncidentRecorded event) {
        Incident incident = new Incident(event.kind(), event.interrupts(), event.occurredOn(), at);
        List<Standing> noted = changes(event, s -> s.incidents = append(s.incidents, incident));
        return event.interrupts()
                ? new StandingFold(noted, at).moves(event, INTERRUPTED, event.deadline(), s -> {})
                : noted;
    }

    @Override
    public List<Standing> journeyResumed(ReferralEvent.JourneyResumed event) {
        return moves(
                event,
                IN_TRANSIT,
                event.deadline(),
                s -> s.journey = new Journey(s.journey.departedOn(), event.plannedArrival(), null));
    }

    @Override
    public List<Standing> arrivalConfirmed(ReferralEvent.ArrivalConfirmed event) {
        return moves(
                event,
                ARRIVED,
                event.deadline(),
                s -> s.journey = new Journey(s.journey.departedOn(), s.journey.plannedArrival(), event.arrivedOn()));
    }

    @Override
    public List<Standing> handoverAcknowledged(ReferralEvent.HandoverAcknowledged event) {
        return changes(event, s -> s.handover = append(s.handover, new Signed(event.side(), at)));
    }

    @Override
    public List<Standing> custodyTransferred(ReferralEvent.CustodyTransferred event) {
        return moves(event, HANDED_OVER, event.deadline(), s -> {});
    }

    @Override
    public List<Standing> monitoringReported(ReferralEvent.MonitoringReported event) {
        Monitored report = new Monitored(
                event.milestone(),
                at,
                event.contactMade(),
                event.safety(),
                event.servicesDelivered(),
                event.retraffickingRisk(),
                event.occurredOn(),
                null);
        return monitored(event, report, event.deadline());
    }

    @Override
    public List<Standing> monitoringWaived(ReferralEvent.MonitoringWaived event) {
        Monitored waived = new Monitored(event.milestone(), at, null, null, null, null, null, event.reason());
        return monitored(event, waived, event.deadline());
    }

    @Override
    public List<Standing> referralCompleted(ReferralEvent.ReferralCompleted event) {
        return ends(event, COMPLETED, null);
    }

    @Override
    public List<Standing> answerDelivered(ReferralEvent.AnswerDelivered event) {
        return ends(event, COMPLETED, event.answer());
    }

    @Override
    public List<Standing> referralWithdrawn(ReferralEvent.ReferralWithdrawn event) {
        return ends(event, WITHDRAWN, event.reason());
    }

    @Override
    public List<Standing> referralStopped(ReferralEvent.ReferralStopped event) {
        return ends(event, CONSENT_WITHDRAWN, event.safetyPlan());
    }

    @Override
    public List<Standing> referralExpired(ReferralEvent.ReferralExpired event) {
        return ends(event, EXPIRED, event.limit());
    }

    @Override
    public List<Standing> transferFailed(ReferralEvent.TransferFailed event) {
        return ends(event, FAILED, event.reason());
    }

    @Override
    public List<Standing> deadlineEscalated(ReferralEvent.DeadlineEscalated event) {
        return changes(event, s -> s.limit = s.limit.escalated(at, event.deadline()));
    }

    @Override
    public List<Standing> caseDeadlineEscalated(TimeLimitEvent.CaseDeadlineEscalated event) {
        return before;
    }

    @Override
    public List<Standing> caseClosed(ClosingEvent.CaseClosed event) {
        return before;
    }

    @Override
    public List<Standing> caseReopened(ClosingEvent.CaseReopened event) {
        return before;
    }

    @Override
    public List<Standing> erasureRequested(ErasureEvent.ErasureRequested event) {
        return before;
    }

    @Override
    public List<Standing> erasureRequestWithdrawn(ErasureEvent.ErasureRequestWithdrawn event) {
        return before;
    }

    @Override
    public List<Standing> personErased(ErasureEvent.PersonErased event) {
        return before;
    }

    @Override
    public List<Standing> sealedDataRedacted(ErasureEvent.SealedDataRedacted event) {
        return before;
    }

    @Override
    public List<Standing> documentWithdrawn(ErasureEvent.DocumentWithdrawn event) {
        return before;
    }

    @Override
    public List<Standing> legalHoldPlaced(ErasureEvent.LegalHoldPlaced event) {
        return before;
    }

    @Override
    public List<Standing> legalHoldLifted(ErasureEvent.LegalHoldLifted event) {
        return before;
    }

    @Override
    public List<Standing> emergencyAccessOpened(EmergencyEvent.EmergencyAccessOpened event) {
        return before;
    }

    @Override
    public List<Standing> emergencyAccessReviewed(EmergencyEvent.EmergencyAccessReviewed event) {
        return before;
    }

    private List<Standing> added(ReferralEvent.ReferralDrafted event) {
        return append(before, new Progress(event, at).standing());
    }

    private List<Standing> monitored(ReferralEvent event, Monitored done, Deadline next) {
        return changes(event, s -> {
            s.monitoring = append(s.monitoring, done);
            s.limit = RunningLimit.of(next);
            s.begins(MONITORING, at, HANDED_OVER);
        });
    }

    private List<Standing> ends(ReferralEvent event, ReferralState state, Enum<?> reason) {
        return moves(event, state, null, s -> s.endedBecause = reason == null ? null : reason.name());
    }

    private List<Standing> moves(
            ReferralEvent event, ReferralState state, Deadline deadline, Consumer<Progress> further) {
        return changes(event, s -> {
            s.state = state;
            s.since = at;
            s.limit = RunningLimit.of(deadline);
            further.accept(s);
        });
    }

    private List<Standing> changes(ReferralEvent event, Consumer<Progress> change) {
        return before.stream()
                .map(standing ->
                        standing.referralId().equals(event.referralId()) ? changed(standing, change) : standing)
                .toList();
    }

    private static Standing changed(Standing standing, Consumer<Progress> change) {
        Progress progress = new Progress(standing);
        change.accept(progress);
        return progress.standing();
    }

    private static List<Confirmation> without(List<Confirmation> confirmations, Evidence evidence) {
        return confirmations.stream().filter(c -> c.evidence() != evidence).toList();
    }

    private static Set<AcceptanceCondition> without(Set<AcceptanceCondition> conditions, AcceptanceCondition met) {
        return Vocabulary.ordered(
                AcceptanceCondition.class,
                conditions.stream().filter(c -> c != met).toList());
    }

    private static Set<Need> union(Set<Need> some, Set<Need> others) {
        return Vocabulary.ordered(
                Need.class, Stream.concat(some.stream(), others.stream()).toList());
    }

    private static <T> List<T> append(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
