package org.trm.query.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralKind;
import org.trm.query.access.Relations.Address;
import org.trm.query.access.Relations.Custody;

/** How one more event changes what the countries are to the case. */
final class RelationsFold implements CaseEvent.Reader<Relations> {
    private final Relations before;
    private final Recorded<CaseEvent> recorded;

    RelationsFold(Relations before, Recorded<CaseEvent> recorded) {
        this.before = before;
        this.recorded = recorded;
    }

    @Override
    public Relations caseOpened(IntakeEvent.CaseOpened event) {
        Custody first = new Custody(event.responsible(), recorded.version(), recorded.at(), null, null);
        return new Relations(List.of(first), List.of(), List.of());
    }

    @Override
    public Relations minimalDataSetRevised(IntakeEvent.MinimalDataSetRevised event) {
        return before;
    }

    @Override
    public Relations indicatorsRecorded(IntakeEvent.IndicatorsRecorded event) {
        return before;
    }

    @Override
    public Relations needsAssessed(IntakeEvent.NeedsAssessed event) {
        return before;
    }

    @Override
    public Relations personalDataRecorded(PersonalEvent.PersonalDataRecorded event) {
        return before;
    }

    @Override
    public Relations documentAttached(PersonalEvent.DocumentAttached event) {
        return before;
    }

    @Override
    public Relations reasonableGroundsFound(IdentificationEvent.ReasonableGroundsFound event) {
        return before;
    }

    @Override
    public Relations reasonableGroundsNotFound(IdentificationEvent.ReasonableGroundsNotFound event) {
        return before;
    }

    @Override
    public Relations victimConfirmed(IdentificationEvent.VictimConfirmed event) {
        return before;
    }

    @Override
    public Relations victimNotConfirmed(IdentificationEvent.VictimNotConfirmed event) {
        return before;
    }

    @Override
    public Relations minorityPresumed(ProtectionEvent.MinorityPresumed event) {
        return before;
    }

    @Override
    public Relations ageVerified(ProtectionEvent.AgeVerified event) {
        return before;
    }

    @Override
    public Relations guardianAppointed(ProtectionEvent.GuardianAppointed event) {
        return before;
    }

    @Override
    public Relations guardianshipEnded(ProtectionEvent.GuardianshipEnded event) {
        return before;
    }

    @Override
    public Relations bestInterestsDetermined(ProtectionEvent.BestInterestsDetermined event) {
        return before;
    }

    @Override
    public Relations reflectionPeriodGranted(ProtectionEvent.ReflectionPeriodGranted event) {
        return before;
    }

    @Override
    public Relations reflectionPeriodExtended(ProtectionEvent.ReflectionPeriodExtended event) {
        return before;
    }

    @Override
    public Relations reflectionPeriodWaived(ProtectionEvent.ReflectionPeriodWaived event) {
        return before;
    }

    @Override
    public Relations reflectionPeriodTerminated(ProtectionEvent.ReflectionPeriodTerminated event) {
        return before;
    }

    @Override
    public Relations reflectionPeriodEnded(ProtectionEvent.ReflectionPeriodEnded event) {
        return before;
    }

    @Override
    public Relations consentGiven(ConsentEvent.ConsentGiven event) {
        return before;
    }

    @Override
    public Relations consentWithdrawn(ConsentEvent.ConsentWithdrawn event) {
        return before;
    }

    @Override
    public Relations riskAssessed(RiskEvent.RiskAssessed event) {
        return before;
    }

    @Override
    public Relations referralDrafted(ReferralEvent.ReferralDrafted event) {
        boolean moves = event.kind() == ReferralKind.CUSTODY_TRANSFER;
        Address drafted = new Address(
                event.referralId(), event.from(), event.to(), moves, recorded.version(), null, null, null, null, null);
        return new Relations(before.custodies(), append(before.addresses(), drafted), before.noticed());
    }

    @Override
    public Relations referralSubmitted(ReferralEvent.ReferralSubmitted event) {
        return change(event, a -> with(a, a.receiving(), recorded.version(), recorded.at(), null, null));
    }

    @Override
    public Relations receiptAcknowledged(ReferralEvent.ReceiptAcknowledged event) {
        return before;
    }

    @Override
    public Relations informationRequested(ReferralEvent.InformationRequested event) {
        return before;
    }

    @Override
    public Relations informationSupplied(ReferralEvent.InformationSupplied event) {
        return before;
    }

    @Override
    public Relations referralConditionallyAccepted(ReferralEvent.ReferralConditionallyAccepted event) {
        return before;
    }

    @Override
    public Relations conditionMet(ReferralEvent.ConditionMet event) {
        return before;
    }

    @Override
    public Relations referralAccepted(ReferralEvent.ReferralAccepted event) {
        return change(event, a -> with(a, event.receivingOrganisation(), a.submitted(), a.submittedAt(), null, null));
    }

    @Override
    public Relations servicesConfirmed(ReferralEvent.ServicesConfirmed event) {
        return before;
    }

    @Override
    public Relations referralDeclined(ReferralEvent.ReferralDeclined event) {
        return ends(event);
    }

    @Override
    public Relations referralForwarded(ReferralEvent.ReferralForwarded event) {
        return ends(event);
    }

