package org.trm.command.judgement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.GuardStanding;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Standings;
import org.trm.events.types.Actor;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;
import org.trm.events.types.Side;

/**
 * Who asks, and what she may be told. An act is explained to whoever may know of the case: she would learn as much by
 * trying. What is missing for a departure is told as the case's history is:
 *
 * <ul>
 *   <li>the sending side sees every guard with its reason, from the draft on;
 *   <li>the receiving side from its acceptance on, for from then on it prepares and is to sign: which guards hold and on
 *       whom they wait, and the reasons of those that rest on what both sides confirm. Why consent, risk, best interests or
 *       reflection do not hold is the holder's own;
 *   <li>coordinators and health providers see which guards hold and on whom they wait;
 *   <li>professions other than the authorities only where their organisation is named on the case;
 *   <li>nobody once she has left.
 * </ul>
 */
record Asker(Actor actor, CaseState state) {
    /** They see no case, or cases of several countries, which no rule is asked about. */
    private static final Set<Role> ASK_NOTHING =
            EnumSet.of(Role.NATIONAL_RAPPORTEUR, Role.REGIONAL_COORDINATOR, Role.SYSTEM_OPERATOR, Role.DATA_SUBJECT);

    /** They see what their country sees, the other professions only where they are named. */
    private static final Set<Role> SEE_AS_THEIR_COUNTRY = EnumSet.of(
            Role.NATIONAL_FOCAL_POINT,
            Role.COMPETENT_AUTHORITY,
            Role.CHILD_PROTECTION_AUTHORITY,
            Role.NATIONAL_COORDINATOR,
            Role.AUDITOR,
            Role.DATA_PROTECTION_OFFICER);

    private static final Set<Role> SEE_NO_REASONS = EnumSet.of(Role.NATIONAL_COORDINATOR, Role.HEALTH_PROVIDER);

    static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.copyOf(ASK_NOTHING));

    Relation relation() {
        return state.relationOf(actor.country());
    }

    /** How often a case has changed is for those who have a part in it now. */
    boolean knowsVersion() {
        return relation() == Relation.HOLDER || relation() == Relation.ADDRESSED;
    }

    List<Referral> referrals() {
        return state.referrals().stream()
                .filter(r -> r.knownTo(actor.country(), relation()))
                .toList();
    }

    /** Consents are the holder's to know of. */
    Stream<ConsentId> consents() {
        return relation() == Relation.HOLDER
                ? state.consents().stream().map(consent -> consent.given().consentId())
                : Stream.empty();
    }

    /** Transfers of which she may know what is missing. */
    List<Referral> preparedTransfers() {
        return referrals().stream()
                .filter(r -> r.liveTransfer() && !r.state().onTheWay())
                .filter(this::mayKnowGuards)
                .toList();
    }

    private boolean mayKnowGuards(Referral referral) {
        boolean prepares = referral.is(ReferralState.ACCEPTED, ReferralState.PREPARING, ReferralState.READY);
        return isNamed(referral)
                && referral.sideOf(actor)
                        .filter(side -> side == Side.SENDING || prepares)
                        .isPresent();
    }

    private boolean isNamed(Referral referral) {
        return SEE_AS_THEIR_COUNTRY.contains(actor.role())
                || state.responsible().organisation().equals(actor.organisation())
                || actor.organisation() != null && actor.organisation().equals(referral.receivingOrganisation());
    }

    List<GuardStanding> guards(Referral referral, Context context) {
        UnaryOperator<GuardStanding> told = SEE_NO_REASONS.contains(actor.role())
                ? GuardStanding::inShort
                : referral.sideOf(actor).orElseThrow() == Side.SENDING
                        ? UnaryOperator.identity()
                        : GuardStanding::toReceiver;
        return Standings.of(state, referral, context).stream().map(told).toList();
    }
}
