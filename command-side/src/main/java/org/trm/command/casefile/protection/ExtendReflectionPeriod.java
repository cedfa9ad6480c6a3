package org.trm.command.casefile.protection;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ProtectionEvent.ReflectionPeriodExtended;
import org.trm.events.types.CaseId;

/** The reflection period is lengthened. */
@ActedBy(
        value = HOLDER,
        roles = {COMPETENT_AUTHORITY})
public record ExtendReflectionPeriod(CaseId caseId, LocalDate until) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.reflection().running(), Rule.REFLECTION_NOT_RUNNING)
                .require(
                        () -> until.isAfter(state.reflection().until()),
                        Rule.REFLECTION_NOT_LONGER,
                        "pointer",
                        "/until",
                        "until",
                        state.reflection().until())
                .happenedOne(
                        () -> new ReflectionPeriodExtended(caseId, until, ReflectionEnd.on(until, state, context)));
    }
}
