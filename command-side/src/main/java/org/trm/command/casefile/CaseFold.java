package org.trm.command.casefile;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.trm.events.ReferralEvent;
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
import org.trm.events.types.Actor;
import org.trm.events.types.Deadline;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.ReferralState;
import org.trm.events.types.ReflectionState;
import org.trm.events.types.Vocabulary;

/**
 * Folds one event into a fresh copy of the state. It looks nothing up and judges nothing: every value it needs stands in
 * the event.
 */
final class CaseFold implements CaseEvent.Reader<CaseState> {
    private final CaseState next;
    private final Recorded<? extends CaseEvent> recorded;

    private CaseFold(CaseState next, Recorded<? extends CaseEvent> recorded) {
        this.next = next;
        this.recorded = recorded;
    }

    static CaseState after(CaseState before, Recorded<? extends CaseEvent> recorded) {
        CaseState next = before == null ? new CaseState() : before.copy();
        if (recorded.version() != next.version + 1) {
            throw new IllegalStateException(
                    "event " + recorded.version() + " of the case follows event " + next.version);
        }
        next.version = recorded.version();
        next.recordedAt = recorded.at();
        CaseState after = recorded.event().tell(new CaseFold(next, recorded));
        after.access = next.access.after(before, after);
        return after;
    }

    @Override
    public CaseState caseOpened(CaseOpened event) {
        next.id = event.caseId();
        next.reference = event.reference();
        next.responsible = event.responsible();
        next.minimalDataSet = event.minimalDataSet();
        next.needs = event.minimalDataSet().needs();
        next.minor = event.minimalDataSet().ageBand().minor();
        next.reasonableGrounds = event.deadline();
        next.facts = Facts.NONE.with(next.version, MinimalDataSetRevised.class);
        return next;
    }

    @Override
    public CaseState minimalDataSetRevised(MinimalDataSetRevised event) {
        next.minimalDataSet = event.minimalDataSet();
        next.needs = event.minimalDataSet().needs();
        next.minor |= event.minimalDataSet().ageBand().minor();
        return fact(event.corrects());
    }

    @Override
    public CaseState indicatorsRecorded(IndicatorsRecorded event) {
        return fact(event.corrects());
    }

    @Override
    public CaseState needsAssessed(NeedsAssessed event) {
        next.needs = event.needs();
        return fact(event.corrects());
    }

    /** No rule knows what is recorded about her: it is sealed. */
    @Override
    public CaseState personalDataRecorded(PersonalDataRecorded event) {
        return next;
    }

    @Override
    public CaseState documentAttached(DocumentAttached event) {
        AttachedDocument attached = new AttachedDocument(
                event.description().field(), recorded.actor().country(), false);
        next.documents = with(next.documents, event.documentId(), attached);
        return next;
    }

    @Override
    public CaseState reasonableGroundsFound(ReasonableGroundsFound event) {
        return identified(IdentificationState.PRESUMED);
    }

    @Override
    public CaseState reasonableGroundsNotFound(ReasonableGroundsNotFound event) {
        return identified(IdentificationState.NO_REASONABLE_GROUNDS);
    }

    @Override
    public CaseState victimConfirmed(VictimConfirmed event) {
        return identified(IdentificationState.CONFIRMED);
    }

    @Override
    public CaseState victimNotConfirmed(VictimNotConfirmed event) {
        return identified(IdentificationState.NOT_CONFIRMED);
    }

    private CaseState identified(IdentificationState state) {
        next.identification = state;
        next.reasonableGrounds = null;
        return next;
    }

    @Override
    public CaseState minorityPresumed(MinorityPresumed event) {
        next.minor = true;
        next.minorityRecorded = true;
        return fact(event.corrects());
    }

    @Override
    public CaseState ageVerified(AgeVerified event) {
        next.minor = event.minor();
        next.minorityRecorded = true;
        return fact(event.corrects());
    }

    @Override
    public CaseState guardianAppointed(GuardianAppointed event) {
        next.guardians = with(next.guardians, event.country(), next.version);
        return fact(event.corrects());
    }

    @Override
    public CaseState guardianshipEnded(GuardianshipEnded event) {
        next.guardians = without(next.guardians, event.country());
        return next;
    }

    @Override
    public CaseState bestInterestsDetermined(BestInterestsDetermined event) {
        next.bestInterests = event;
        return fact(event.corrects());
    }

