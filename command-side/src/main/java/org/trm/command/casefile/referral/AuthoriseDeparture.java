package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.EITHER_SIDE;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Guards;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.command.casefile.Signature;
import org.trm.events.CaseEvent;
import org.trm.events.ReferralEvent.DepartureAuthorised;
import org.trm.events.ReferralEvent.ReferralReady;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.types.CaseId;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Side;
import org.trm.events.types.SignaturesVoid;
import org.trm.events.types.TimeLimit;

/**
 * A focal point signs for its side, every guard being true now. The second signature, by another person, makes the
 * referral ready. A first signature that relied on a guard which has lapsed since is void, and must be given again.
 */
@ActedBy(
        value = EITHER_SIDE,
        roles = {NATIONAL_FOCAL_POINT})
public record AuthoriseDeparture(CaseId caseId, ReferralId referralId) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        Side side = referral.sideOf(context.actor()).orElseThrow();
        boolean lapsed = lapsed(referral, context);
        Optional<Signature> other = lapsed ? Optional.empty() : referral.signatureOf(side.other());
        Checks checks = Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(PREPARING), Rule.MUST_BE_PREPARING, "state", referral.state())
                .require(lapsed || referral.signatureOf(side).isEmpty(), Rule.ALREADY_SIGNED, "side", side)
                .require(
                        other.isEmpty()
                                || !other.get()
                                        .signatory()
                                        .equals(context.actor().id()),
                        Rule.SAME_SIGNATORY);
        DepartureChecks.require(checks, state, referral, context);
        return checks.happened(() -> signed(state, referral, side, other, context));
    }

    private static boolean lapsed(Referral referral, Context context) {
        return referral.signatures().stream().anyMatch(s -> !context.now().isBefore(s.holdsUntil()));
    }

    private List<CaseEvent> signed(
            CaseState state, Referral referral, Side side, Optional<Signature> other, Context context) {
        List<CaseEvent> events = new ArrayList<>();
        if (lapsed(referral, context)) {
            events.add(new SignaturesVoided(
                    caseId,
                    referralId,
                    SignaturesVoid.GUARD_LAPSED,
                    Set.of(),
                    context.start(TimeLimit.PREPARATION, referral.from())));
        }
        Instant holdUntil = Guards.of(state, referral, context).holdUntil();
        events.add(new DepartureAuthorised(caseId, referralId, side, holdUntil));
        if (other.isPresent()) {
            events.add(new ReferralReady(caseId, referralId, departure(referral, holdUntil, context)));
        }
        return events;
    }

    /** The window for the departure, cut short where a guard lapses earlier. */
    private static Deadline departure(Referral referral, Instant guardsHoldUntil, Context context) {
        Deadline window = context.start(TimeLimit.DEPARTURE, referral.from());
        Instant lapses = guardsHoldUntil.isBefore(window.lapsesAt()) ? guardsHoldUntil : window.lapsesAt();
        Instant escalates = lapses.isBefore(window.escalatesAt()) ? lapses : window.escalatesAt();
        return new Deadline(window.limit(), window.startsAt(), escalates, lapses, window.procedure());
    }
}
