package org.trm.command.casefile;

import static org.trm.events.types.SignaturesVoid.GUARD_TURNED_FALSE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.trm.command.casefile.ActedBy.Party;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Guard;
import org.trm.events.types.Relation;
import org.trm.events.types.TimeLimit;

/**
 * Judges every command in the same order: whether its actor may know of the case, may act on it, saw its present
 * version; whether the case is open; then by the command's own rule. Whatever happened, a guard that it turned false
 * voids the signatures that relied on it.
 */
public final class Judge {
    /** How far a server's clock may lag behind a case before it must not record anything. */
    static final Duration TOLERATED_LAG = Duration.ofSeconds(5);

    private Judge() {}

    /** @param state null while the case does not exist */
    public static Decision judge(CaseCommand command, CaseState state, Context raw) {
        Context context = current(state, raw);
        Decision decision = admitting(command.getClass(), command, state, raw)
                .require(
                        () -> by(command.getClass()).value() == Party.CLOCK || notInFuture(command, context),
                        Rule.OCCURRED_IN_FUTURE,
                        "pointer",
                        "/" + command.dayField())
                .or(() -> command.decide(state, context));
        return decision instanceof Happened happened && state != null
                ? consequences(happened, state, context)
                : decision;
    }

    /** Why a command would be refused whatever it says in particular; empty when that depends on its own rule. */
    public static Optional<Refused> bar(CaseCommand command, CaseState state, Context raw) {
        return refused(admitting(command.getClass(), command, state, raw));
    }

    /** The same of every command of a kind that is not about a referral. */
    public static Optional<Refused> bar(Class<? extends CaseCommand> kind, CaseState state, Context raw) {
        return refused(admitting(kind, null, state, raw));
    }

    private static Optional<Refused> refused(Checks checks) {
        return checks.happened(List::of) instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }

    /** @param command null when only its kind is known */
    private static Checks admitting(
            Class<? extends CaseCommand> kind, CaseCommand command, CaseState state, Context raw) {
        Context context = current(state, raw);
        ActedBy by = by(kind);
        Checks checks = Checks.on(state);
        boolean tellsVersion = tellsVersion(state, context);
        Permission.check(checks, by, command, state, context);
        return checks.require(
                        () -> sawPresentVersion(state, context),
                        Rule.VERSION_MISMATCH,
                        "expectedVersion",
                        tellsVersion ? context.expectedVersion() : null,
                        "version",
                        tellsVersion ? version(state) : null)
                .require(
                        () -> state == null || !raw.now().plus(TOLERATED_LAG).isBefore(state.recordedAt()),
                        Rule.CLOCK_BEHIND)
                .require(() -> state == null || !state.erased() || by.value() == Party.OPERATOR, Rule.PERSON_ERASED)
                .require(() -> state == null || !state.closed() || by.onClosedCase(), Rule.CASE_CLOSED);
    }

    private static Context current(CaseState state, Context raw) {
        return state == null ? raw : raw.notBefore(state.recordedAt());
    }

    private static ActedBy by(Class<? extends CaseCommand> kind) {
        return kind.getAnnotation(ActedBy.class);
    }

    /**
     * A country whose part in the case has ended is not told the present version: how often the case has changed since is
     * none of its business. What it asks for is refused by its own rule.
     */
    private static boolean sawPresentVersion(CaseState state, Context context) {
        return context.expectedVersion() == null
                || context.expectedVersion() == version(state)
                || state != null && hasPartedFrom(state, context.actor().country());
    }

    /** Whoever may act without looking into the case is told that it has moved on, and not how far. */
    private static boolean tellsVersion(CaseState state, Context context) {
        return context.expectedVersion() != null && (state == null || new Insight(context.actor(), state).ofCase());
    }

    private static boolean hasPartedFrom(CaseState state, CountryCode country) {
        if (country == null) {
            return false;
        }
        Relation relation = state.relationOf(country);
        return relation == Relation.FORMER_HOLDER || relation == Relation.FORMERLY_ADDRESSED;
    }

    private static long version(CaseState state) {
        return state == null ? 0 : state.version();
    }

    private static boolean notInFuture(CaseCommand command, Context context) {
        return command.occurredOn() == null
                || !command.occurredOn().isAfter(context.today(context.actor().country()));
    }

    private static Happened consequences(Happened happened, CaseState before, Context context) {
        List<CaseEvent> all = new ArrayList<>(happened.events());
        CaseState after = before;
        for (CaseEvent event : happened.events()) {
            after = CaseState.after(after, new Recorded<>(event, after.version() + 1, context.now(), context.actor()));
        }
        for (Referral referral : after.referrals()) {
            if (!referral.signatures().isEmpty() && !referral.state().onTheWay() && referral.liveTransfer()) {
                List<Guard> unmet = Guards.of(after, referral, context).unmet();
                if (!unmet.isEmpty()) {
                    all.add(new SignaturesVoided(
                            before.id(),
                            referral.id(),
                            GUARD_TURNED_FALSE,
                            new LinkedHashSet<>(unmet),
                            context.start(TimeLimit.PREPARATION, referral.from())));
                }
            }
        }
        return new Happened(List.copyOf(all), before.version() + all.size());
    }
}
