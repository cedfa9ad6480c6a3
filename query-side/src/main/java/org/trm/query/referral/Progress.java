package org.trm.query.referral;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.CountryCode;
import org.trm.events.types.InformationItem;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Urgency;
import org.trm.query.referral.Standing.Confirmation;
import org.trm.query.referral.Standing.Incident;
import org.trm.query.referral.Standing.Journey;
import org.trm.query.referral.Standing.Monitored;
import org.trm.query.referral.Standing.Signed;

/** A standing while it is being changed; only {@link StandingFold} holds one, for one event. */
final class Progress {
    private final ReferralId referralId;
    private final ReferralKind kind;
    private final CountryCode from;
    private final CountryCode to;
    private final ReferralReason reason;
    private final Urgency urgency;
    private final ReferralId forwardedFrom;
    CountryCode forwardedTo;
    ReferralState state;
    Instant since;
    RunningLimit limit;
    private final Instant draftedAt;
    Instant submittedAt;
    Set<InformationItem> asked;
    Set<AcceptanceCondition> conditions;
    Set<AcceptanceCondition> openConditions;
    OrganisationId receivingOrganisation;
    Set<Need> services;
    List<Confirmation> confirmations;
    List<Signed> signatures;
    Journey journey;
    List<Incident> incidents;
    List<Signed> handover;
    List<Monitored> monitoring;
    String endedBecause;

    Progress(Standing from) {
        referralId = from.referralId();
        kind = from.kind();
        this.from = from.from();
        to = from.to();
        reason = from.reason();
        urgency = from.urgency();
        forwardedFrom = from.forwardedFrom();
        forwardedTo = from.forwardedTo();
        state = from.state();
        since = from.since();
        limit = from.limit();
        draftedAt = from.draftedAt();
        submittedAt = from.submittedAt();
        asked = from.asked();
        conditions = from.conditions();
        openConditions = from.openConditions();
        receivingOrganisation = from.receivingOrganisation();
        services = from.services();
        confirmations = from.confirmations();
        signatures = from.signatures();
        journey = from.journey();
        incidents = from.incidents();
        handover = from.handover();
        monitoring = from.monitoring();
        endedBecause = from.endedBecause();
    }

    Progress(ReferralDrafted event, Instant at) {
        referralId = event.referralId();
        kind = event.kind();
        from = event.from();
        to = event.to();
        reason = event.reason();
        urgency = event.urgency();
        forwardedFrom = event.forwardedFrom();
        state = ReferralState.DRAFT;
        since = at;
        limit = RunningLimit.of(event.deadline());
        draftedAt = at;
        asked = Set.of();
        conditions = Set.of();
        openConditions = Set.of();
        services = Set.of();
        confirmations = List.of();
        signatures = List.of();
        incidents = List.of();
        handover = List.of();
        monitoring = List.of();
    }

    /** Comes to a state by itself when it is in this other one. */
    void begins(ReferralState next, Instant at, ReferralState when) {
        if (state == when) {
            state = next;
            since = at;
        }
    }

    Standing standing() {
        return new Standing(
                referralId,
                kind,
                from,
                to,
                reason,
                urgency,
                forwardedFrom,
                forwardedTo,
                state,
                since,
                limit,
                draftedAt,
                submittedAt,
                asked,
                conditions,
                openConditions,
                receivingOrganisation,
                services,
                confirmations,
                signatures,
                journey,
                incidents,
                handover,
                monitoring,
                endedBecause);
    }
}
