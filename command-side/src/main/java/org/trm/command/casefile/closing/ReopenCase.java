package org.trm.command.casefile.closing;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ClosingEvent.CaseReopened;
import org.trm.events.types.CaseId;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.ReopeningReason;
import org.trm.events.types.TimeLimit;

/** The holder opens a closed case again; what was undecided about identification is due again. */
@ActedBy(
        value = HOLDER,
        roles = {NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY, NGO_CASE_MANAGER},
        onClosedCase = true)
public record ReopenCase(CaseId caseId, ReopeningReason reason) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.closed(), Rule.CASE_NOT_CLOSED)
                .happenedOne(() -> new CaseReopened(
                        caseId,
                        reason,
                        state.identification() == IdentificationState.DETECTED
                                ? context.start(TimeLimit.REASONABLE_GROUNDS, state.holder())
                                : null));
    }
}
