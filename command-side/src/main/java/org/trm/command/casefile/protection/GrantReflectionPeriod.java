package org.trm.command.casefile.protection;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ProtectionEvent.ReflectionPeriodGranted;
import org.trm.events.types.CaseId;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.ReflectionState;

/**
 * The competent authority grants a recovery and reflection period, of at least the days that its procedure says and
 * never fewer than 30 (CoE Convention art. 13).
 *
 * @param until the last day of the period
 */
@ActedBy(
        value = HOLDER,
        roles = {COMPETENT_AUTHORITY})
public record GrantReflectionPeriod(CaseId caseId, LocalDate from, LocalDate until, Long corrects)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        int least = context.directory().procedure(state.holder()).values().reflectionDays();
        boolean grounds = state.identification() == IdentificationState.PRESUMED
                || state.identification() == IdentificationState.CONFIRMED;
        return Checks.on(state)
                .requireCorrectable(state, corrects, ReflectionPeriodGranted.class)
                .require(
                        corrects == null
                                ? grounds && state.reflection().state() == ReflectionState.NOT_GRANTED
                                : state.reflection().running(),
                        Rule.REFLECTION_NOT_OPEN,
                        "reflection",
                        state.reflection().state(),
                        "identification",
                        state.identification())
                .require(
                        () -> ChronoUnit.DAYS.between(from, until) >= least,
                        Rule.REFLECTION_TOO_SHORT,
                        "pointer",
                        "/until",
                        "leastDays",
                        least)
                .require(
                        () -> !from.isAfter(context.today(state.holder())), Rule.OCCURRED_IN_FUTURE, "pointer", "/from")
                .happenedOne(() -> new ReflectionPeriodGranted(
                        caseId, from, until, ReflectionEnd.on(until, state, context), corrects));
    }
}
