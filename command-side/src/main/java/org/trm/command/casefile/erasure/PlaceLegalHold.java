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
import org.trm.events.ErasureEvent.LegalHoldPlaced;
import org.trm.events.types.CaseId;
import org.trm.events.types.LegalHoldGround;

/**
 * Rules that what is known of the person must be kept, for proceedings or a claim of hers: each country that has, or
 * has had, the case for itself.
 */
@ActedBy(
        value = KEEPER,
        roles = {COMPETENT_AUTHORITY, PROSECUTOR},
        onClosedCase = true)
public record PlaceLegalHold(CaseId caseId, LegalHoldGround ground) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(!state.legalHolds().containsKey(context.actor().country()), Rule.LEGAL_HOLD_PLACED)
                .happenedOne(() -> new LegalHoldPlaced(caseId, context.actor().country(), ground));
    }
}
