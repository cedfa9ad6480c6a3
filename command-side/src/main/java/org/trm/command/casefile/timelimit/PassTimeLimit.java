package org.trm.command.casefile.timelimit;

import static org.trm.command.casefile.ActedBy.Party.CLOCK;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.MONITORING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Guards;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.WorkingCalendar;
import org.trm.events.CaseEvent;
import org.trm.events.ProtectionEvent.ReflectionPeriodEnded;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.ReferralExpired;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.Guard;
import org.trm.events.types.ReferralId;
import org.trm.events.types.SignaturesVoid;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;

/**
 * Time goes by: what is due of one running limit happens, and nothing when it was settled in the meantime. Before a limit
 * lapses the coordinators are told; a limit that never lapses tells them again and again.
 *
 * @param referralId null for a limit of the case itself
 */
@ActedBy(value = CLOCK, onClosedCase = true)
public record PassTimeLimit(CaseId caseId, ReferralId referralId, TimeLimit limit) implements CaseCommand {
    /** How often it is brought to mind that a person should have been forgotten. Default. */
    private static final TimeSpan OVERDUE_ERASURE = TimeSpan.months(1);

    @Override
    public Decision decide(CaseState state, Context context) {
        Optional<Referral> referral = Optional.ofNullable(referralId).flatMap(state::referral);
        Optional<Deadline> due = running(state, referral).filter(d -> d.limit() == limit && d.due(context.now()));
        return Checks.on(state)
                .happened(() -> due.map(d -> passed(state, referral.orElse(null), d, context))
                        .orElse(List.of()));
    }

    private Optional<Deadline> running(CaseState state, Optional<Referral> referral) {
        if (referralId != null) {
            return referral.map(Referral::deadline);
        }
        return state.running(limit);
    }

    private List<CaseEvent> passed(CaseState state, Referral referral, Deadline deadline, Context context) {
        List<CaseEvent> events = new ArrayList<>();
        if (!deadline.escalated()) {
            Deadline after = afterEscalation(state, referral, deadline, context);
            events.add(
                    referral == null
                            ? new CaseDeadlineEscalated(caseId, limit, after)
                            : new DeadlineEscalated(caseId, referralId, limit, after));
        }
        if (deadline.lapsed(context.now())) {
            events.add(lapse(state, referral, context));
        }
        return events;
    }

    private static Deadline afterEscalation(CaseState state, Referral referral, Deadline deadline, Context context) {
        Instant next = deadline.lapsesAt();
        if (next == null) {
            CountryCode whose = referral == null && deadline.limit() != TimeLimit.EMERGENCY_REVIEW
                    ? state.holder()
                    : deadline.procedure().country();
            next = deadline.limit() == TimeLimit.RETENTION
                    ? new WorkingCalendar(context.directory().procedure(whose).values())
                            .after(OVERDUE_ERASURE, context.now())
                    : context.start(deadline.limit(), whose).escalatesAt();
        }
        return new Deadline(deadline.limit(), deadline.startsAt(), next, deadline.lapsesAt(), deadline.procedure());
    }

    private CaseEvent lapse(CaseState state, Referral referral, Context context) {
        return switch (limit) {
            case REFLECTION -> new ReflectionPeriodEnded(caseId);
            case DEPARTURE ->
                new SignaturesVoided(
                        caseId,
                        referralId,
                        unmet(state, referral, context).isEmpty()
                                ? SignaturesVoid.DEPARTURE_WINDOW_PASSED
                                : SignaturesVoid.GUARD_LAPSED,
                        unmet(state, referral, context),
                        context.start(TimeLimit.PREPARATION, referral.from()));
            case DRAFT,
                    ACKNOWLEDGEMENT,
                    EMERGENCY_ACKNOWLEDGEMENT,
                    DECISION,
                    CHILD_DECISION,
                    INFORMATION,
                    CONDITIONS,
                    PREPARATION -> new ReferralExpired(caseId, referralId, limit);
            case REASONABLE_GROUNDS, ARRIVAL, INTERRUPTION, HANDOVER, MONITORING, EMERGENCY_REVIEW, RETENTION ->
                throw new IllegalStateException(limit + " never lapses: somebody must act");
        };
    }

    private static Set<Guard> unmet(CaseState state, Referral referral, Context context) {
        return new LinkedHashSet<>(Guards.of(state, referral, context).unmet());
    }
}
