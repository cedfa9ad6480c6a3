package org.trm.command.casefile.protection;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.GUARDIAN;
import static org.trm.events.types.Role.LAWYER_OR_ADVOCATE;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ProtectionEvent.ReflectionPeriodWaived;
import org.trm.events.types.CaseId;

/**
 * The victim herself asks to go on without waiting for the end of the period, or without one. Only her own recorded
 * request allows a departure before it is over (CJEU C-66/21).
 */
@ActedBy(
        value = HOLDER,
        roles = {NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY, NGO_CASE_MANAGER, LAWYER_OR_ADVOCATE, GUARDIAN})
public record WaiveReflectionPeriod(CaseId caseId, LocalDate occurredOn) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(
                        !state.reflection().over(),
                        Rule.REFLECTION_OVER_ALREADY,
                        "reflection",
                        state.reflection().state())
                .happenedOne(() -> new ReflectionPeriodWaived(caseId, occurredOn));
    }
}
