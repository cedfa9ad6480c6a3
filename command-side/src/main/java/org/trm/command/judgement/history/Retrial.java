package org.trm.command.judgement.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Directory.InForce;
import org.trm.command.casefile.Judge;
import org.trm.command.casefile.PastDirectory;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.command.judgement.history.JudgedAct.Lapse;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/**
 * Tries the acts of a case again, in their order, as if one country had had another procedure all along. It is the rules
 * that are asked, with who acted, when, and the directory of that moment.
 *
 * <p>Each act is judged by itself: as if all before it had come about as it was recorded, with its dates and values as the
 * other procedure gives them. So one act that would have been refused does not make the rest of the history be refused, and
 * every finding stands for itself.
 */
final class Retrial {
    private final PastDirectory past;
    private final CountryCode country;
    private final InForce instead;
    private final List<JudgedAct> judged = new ArrayList<>();
    /** What was recorded so far, counted by the other procedure; null before the first event. */
    private CaseState state;

    private Retrial(PastDirectory past, CountryCode country, InForce instead) {
        this.past = past;
        this.country = country;
        this.instead = instead;
    }

    /** @param history of one case, from its first event on */
    static List<JudgedAct> of(
            List<Recorded<CaseEvent>> history, PastDirectory past, CountryCode country, InForce instead) {
        Retrial retrial = new Retrial(past, country, instead);
        List<Recorded<CaseEvent>> act = new ArrayList<>();
        for (Recorded<CaseEvent> event : history) {
            if (!act.isEmpty() && !act.get(0).act().equals(event.act())) {
                retrial.judge(List.copyOf(act));
                act.clear();
            }
            act.add(event);
        }
        if (!act.isEmpty()) {
            retrial.judge(List.copyOf(act));
        }
        return retrial.judged;
    }

    private void judge(List<Recorded<CaseEvent>> act) {
        Recorded<CaseEvent> first = act.get(0);
        Context context = context(first.actor(), first.at());
        JudgedAct result = Intention.of(act)
                .map(command -> judged(act, command, context))
                .orElseGet(() -> new JudgedAct(act, null, null, List.of(), standing(act)));
        judged.add(result);
        for (int i = 0; i < act.size(); i++) {
            Recorded<CaseEvent> was = act.get(i);
            state = CaseState.after(
                    state, new Recorded<>(result.counted().get(i), was.version(), was.at(), was.actor()));
        }
    }

    private JudgedAct judged(List<Recorded<CaseEvent>> act, CaseCommand command, Context context) {
        Decision alone = Judge.judge(command, state, context);
        List<CaseEvent> counted = alone instanceof Happened happened && areOfTheSameKinds(happened.events(), act)
                ? happened.events()
                : standing(act);
        if (state == null || command instanceof PassTimeLimit) {
            return new JudgedAct(act, command, alone, List.of(), counted);
        }
        List<Lapse> lapsed = new ArrayList<>();
        Decision decision = Judge.judge(command, overtaken(context.now(), lapsed), context);
        return isTheSame(decision, alone)
                ? new JudgedAct(act, command, alone, List.of(), counted)
                : new JudgedAct(act, command, decision, lapsed, counted);
    }

    private Context context(Actor actor, Instant at) {
        return new Context(actor, at, new UnderProcedure(past.at(at), country, instead), null);
    }

    /** What the case would have come to by a moment, had nobody acted since and the clocks of the other procedure run. */
    private CaseState overtaken(Instant moment, List<Lapse> lapsed) {
        CaseState after = state;
        Optional<Lapse> next = nextLapse(after, moment);
        while (next.isPresent()) {
            Lapse lapse = next.get();
            lapsed.add(lapse);
            Instant at = lapse.at().isBefore(after.recordedAt()) ? after.recordedAt() : lapse.at();
            Context context = context(Actor.CLOCK, at);
            Decision decision =
                    Judge.judge(new PassTimeLimit(after.id(), lapse.referralId(), lapse.limit()), after, context);
            for (CaseEvent event : ((Happened) decision).events()) {
                after = CaseState.after(after, new Recorded<>(event, after.version() + 1, at, Actor.CLOCK));
            }
            next = nextLapse(after, moment);
        }
        return after;
    }

    private static Optional<Lapse> nextLapse(CaseState state, Instant moment) {
        if (state.erased()) {
            return Optional.empty();
        }
        Stream<Lapse> ofReferrals = state.referrals().stream()
                .filter(referral -> lapses(referral.deadline(), moment))
                .map(referral -> lapse(referral.id(), referral.deadline()));
        Stream<Lapse> ofCase = state.running(TimeLimit.REFLECTION).stream()
                .filter(deadline -> lapses(deadline, moment))
                .map(deadline -> lapse(null, deadline));
        return Stream.concat(ofReferrals, ofCase).min(Comparator.comparing(Lapse::at));
    }

    private static boolean lapses(Deadline deadline, Instant moment) {
        return deadline != null && deadline.lapsed(moment);
    }

    private static Lapse lapse(ReferralId referralId, Deadline deadline) {
        return new Lapse(referralId, deadline.limit(), deadline.lapsesAt());
    }

    private static boolean areOfTheSameKinds(List<CaseEvent> events, List<Recorded<CaseEvent>> recorded) {
        return JudgedAct.names(events)
                .equals(JudgedAct.names(recorded.stream().map(Recorded::event).toList()));
    }

    /** The versions differ, for a clock that strikes is an event too. */
    private static boolean isTheSame(Decision some, Decision other) {
        if (some instanceof Happened happened && other instanceof Happened alike) {
            return happened.events().equals(alike.events());
        }
        return some instanceof Decision.Refused refused
                && other instanceof Decision.Refused alike
                && refused.rule() == alike.rule()
                && refused.facts().equals(alike.facts());
    }

    /** What was recorded and would not come about: it stands with the values of its day, but a clock is not set by it. */
    private List<CaseEvent> standing(List<Recorded<CaseEvent>> act) {
        return act.stream().map(recorded -> standing(recorded.event())).toList();
    }

    private CaseEvent standing(CaseEvent event) {
        if (event instanceof DeadlineEscalated told) {
            return state.referral(told.referralId())
                    .map(referral -> referral.deadline())
                    .filter(running -> running.limit() == told.limit())
                    .<CaseEvent>map(
                            running -> new DeadlineEscalated(told.caseId(), told.referralId(), told.limit(), running))
                    .orElse(event);
        } else if (event instanceof CaseDeadlineEscalated told) {
            return state.running(told.limit())
                    .<CaseEvent>map(running -> new CaseDeadlineEscalated(told.caseId(), told.limit(), running))
                    .orElse(event);
        }
        return event;
    }
}
