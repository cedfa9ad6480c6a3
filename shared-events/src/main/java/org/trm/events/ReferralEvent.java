package org.trm.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.AnswerKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.ConsentId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.Evidence;
import org.trm.events.types.Guard;
import org.trm.events.types.IncidentKind;
import org.trm.events.types.InformationItem;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.Need;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.Responsible;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.SafetyFinding;
import org.trm.events.types.SafetyPlan;
import org.trm.events.types.Side;
import org.trm.events.types.SignaturesVoid;
import org.trm.events.types.StaffId;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TransferFailure;
import org.trm.events.types.Urgency;
import org.trm.events.types.Vocabulary;
import org.trm.events.types.WithdrawalReason;

/** What happens between two countries about one referral. */
public sealed interface ReferralEvent extends CaseEvent {
    ReferralId referralId();

    /** The holder prepared a referral; nobody else sees it yet. */
    record ReferralDrafted(
            CaseId caseId,
            ReferralId referralId,
            ReferralKind kind,
            CountryCode from,
            CountryCode to,
            ReferralReason reason,
            Urgency urgency,
            @Optional ReferralId forwardedFrom,
            Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralDrafted(this);
        }
    }

    /** The receiving country was asked; it now sees the minimal data set and nothing else. */
    record ReferralSubmitted(CaseId caseId, ReferralId referralId, Deadline deadline) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralSubmitted(this);
        }
    }

    /** The receiving country confirmed that it has the referral. */
    record ReceiptAcknowledged(CaseId caseId, ReferralId referralId, Deadline deadline) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.receiptAcknowledged(this);
        }
    }

    /** The receiving country asked before deciding; its time to decide stands still. */
    record InformationRequested(CaseId caseId, ReferralId referralId, Set<InformationItem> items, Deadline deadline)
            implements ReferralEvent {
        public InformationRequested {
            items = Vocabulary.ordered(InformationItem.class, items);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.informationRequested(this);
        }
    }

    /** The sending country answered; the time to decide runs on. */
    record InformationSupplied(CaseId caseId, ReferralId referralId, Set<InformationItem> items, Deadline deadline)
            implements ReferralEvent {
        public InformationSupplied {
            items = Vocabulary.ordered(InformationItem.class, items);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.informationSupplied(this);
        }
    }

    /** The receiving country would accept once every condition is met. */
    record ReferralConditionallyAccepted(
            CaseId caseId, ReferralId referralId, Set<AcceptanceCondition> conditions, Deadline deadline)
            implements ReferralEvent {
        public ReferralConditionallyAccepted {
            conditions = Vocabulary.ordered(AcceptanceCondition.class, conditions);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralConditionallyAccepted(this);
        }
    }

    /** One condition of the acceptance was met. */
    record ConditionMet(
            CaseId caseId,
            ReferralId referralId,
            AcceptanceCondition condition,
            @Optional LocalDate occurredOn) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.conditionMet(this);
        }
    }

    /**
     * The receiving country takes the person on, and names who will: organisation, case manager and services. Before a
     * person leaves, the mandatory needs must be answered, as the procedure says that the deadline names.
     */
    record ReferralAccepted(
            CaseId caseId,
            ReferralId referralId,
            OrganisationId receivingOrganisation,
            StaffId caseManager,
            Set<Need> services,
            Set<Need> mandatoryNeeds,
            Deadline deadline)
            implements ReferralEvent {
        public ReferralAccepted {
            services = Vocabulary.ordered(Need.class, services);
            mandatoryNeeds = Vocabulary.ordered(Need.class, mandatoryNeeds);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralAccepted(this);
        }
    }

    /** The receiving country confirmed further services. */
    record ServicesConfirmed(CaseId caseId, ReferralId referralId, Set<Need> services) implements ReferralEvent {
        public ServicesConfirmed {
            services = Vocabulary.ordered(Need.class, services);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.servicesConfirmed(this);
        }
    }

    /** The receiving country declined. */
    record ReferralDeclined(CaseId caseId, ReferralId referralId, DeclineReason reason) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralDeclined(this);
        }
    }

    /** The receiving country named another as competent; the holder may submit the draft that results, or discard it. */
    record ReferralForwarded(CaseId caseId, ReferralId referralId, CountryCode to, ReferralId draft)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralForwarded(this);
        }
    }

    /** One side confirmed, on evidence, something that must hold before departure. */
    record PreconditionConfirmed(
            CaseId caseId,
            ReferralId referralId,
            Evidence evidence,
            LocalDate confirmedOn,
            @Optional Instant validUntil)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.preconditionConfirmed(this);
        }
    }

    /** A side took back what it had confirmed. */
    record PreconditionRevoked(CaseId caseId, ReferralId referralId, Evidence evidence) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.preconditionRevoked(this);
        }
    }

    /** One focal point signed for the departure, every guard being true at that moment. */
    record DepartureAuthorised(CaseId caseId, ReferralId referralId, Side side, Instant guardsHoldUntil)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.departureAuthorised(this);
        }
    }

    /** Both focal points have signed: she may travel, and the receiving country may know who she is. */
    record ReferralReady(CaseId caseId, ReferralId referralId, Deadline deadline) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralReady(this);
        }
    }

    /** What was signed no longer holds: both signatures are void and preparation goes on. */
    record SignaturesVoided(
            CaseId caseId, ReferralId referralId, SignaturesVoid reason, Set<Guard> guards, Deadline deadline)
            implements ReferralEvent {
        public SignaturesVoided {
            guards = Vocabulary.ordered(Guard.class, guards);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.signaturesVoided(this);
        }
    }

    /** She left; responsibility stays with the sending country. */
    record DepartureRecorded(
            CaseId caseId, ReferralId referralId, LocalDate departedOn, Instant plannedArrival, Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.departureRecorded(this);
        }
    }

    /** Something happened on the way; custody is unchanged. */
    record IncidentRecorded(
            CaseId caseId,
            ReferralId referralId,
            IncidentKind kind,
            boolean interrupts,
            @Optional LocalDate occurredOn,
            @Optional Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.incidentRecorded(this);
        }
    }

    /** The interrupted journey went on. */
    record JourneyResumed(CaseId caseId, ReferralId referralId, Instant plannedArrival, Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.journeyResumed(this);
        }
    }

    /** The receiving country confirmed that she arrived. */
    record ArrivalConfirmed(CaseId caseId, ReferralId referralId, LocalDate arrivedOn, Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.arrivalConfirmed(this);
        }
    }

    /** One side signed the handover protocol. */
    record HandoverAcknowledged(CaseId caseId, ReferralId referralId, Side side) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.handoverAcknowledged(this);
        }
    }

    /** Both sides have acknowledged: the receiving country is responsible from this event on, and no other is. */
    record CustodyTransferred(CaseId caseId, ReferralId referralId, Responsible from, Responsible to, Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.custodyTransferred(this);
        }
    }

    /** The receiving country reported how she fares. */
    record MonitoringReported(
            CaseId caseId,
            ReferralId referralId,
            MonitoringMilestone milestone,
            boolean contactMade,
            SafetyFinding safety,
            Set<Need> servicesDelivered,
            RiskLevel retraffickingRisk,
            @Optional LocalDate occurredOn,
            @Optional Deadline deadline)
            implements ReferralEvent {
        public MonitoringReported {
            servicesDelivered = Vocabulary.ordered(Need.class, servicesDelivered);
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.monitoringReported(this);
        }
    }

    /** A monitoring report will not be filed, for a stated reason. */
    record MonitoringWaived(
            CaseId caseId,
            ReferralId referralId,
            MonitoringMilestone milestone,
            MonitoringWaiver reason,
            @Optional Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.monitoringWaived(this);
        }
    }

    /** Nothing is left to do in this referral. */
    record ReferralCompleted(CaseId caseId, ReferralId referralId) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralCompleted(this);
        }
    }

    /** The receiving country gave the information or the service it was asked for; custody never moved. */
    record AnswerDelivered(CaseId caseId, ReferralId referralId, AnswerKind answer) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.answerDelivered(this);
        }
    }

    /** The sending country withdrew. */
    record ReferralWithdrawn(CaseId caseId, ReferralId referralId, WithdrawalReason reason) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralWithdrawn(this);
        }
    }

    /** The consent it rested on was withdrawn: the referral stopped by itself. */
    record ReferralStopped(
            CaseId caseId,
            ReferralId referralId,
            ConsentId consentId,
            @Optional SafetyPlan safetyPlan) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralStopped(this);
        }
    }

    /** Its time limit passed without an answer, after the coordinators were told. */
    record ReferralExpired(CaseId caseId, ReferralId referralId, TimeLimit limit) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralExpired(this);
        }
    }

    /** The transfer failed; the sending country stays responsible. */
    record TransferFailed(CaseId caseId, ReferralId referralId, TransferFailure reason) implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.transferFailed(this);
        }
    }

    /** A time limit of the referral passed: the coordinators of both countries are told. */
    record DeadlineEscalated(CaseId caseId, ReferralId referralId, TimeLimit limit, Deadline deadline)
            implements ReferralEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.deadlineEscalated(this);
        }
    }
}