    @Override
    public CaseState reflectionPeriodGranted(ReflectionPeriodGranted event) {
        next.reflection = new Reflection(ReflectionState.RUNNING, event.until(), event.deadline());
        return fact(event.corrects());
    }

    @Override
    public CaseState reflectionPeriodExtended(ReflectionPeriodExtended event) {
        next.reflection = new Reflection(ReflectionState.RUNNING, event.until(), event.deadline());
        return next;
    }

    @Override
    public CaseState reflectionPeriodWaived(ReflectionPeriodWaived event) {
        next.reflection = Reflection.over(ReflectionState.WAIVED_BY_VICTIM);
        return next;
    }

    @Override
    public CaseState reflectionPeriodTerminated(ReflectionPeriodTerminated event) {
        next.reflection = Reflection.over(ReflectionState.TERMINATED_EARLY);
        return next;
    }

    @Override
    public CaseState reflectionPeriodEnded(ReflectionPeriodEnded event) {
        next.reflection = Reflection.over(ReflectionState.ENDED);
        return next;
    }

    @Override
    public CaseState consentGiven(ConsentGiven event) {
        next.consents.values().stream()
                .filter(c -> event.corrects() != null && c.version() == event.corrects())
                .findFirst()
                .ifPresent(c -> next.consents = without(next.consents, c.given().consentId()));
        next.consents = with(next.consents, event.consentId(), new Consent(event, next.version, false));
        return fact(event.corrects());
    }

    @Override
    public CaseState consentWithdrawn(ConsentWithdrawn event) {
        Consent consent = next.consents.get(event.consentId());
        next.consents = with(next.consents, event.consentId(), new Consent(consent.given(), consent.version(), true));
        return next;
    }

    @Override
    public CaseState riskAssessed(RiskAssessed event) {
        next.risks.entrySet().stream()
                .filter(r -> event.corrects() != null && r.getValue().version() == event.corrects())
                .findFirst()
                .ifPresent(r -> next.risks = without(next.risks, r.getKey()));
        next.risks = with(
                next.risks,
                CaseState.riskKey(event.assessedBy(), event.concerning()),
                new Assessment(event, next.version));
        return fact(event.corrects());
    }

    @Override
    public CaseState referralDrafted(ReferralDrafted event) {
        next.referrals = with(next.referrals, event.referralId(), new Referral(event));
        return next;
    }

    @Override
    public CaseState referralSubmitted(ReferralSubmitted event) {
        return moves(event, SUBMITTED, event.deadline(), r -> r.submitted = true);
    }

    @Override
    public CaseState receiptAcknowledged(ReceiptAcknowledged event) {
        return moves(event, RECEIVED, event.deadline());
    }

    @Override
    public CaseState informationRequested(InformationRequested event) {
        return referral(event, r -> {
            if (r.state == RECEIVED) {
                r.pausedDecision = r.deadline;
                r.pausedAt = recorded.at();
            }
            r.state = INFO_REQUESTED;
            r.asked = event.items();
            r.deadline = event.deadline();
        });
    }

    @Override
    public CaseState informationSupplied(InformationSupplied event) {
        return moves(event, RECEIVED, event.deadline(), r -> {
            r.asked = Set.of();
            r.pausedDecision = null;
            r.pausedAt = null;
        });
    }

    @Override
    public CaseState referralConditionallyAccepted(ReferralConditionallyAccepted event) {
        return moves(event, CONDITIONALLY_ACCEPTED, event.deadline(), r -> r.openConditions = event.conditions());
    }

    @Override
    public CaseState conditionMet(ConditionMet event) {
        return referral(event, r -> r.openConditions = without(r.openConditions, event.condition()));
    }

    @Override
    public CaseState referralAccepted(ReferralAccepted event) {
        return moves(event, ACCEPTED, event.deadline(), r -> {
            r.receivingOrganisation = event.receivingOrganisation();
            r.services = event.services();
            r.mandatoryNeeds = event.mandatoryNeeds();
        });
    }

    @Override
    public CaseState servicesConfirmed(ServicesConfirmed event) {
        return referral(event, r -> r.services = union(r.services, event.services()));
    }

    @Override
    public CaseState referralDeclined(ReferralDeclined event) {
        return ends(event, DECLINED);
    }

