package org.trm.command.casefile;

import static org.trm.events.types.ReferralState.HANDED_OVER;
import static org.trm.events.types.ReferralState.MONITORING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.Evidence;
import org.trm.events.types.InformationItem;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Relation;
import org.trm.events.types.Side;

/** A referral as it stands in the case. Only {@link CaseFold} writes to one, to the copy it has just made. */
public final class Referral {
    private final ReferralDrafted draft;
    ReferralState state = ReferralState.DRAFT;
    Deadline deadline;
    boolean submitted;
    /** The time to decide, standing still while information is awaited, and since when. */
    Deadline pausedDecision;

    Instant pausedAt;
    Set<InformationItem> asked = Set.of();
    Set<AcceptanceCondition> openConditions = Set.of();
    OrganisationId receivingOrganisation;
    Set<Need> services = Set.of();
    /** Needs that must be answered before she leaves, as they stood in the procedure when the referral was accepted. */
    Set<Need> mandatoryNeeds = Set.of();

    /** Until when each confirmation is valid; {@link Instant#MAX} without an end. */
    Map<Evidence, Instant> confirmations = Map.of();
    /** What was confirmed, and then taken back. */
    Set<Evidence> revoked = Set.of();

    List<Signature> signatures = List.of();
    /** Who acknowledged the handover for each side, by pseudonymous id. */
    Map<Side, UUID> handovers = Map.of();

    /** The day on which she left; null before. */
    LocalDate departedOn;

    List<MonitoringMilestone> monitored = List.of();

    Referral(ReferralDrafted draft) {
        this.draft = draft;
        this.deadline = draft.deadline();
    }

    Referral copy() {
        Referral copy = new Referral(draft);
        copy.state = state;
        copy.deadline = deadline;
        copy.submitted = submitted;
        copy.pausedDecision = pausedDecision;
        copy.pausedAt = pausedAt;
        copy.asked = asked;
        copy.openConditions = openConditions;
        copy.receivingOrganisation = receivingOrganisation;
        copy.services = services;
        copy.mandatoryNeeds = mandatoryNeeds;
        copy.confirmations = confirmations;
        copy.revoked = revoked;
        copy.signatures = signatures;
        copy.handovers = handovers;
        copy.departedOn = departedOn;
        copy.monitored = monitored;
        return copy;
    }

    public ReferralId id() {
        return draft.referralId();
    }

    public ReferralDrafted draft() {
        return draft;
    }

    public CountryCode from() {
        return draft.from();
    }

    public CountryCode to() {
        return draft.to();
    }

    public ReferralState state() {
        return state;
    }

    public Deadline deadline() {
        return deadline;
    }

    public Set<InformationItem> asked() {
        return asked;
    }

    public Set<AcceptanceCondition> openConditions() {
        return openConditions;
    }

    public OrganisationId receivingOrganisation() {
        return receivingOrganisation;
    }

    public Set<Need> services() {
        return services;
    }

    public Set<Need> mandatoryNeeds() {
        return mandatoryNeeds;
    }

    public List<Signature> signatures() {
        return signatures;
    }

    public Map<Evidence, Instant> confirmations() {
        return confirmations;
    }

    public Set<Evidence> revoked() {
        return revoked;
    }

    public boolean transfersCustody() {
        return draft.kind() == ReferralKind.CUSTODY_TRANSFER;
    }

    public boolean is(ReferralState... allowed) {
        return Arrays.asList(allowed).contains(state);
    }

    /** Whether this is a transfer on its way to a handover, of which a case has at most one. */
    public boolean liveTransfer() {
        return transfersCustody() && state.beforeHandover();
    }

    /** Whether its receiving country is being asked: neither has it ended, nor has custody moved by it. */
    boolean live() {
        return !state.terminal() && state.beforeHandover();
    }

    public boolean handedOver() {
        return state == HANDED_OVER || state == MONITORING;
    }

    /** The holder knows of every referral; a draft is known to its sender besides, any other to its two countries. */
    public boolean knownTo(CountryCode country, Relation relation) {
        return relation == Relation.HOLDER || from().equals(country) || submitted && to().equals(country);
    }

    /** The side on which an actor stands; empty when her country is not one of the two. */
    public Optional<Side> sideOf(Actor actor) {
        if (actor.actsFor(from())) {
            return Optional.of(Side.SENDING);
        }
        return actor.actsFor(to()) ? Optional.of(Side.RECEIVING) : Optional.empty();
    }

    public CountryCode country(Side side) {
        return side == Side.SENDING ? from() : to();
    }

    public Optional<Signature> signatureOf(Side side) {
        return signatures.stream().filter(s -> s.side() == side).findFirst();
    }

    public boolean acknowledgedBy(Side side) {
        return handovers.containsKey(side);
    }

    public boolean acknowledgedBy(UUID signatory) {
        return handovers.containsValue(signatory);
    }

    public LocalDate departedOn() {
        return departedOn;
    }

    public boolean confirmed(Evidence evidence, Instant now) {
        Instant until = confirmations.get(evidence);
        return until != null && now.isBefore(until);
    }

    /** The decision's time limit as it runs on after having stood still; empty when it had not begun. */
    public Optional<Deadline> resumedDecision(Instant now) {
        return Optional.ofNullable(pausedDecision).map(d -> d.laterBy(Duration.between(pausedAt, now)));
    }

    /** The monitoring reports still to come, in their order. */
    public List<MonitoringMilestone> openMilestones() {
        return Arrays.stream(MonitoringMilestone.values())
                .filter(m -> !monitored.contains(m))
                .toList();
    }

    private List<Object> all() {
        return Arrays.asList(
                draft,
                state,
                deadline,
                submitted,
                pausedDecision,
                pausedAt,
                asked,
                openConditions,
                receivingOrganisation,
                services,
                mandatoryNeeds,
                confirmations,
                revoked,
                signatures,
                handovers,
                departedOn,
                monitored);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Referral referral && all().equals(referral.all());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
