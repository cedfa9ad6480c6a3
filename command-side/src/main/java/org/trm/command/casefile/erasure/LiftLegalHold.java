package org.trm.command.casefile.erasure;

import static org.trm.command.casefile.ActedBy.Party.KEEPER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.PROSECUTOR;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ErasureEvent.LegalHoldLifted;
import org.trm.events.types.CaseId;

/** Rules that what is known of the person need not be kept any longer. */
@ActedBy(
        value = KEEPER,
        roles = {COMPETENT_AUTHORITY, PROSECUTOR},
        onClosedCase = true)
public record LiftLegalHold(CaseId caseId) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.legalHolds().containsKey(context.actor().country()), Rule.NO_LEGAL_HOLD)
                .happenedOne(() -> new LegalHoldLifted(caseId, context.actor().country()));
    }
}
