package org.trm.query.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.CountryCode;
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
import org.trm.events.types.ReferralState;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.SafetyFinding;
import org.trm.events.types.Side;
import org.trm.events.types.Urgency;
import org.trm.events.types.Vocabulary;

/**
 * Where a referral stands, and what has been done in it so far.
 *
 * @param forwardedFrom the referral of the country that named this one as competent; null when none did
 * @param forwardedTo the country that the receiving one named as competent; null when it did not
 * @param since when it came to its state
 * @param limit the time limit that is running; null when none is
 * @param asked what the receiving country waits to be told
 * @param conditions those of the acceptance; {@code openConditions} are still to be met
 * @param services what the receiving country has confirmed
 * @param endedBecause the code of the reason for which it ended; null when there is none or it is live
 */
public record Standing(
        ReferralId referralId,
        ReferralKind kind,
        CountryCode from,
        CountryCode to,
        ReferralReason reason,
        Urgency urgency,
        ReferralId forwardedFrom,
        CountryCode forwardedTo,
        ReferralState state,
        Instant since,
        RunningLimit limit,
        Instant draftedAt,
        Instant submittedAt,
        Set<InformationItem> asked,
        Set<AcceptanceCondition> conditions,
        Set<AcceptanceCondition> openConditions,
        OrganisationId receivingOrganisation,
        Set<Need> services,
        List<Confirmation> confirmations,
        List<Signed> signatures,
        Journey journey,
        List<Incident> incidents,
        List<Signed> handover,
        List<Monitored> monitoring,
        String endedBecause) {
    public Standing {
        asked = Vocabulary.ordered(InformationItem.class, asked);
        conditions = Vocabulary.ordered(AcceptanceCondition.class, conditions);
        openConditions = Vocabulary.ordered(AcceptanceCondition.class, openConditions);
        services = Vocabulary.ordered(Need.class, services);
    }

    /** What one side confirmed, and still does. */
    public record Confirmation(
            Guard guard,
            Side side,
            Evidence evidence,
            LocalDate confirmedOn,
            @Optional Instant validUntil) {}

    /** One side's signature, under the departure or under the handover. */
    public record Signed(Side side, Instant at) {}

    /** Her journey; what is not known yet is null. */
    public record Journey(
            LocalDate departedOn,
            Instant plannedArrival,
            @Optional LocalDate arrivedOn) {}

    /** Something that happened on the way. */
    public record Incident(
            IncidentKind kind, boolean interrupts, @Optional LocalDate occurredOn, Instant at) {}

    /** A report of the receiving country, or, with {@code waived}, why there is none. */
    public record Monitored(
            MonitoringMilestone milestone,
            Instant at,
            @Optional Boolean contactMade,
            @Optional SafetyFinding safety,
            @Optional Set<Need> servicesDelivered,
            @Optional RiskLevel retraffickingRisk,
            @Optional LocalDate occurredOn,
            @Optional MonitoringWaiver waived) {
        public Monitored {
            servicesDelivered = servicesDelivered == null ? null : Vocabulary.ordered(Need.class, servicesDelivered);
        }
    }

    public boolean transfersCustody() {
        return kind == ReferralKind.CUSTODY_TRANSFER;
    }

    /** A transfer between its submission and the handover. */
    public boolean liveTransfer() {
        return transfersCustody() && state != ReferralState.DRAFT && state.beforeHandover();
    }

    public boolean signedBy(Side side) {
        return signatures.stream().anyMatch(signed -> signed.side() == side);
    }

    public boolean acknowledgedBy(Side side) {
        return handover.stream().anyMatch(signed -> signed.side() == side);
    }

    /** Whether a report of every milestone has been filed or waived. */
    public boolean monitored() {
        return Arrays.stream(MonitoringMilestone.values())
                .allMatch(m -> monitoring.stream().anyMatch(done -> done.milestone() == m));
    }
}
