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
import org.trm.events.ErasureEvent.ErasureRequested;
import org.trm.events.types.CaseId;
import org.trm.events.types.ErasureGround;

/**
 * A data protection officer asks that what is known of the person by name be forgotten (GDPR art. 17): of a closed case
 * that no legal hold stands against. Another officer must confirm it.
 */
@ActedBy(
        value = HOLDER,
        roles = {DATA_PROTECTION_OFFICER},
        onClosedCase = true)
public record RequestErasure(CaseId caseId, ErasureGround ground) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.closed(), Rule.CASE_STILL_OPEN)
                .require(
                        state.legalHolds().isEmpty(),
                        Rule.LEGAL_HOLD_STANDS,
                        "countries",
                        state.legalHolds().keySet())
                .require(state.erasureRequestedBy().isEmpty(), Rule.ERASURE_REQUESTED)
                .require(
                        () -> ground != ErasureGround.RETENTION_OVER || isOver(state, context),
                        Rule.RETENTION_RUNS,
                        "pointer",
                        "/ground",
                        "until",
                        state.retainedUntil().orElse(null))
                .happenedOne(() -> new ErasureRequested(caseId, ground));
    }

    private static boolean isOver(CaseState state, Context context) {
        return !context.now().isBefore(state.retainedUntil().orElseThrow());
    }
}