    @Override
    public Relations preconditionConfirmed(ReferralEvent.PreconditionConfirmed event) {
        return before;
    }

    @Override
    public Relations preconditionRevoked(ReferralEvent.PreconditionRevoked event) {
        return before;
    }

    @Override
    public Relations departureAuthorised(ReferralEvent.DepartureAuthorised event) {
        return before;
    }

    @Override
    public Relations referralReady(ReferralEvent.ReferralReady event) {
        return before;
    }

    @Override
    public Relations signaturesVoided(ReferralEvent.SignaturesVoided event) {
        return before;
    }

    @Override
    public Relations departureRecorded(ReferralEvent.DepartureRecorded event) {
        return before;
    }

    @Override
    public Relations incidentRecorded(ReferralEvent.IncidentRecorded event) {
        return before;
    }

    @Override
    public Relations journeyResumed(ReferralEvent.JourneyResumed event) {
        return before;
    }

    @Override
    public Relations arrivalConfirmed(ReferralEvent.ArrivalConfirmed event) {
        return before;
    }

    @Override
    public Relations handoverAcknowledged(ReferralEvent.HandoverAcknowledged event) {
        return before;
    }

    @Override
    public Relations custodyTransferred(ReferralEvent.CustodyTransferred event) {
        List<Custody> custodies = new ArrayList<>(before.custodies());
        Custody last = custodies.remove(custodies.size() - 1);
        custodies.add(new Custody(last.holder(), last.since(), last.from(), recorded.version(), last.by()));
        custodies.add(new Custody(event.to(), recorded.version(), recorded.at(), null, event.referralId()));
        Relations moved =
                change(event, a -> with(a, a.receiving(), a.submitted(), a.submittedAt(), recorded.version(), null));
        return new Relations(List.copyOf(custodies), moved.addresses(), before.noticed());
    }

    @Override
    public Relations monitoringReported(ReferralEvent.MonitoringReported event) {
        return before;
    }

    @Override
    public Relations monitoringWaived(ReferralEvent.MonitoringWaived event) {
        return before;
    }

    @Override
    public Relations referralCompleted(ReferralEvent.ReferralCompleted event) {
        return ends(event);
    }

    @Override
    public Relations answerDelivered(ReferralEvent.AnswerDelivered event) {
        return ends(event);
    }

    @Override
    public Relations referralWithdrawn(ReferralEvent.ReferralWithdrawn event) {
        return ends(event);
    }

    @Override
    public Relations referralStopped(ReferralEvent.ReferralStopped event) {
        return ends(event);
    }

    @Override
    public Relations referralExpired(ReferralEvent.ReferralExpired event) {
        return ends(event);
    }

    @Override
    public Relations transferFailed(ReferralEvent.TransferFailed event) {
        return ends(event);
    }

    @Override
    public Relations deadlineEscalated(ReferralEvent.DeadlineEscalated event) {
        return before;
    }

    @Override
    public Relations caseDeadlineEscalated(TimeLimitEvent.CaseDeadlineEscalated event) {
        return before;
    }

    @Override
    public Relations caseClosed(ClosingEvent.CaseClosed event) {
        return before;
    }

    @Override
    public Relations caseReopened(ClosingEvent.CaseReopened event) {
        return before;
    }

    @Override
    public Relations erasureRequested(ErasureEvent.ErasureRequested event) {
        return before;
    }

    @Override
    public Relations erasureRequestWithdrawn(ErasureEvent.ErasureRequestWithdrawn event) {
        return before;
    }

    @Override
    public Relations personErased(ErasureEvent.PersonErased event) {
        return before;
    }

    @Override
    public Relations sealedDataRedacted(ErasureEvent.SealedDataRedacted event) {
        return before;
    }

    @Override
    public Relations documentWithdrawn(ErasureEvent.DocumentWithdrawn event) {
        return before;
    }

    @Override
    public Relations legalHoldPlaced(ErasureEvent.LegalHoldPlaced event) {
        return before;
    }

    @Override
    public Relations legalHoldLifted(ErasureEvent.LegalHoldLifted event) {
        return before;
    }

    @Override
    public Relations emergencyAccessOpened(EmergencyEvent.EmergencyAccessOpened event) {
        return before;
    }

    @Override
    public Relations emergencyAccessReviewed(EmergencyEvent.EmergencyAccessReviewed event) {
        return before;
    }

    private Relations ends(ReferralEvent event) {
        return change(
                event, a -> with(a, a.receiving(), a.submitted(), a.submittedAt(), a.handedOver(), recorded.version()));
    }

    private Relations change(ReferralEvent event, UnaryOperator<Address> change) {
        List<Address> changed = before.addresses().stream()
                .map(address -> address.referralId().equals(event.referralId()) ? change.apply(address) : address)
                .toList();
        return new Relations(before.custodies(), changed, before.noticed());
    }

    private static Address with(
            Address a, OrganisationId receiving, Long submitted, Instant at, Long handedOver, Long ended) {
        return new Address(
                a.referralId(),
                a.from(),
                a.to(),
                a.transfersCustody(),
                a.drafted(),
                receiving,
                submitted,
                at,
                handedOver,
                ended);
    }

    private static <T> List<T> append(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
