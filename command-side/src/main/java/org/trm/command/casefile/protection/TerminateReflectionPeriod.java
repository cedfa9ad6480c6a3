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
import org.trm.events.ProtectionEvent.ReflectionPeriodTerminated;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReflectionTermination;

/** The competent authority ends the period early, on one of the grounds that the conventions enumerate. */
@ActedBy(
        value = HOLDER,
        roles = {COMPETENT_AUTHORITY})
public record TerminateReflectionPeriod(CaseId caseId, ReflectionTermination ground, LocalDate occurredOn)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.reflection().running(), Rule.REFLECTION_NOT_RUNNING)
                .happenedOne(() -> new ReflectionPeriodTerminated(caseId, ground, occurredOn));
    }
}
