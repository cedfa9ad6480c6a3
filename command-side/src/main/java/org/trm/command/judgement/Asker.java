package org.trm.command.judgement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.EmergencyAccess;
import org.trm.command.casefile.GuardStanding;
import org.trm.command.casefile.Insight;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Standings;
import org.trm.events.types.Actor;
import org.trm.events.types.ConsentId;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;
import org.trm.events.types.Side;

/**
 * Who asks, and what she may be told. An act on the case is explained to whoever may act: she would learn as much by
 * trying. Referrals, consents and the version are told to whoever could read of them; what is missing for a departure is
 * told as the case's history is:
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

    private static final Set<Role> SEE_NO_REASONS = EnumSet.of(Role.NATIONAL_COORDINATOR, Role.HEALTH_PROVIDER);

    private static final Set<Role> SEE_REVIEWS =
            EnumSet.of(Role.DATA_PROTECTION_OFFICER, Role.AUDITOR, Role.NATIONAL_FOCAL_POINT);

    static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.copyOf(ASK_NOTHING));

    private Insight insight() {
        return new Insight(actor, state);
    }

    /** How often a case has changed is for those who see it and have a part in it now. */
    boolean knowsVersion() {
        Relation relation = insight().relation();
        return insight().ofCase() && (relation == Relation.HOLDER || relation == Relation.ADDRESSED);
    }

    List<Referral> referrals() {
        return state.referrals().stream().filter(insight()::of).toList();
    }

    Stream<ConsentId> consents() {
        return insight().ofConsents()
                ? state.consents().stream().map(consent -> consent.given().consentId())
                : Stream.empty();
    }

    /** Those that she finds in the list of what is to be reviewed. */
    Stream<EmergencyAccessId> emergencyAccesses() {
        return SEE_REVIEWS.contains(actor.role())
                ? state.unreviewedAccesses().stream()
                        .filter(access -> access.isReviewedBy(actor.country(), state.holder()))
                        .map(EmergencyAccess::id)
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
        return referral.sideOf(actor)
                .filter(side -> side == Side.SENDING || prepares)
                .isPresent();
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
