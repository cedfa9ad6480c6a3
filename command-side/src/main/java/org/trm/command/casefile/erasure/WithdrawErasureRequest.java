package org.trm.command.casefile.erasure;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.DATA_PROTECTION_OFFICER;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ErasureEvent.ErasureRequestWithdrawn;
import org.trm.events.types.CaseId;

/** The request to forget the person is taken back, by whichever officer. */
@ActedBy(
        value = HOLDER,
        roles = {DATA_PROTECTION_OFFICER},
        onClosedCase = true)
public record WithdrawErasureRequest(CaseId caseId) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.erasureRequestedBy().isPresent(), Rule.ERASURE_NOT_REQUESTED)
                .happenedOne(() -> new ErasureRequestWithdrawn(caseId));
    }
}
