package org.trm.command.casefile.identification;

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
import org.trm.events.IdentificationEvent.ReasonableGroundsFound;
import org.trm.events.IdentificationEvent.ReasonableGroundsNotFound;
import org.trm.events.types.CaseId;
import org.trm.events.types.IdentificationState;

/** The competent authority decides whether there are reasonable grounds to believe that she is a victim. */
@ActedBy(
        value = HOLDER,
        roles = {COMPETENT_AUTHORITY})
public record DecideReasonableGrounds(CaseId caseId, boolean found, LocalDate occurredOn) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(
                        state.identification() == IdentificationState.DETECTED
                                || state.identification() == IdentificationState.NO_REASONABLE_GROUNDS,
                        Rule.REASONABLE_GROUNDS_DECIDED,
                        "identification",
                        state.identification())
                .happenedOne(() -> found
                        ? new ReasonableGroundsFound(caseId, occurredOn)
                        : new ReasonableGroundsNotFound(caseId, occurredOn));
    }
}
