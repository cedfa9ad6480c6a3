package org.trm.events;

import static org.trm.events.Samples.BG;
import static org.trm.events.Samples.BG_FOCAL_POINT;
import static org.trm.events.Samples.BG_PROCEDURE;
import static org.trm.events.Samples.CASE;
import static org.trm.events.Samples.DAY;
import static org.trm.events.Samples.LATER;
import static org.trm.events.Samples.NOON;
import static org.trm.events.Samples.REFERRAL;
import static org.trm.events.Samples.RO;
import static org.trm.events.Samples.RO_FOCAL_POINT;
import static org.trm.events.Samples.RO_PROCEDURE;
import static org.trm.events.Samples.deadline;

import java.util.List;
import java.util.Set;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.AnswerKind;
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
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.SafetyFinding;
import org.trm.events.types.SafetyPlan;
import org.trm.events.types.Side;
import org.trm.events.types.SignaturesVoid;
import org.trm.events.types.StaffId;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TransferFailure;
import org.trm.events.types.Urgency;
import org.trm.events.types.WithdrawalReason;

/** Examples of what happens between two countries about one referral. */
final class ReferralSamples {
    private static final ReferralId OTHER_REFERRAL = ReferralId.of("019c9f43-4c80-7054-86f8-8211bd4e5f60");

    static final List<CaseEvent> EVENTS = List.of(
            new ReferralEvent.ReferralDrafted(
                    CASE,
                    REFERRAL,
                    ReferralKind.CUSTODY_TRANSFER,
                    BG,
                    RO,
                    ReferralReason.VOLUNTARY_RETURN,
                    Urgency.URGENT,
                    OTHER_REFERRAL,
                    ofSender(TimeLimit.DRAFT)),
            new ReferralEvent.ReferralSubmitted(CASE, REFERRAL, ofReceiver(TimeLimit.ACKNOWLEDGEMENT)),
            new ReferralEvent.ReceiptAcknowledged(CASE, REFERRAL, ofReceiver(TimeLimit.CHILD_DECISION)),
            new ReferralEvent.InformationRequested(
                    CASE,
                    REFERRAL,
                    Set.of(InformationItem.GUARDIAN_STATUS, InformationItem.NEEDS_DETAIL),
                    ofSender(TimeLimit.INFORMATION)),
            new ReferralEvent.InformationSupplied(
                    CASE,
                    REFERRAL,
                    Set.of(InformationItem.GUARDIAN_STATUS, InformationItem.NEEDS_DETAIL),
                    ofReceiver(TimeLimit.CHILD_DECISION)),
            new ReferralEvent.ReferralConditionallyAccepted(
                    CASE,
                    REFERRAL,
                    Set.of(AcceptanceCondition.ESCORT_PROVIDED, AcceptanceCondition.NATIONALITY_VERIFIED),
                    ofSender(TimeLimit.CONDITIONS)),
            new ReferralEvent.ConditionMet(CASE, REFERRAL, AcceptanceCondition.ESCORT_PROVIDED, DAY),
            new ReferralEvent.ReferralAccepted(
                    CASE,
                    REFERRAL,
                    OrganisationId.of("RO-NGO1"),
                    StaffId.of("7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"),
                    Set.of(Need.SHELTER, Need.SCHOOLING),
                    Set.of(Need.SHELTER, Need.MEDICAL),
                    ofSender(TimeLimit.PREPARATION)),
            new ReferralEvent.ServicesConfirmed(CASE, REFERRAL, Set.of(Need.MEDICAL)),
            new ReferralEvent.ReferralDeclined(CASE, REFERRAL, DeclineReason.NO_SUITABLE_SERVICE),
            new ReferralEvent.ReferralForwarded(CASE, REFERRAL, CountryCode.of("MD"), OTHER_REFERRAL),
            new ReferralEvent.PreconditionConfirmed(CASE, REFERRAL, Evidence.EMERGENCY_TRAVEL_DOCUMENT, DAY, LATER),
            new ReferralEvent.PreconditionRevoked(CASE, REFERRAL, Evidence.FITNESS_TO_TRAVEL),
            new ReferralEvent.DepartureAuthorised(CASE, REFERRAL, Side.SENDING, LATER),
            new ReferralEvent.ReferralReady(CASE, REFERRAL, ofSender(TimeLimit.DEPARTURE)),
            new ReferralEvent.SignaturesVoided(
                    CASE,
                    REFERRAL,
                    SignaturesVoid.GUARD_TURNED_FALSE,
                    Set.of(Guard.RECEPTION, Guard.CONSENT_TO_TRANSFER),
                    ofSender(TimeLimit.PREPARATION)),
            new ReferralEvent.DepartureRecorded(CASE, REFERRAL, DAY, NOON, ofReceiver(TimeLimit.ARRIVAL)),
            new ReferralEvent.IncidentRecorded(
                    CASE, REFERRAL, IncidentKind.DELAY, true, DAY, ofSender(TimeLimit.INTERRUPTION)),
            new ReferralEvent.JourneyResumed(CASE, REFERRAL, NOON, ofReceiver(TimeLimit.ARRIVAL)),
            new ReferralEvent.ArrivalConfirmed(CASE, REFERRAL, DAY, ofReceiver(TimeLimit.HANDOVER)),
            new ReferralEvent.HandoverAcknowledged(CASE, REFERRAL, Side.RECEIVING),
            new ReferralEvent.CustodyTransferred(
                    CASE, REFERRAL, BG_FOCAL_POINT, RO_FOCAL_POINT, ofReceiver(TimeLimit.MONITORING)),
            new ReferralEvent.MonitoringReported(
                    CASE,
                    REFERRAL,
                    MonitoringMilestone.AFTER_1_MONTH,
                    true,
                    SafetyFinding.SAFE,
                    Set.of(Need.SCHOOLING, Need.MEDICAL),
                    RiskLevel.LOW,
                    DAY,
                    ofReceiver(TimeLimit.MONITORING)),
            new ReferralEvent.MonitoringWaived(
                    CASE,
                    REFERRAL,
                    MonitoringMilestone.AFTER_3_MONTHS,
                    MonitoringWaiver.PERSON_DECLINES_CONTACT,
                    ofReceiver(TimeLimit.MONITORING)),
            new ReferralEvent.ReferralCompleted(CASE, REFERRAL),
            new ReferralEvent.AnswerDelivered(CASE, REFERRAL, AnswerKind.DOCUMENT_PROVIDED),
            new ReferralEvent.ReferralWithdrawn(CASE, REFERRAL, WithdrawalReason.OTHER_SOLUTION_FOUND),
            new ReferralEvent.ReferralStopped(CASE, REFERRAL, CaseSamples.CONSENT, SafetyPlan.STOP_AT_NEXT_SAFE_POINT),
            new ReferralEvent.ReferralExpired(CASE, REFERRAL, TimeLimit.DECISION),
            new ReferralEvent.TransferFailed(CASE, REFERRAL, TransferFailure.REFUSED_AT_BORDER),
            new ReferralEvent.DeadlineEscalated(CASE, REFERRAL, TimeLimit.DECISION, ofReceiver(TimeLimit.DECISION)));

    private ReferralSamples() {}

    private static Deadline ofSender(TimeLimit limit) {
        return deadline(limit, BG_PROCEDURE);
    }

    private static Deadline ofReceiver(TimeLimit limit) {
        return deadline(limit, RO_PROCEDURE);
    }
}