    @Override
    public CaseState referralForwarded(ReferralForwarded event) {
        return ends(event, FORWARDED);
    }

    @Override
    public CaseState preconditionConfirmed(PreconditionConfirmed event) {
        return referral(event, r -> {
            Instant until = event.validUntil() == null ? Instant.MAX : event.validUntil();
            r.confirmations = with(r.confirmations, event.evidence(), until);
            r.revoked = without(r.revoked, event.evidence());
            if (r.state == ACCEPTED) {
                r.state = PREPARING;
            }
        });
    }

    @Override
    public CaseState preconditionRevoked(PreconditionRevoked event) {
        return referral(event, r -> {
            r.confirmations = without(r.confirmations, event.evidence());
            r.revoked = plus(r.revoked, event.evidence());
        });
    }

    @Override
    public CaseState departureAuthorised(DepartureAuthorised event) {
        Signature signature = new Signature(event.side(), recorded.actor().id(), event.guardsHoldUntil());
        return referral(event, r -> r.signatures = append(r.signatures, signature));
    }

    @Override
    public CaseState referralReady(ReferralReady event) {
        return moves(event, READY, event.deadline());
    }

    @Override
    public CaseState signaturesVoided(SignaturesVoided event) {
        return moves(event, PREPARING, event.deadline(), r -> r.signatures = List.of());
    }

    @Override
    public CaseState departureRecorded(DepartureRecorded event) {
        return moves(event, IN_TRANSIT, event.deadline(), r -> r.departedOn = event.departedOn());
    }

    @Override
    public CaseState incidentRecorded(IncidentRecorded event) {
        return event.interrupts() ? moves(event, INTERRUPTED, event.deadline()) : next;
    }

    @Override
    public CaseState journeyResumed(JourneyResumed event) {
        return moves(event, IN_TRANSIT, event.deadline());
    }

    @Override
    public CaseState arrivalConfirmed(ArrivalConfirmed event) {
        return moves(event, ARRIVED, event.deadline());
    }

    @Override
    public CaseState handoverAcknowledged(HandoverAcknowledged event) {
        return referral(
                event,
                r -> r.handovers =
                        with(r.handovers, event.side(), recorded.actor().id()));
    }

    @Override
    public CaseState custodyTransferred(CustodyTransferred event) {
        next.responsible = event.to();
        next.formerHolders = without(
                plus(next.formerHolders, event.from().country()), event.to().country());
        return moves(event, HANDED_OVER, event.deadline());
    }

    @Override
    public CaseState monitoringReported(MonitoringReported event) {
        return monitored(event, event.milestone(), event.deadline());
    }

    @Override
    public CaseState monitoringWaived(MonitoringWaived event) {
        return monitored(event, event.milestone(), event.deadline());
    }

    private CaseState monitored(ReferralEvent event, MonitoringMilestone milestone, Deadline deadline) {
        return moves(event, MONITORING, deadline, r -> r.monitored = append(r.monitored, milestone));
    }

    @Override
    public CaseState referralCompleted(ReferralCompleted event) {
        return ends(event, COMPLETED);
    }

    @Override
    public CaseState answerDelivered(AnswerDelivered event) {
        return ends(event, COMPLETED);
    }

    @Override
    public CaseState referralWithdrawn(ReferralWithdrawn event) {
        return ends(event, WITHDRAWN);
    }

    @Override
    public CaseState referralStopped(ReferralStopped event) {
        return ends(event, CONSENT_WITHDRAWN);
    }

    @Override
    public CaseState referralExpired(ReferralExpired event) {
        return ends(event, EXPIRED);
    }

    @Override
    public CaseState transferFailed(TransferFailed event) {
        return ends(event, FAILED);
    }

    @Override
    public CaseState deadlineEscalated(DeadlineEscalated event) {
        return referral(event, r -> r.deadline = event.deadline());
    }

    @Override
    public CaseState caseDeadlineEscalated(CaseDeadlineEscalated event) {
        switch (event.limit()) {
            case REFLECTION ->
                next.reflection = new Reflection(next.reflection.state(), next.reflection.until(), event.deadline());
            case EMERGENCY_REVIEW -> next.emergencyReview = event.deadline();
            case RETENTION -> next.retention = event.deadline();
            default -> next.reasonableGrounds = event.deadline();
        }
        return next;
    }

    @Override
    public CaseState caseClosed(CaseClosed event) {
        next.closure = event.reason();
        next.reasonableGrounds = null;
        next.retention = event.deadline();
        next.retainedUntil = event.deadline().escalatesAt();
        return next;
    }

    @Override
    public CaseState caseReopened(CaseReopened event) {
        next.closure = null;
        next.reasonableGrounds = event.deadline();
        next.retention = null;
        next.retainedUntil = null;
        next.erasureRequestedBy = null;
        return next;
    }

    @Override
    public CaseState erasureRequested(ErasureRequested event) {
        next.erasureRequestedBy = recorded.actor().id();
        return next;
    }

    @Override
    public CaseState erasureRequestWithdrawn(ErasureRequestWithdrawn event) {
        next.erasureRequestedBy = null;
        return next;
    }

    @Override
    public CaseState personErased(PersonErased event) {
        next.erased = true;
        next.retention = null;
        return next;
    }

    @Override
    public CaseState sealedDataRedacted(SealedDataRedacted event) {
        return next;
    }

    @Override
    public CaseState documentWithdrawn(DocumentWithdrawn event) {
        AttachedDocument withdrawn = new AttachedDocument(
                event.field(), next.documents.get(event.documentId()).by(), true);
        next.documents = with(next.documents, event.documentId(), withdrawn);
        return next;
    }

    @Override
    public CaseState legalHoldPlaced(LegalHoldPlaced event) {
        next.legalHolds = with(next.legalHolds, event.country(), event.ground());
        return next;
    }

    @Override
    public CaseState legalHoldLifted(LegalHoldLifted event) {
        next.legalHolds = without(next.legalHolds, event.country());
        return next;
    }

    @Override
    public CaseState emergencyAccessOpened(EmergencyAccessOpened event) {
        Actor actor = recorded.actor();
        EmergencyAccess opened =
                new EmergencyAccess(event.accessId(), actor.country(), actor.id(), event.until(), event.review(), null);
        next.emergencyAccesses = with(next.emergencyAccesses, event.accessId(), opened);
        next.emergencyReview = event.deadline();
        return next;
    }

    @Override
    public CaseState emergencyAccessReviewed(EmergencyAccessReviewed event) {
        EmergencyAccess reviewed =
                next.emergencyAccesses.get(event.accessId()).reviewed(event.finding(), recorded.at());
        next.emergencyAccesses = with(next.emergencyAccesses, event.accessId(), reviewed);
        next.emergencyReview = event.deadline();
        return next;
    }

    private CaseState fact(Long corrects) {
        if (corrects != null) {
            next.facts = next.facts.without(corrects);
        }
        next.facts = next.facts.with(next.version, recorded.event().getClass());
        return next;
    }

    private CaseState moves(ReferralEvent event, ReferralState to, Deadline deadline) {
        return moves(event, to, deadline, r -> {});
    }

    private CaseState moves(ReferralEvent event, ReferralState to, Deadline deadline, Consumer<Referral> further) {
        return referral(event, r -> {
            r.state = to;
            r.deadline = deadline;
            further.accept(r);
        });
    }

    private CaseState ends(ReferralEvent event, ReferralState to) {
        return moves(event, to, null);
    }

    private CaseState referral(ReferralEvent event, Consumer<Referral> change) {
        Referral changed = next.referrals.get(event.referralId()).copy();
        change.accept(changed);
        next.referrals = with(next.referrals, event.referralId(), changed);
        return next;
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    private static <K, V> Map<K, V> without(Map<K, V> map, Object key) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.remove(key);
        return Collections.unmodifiableMap(changed);
    }

    private static <T> Set<T> plus(Set<T> set, T element) {
        Set<T> changed = new LinkedHashSet<>(set);
        changed.add(element);
        return Collections.unmodifiableSet(changed);
    }

    private static <T> Set<T> without(Set<T> set, T element) {
        Set<T> changed = new LinkedHashSet<>(set);
        changed.remove(element);
        return Collections.unmodifiableSet(changed);
    }

    private static <E extends Enum<E>> Set<E> union(Set<E> some, Set<E> others) {
        return others.isEmpty()
                ? some
                : Vocabulary.ordered(
                        others.iterator().next().getDeclaringClass(),
                        Stream.concat(some.stream(), others.stream()).toList());
    }

    private static <T> List<T> append(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }
}
