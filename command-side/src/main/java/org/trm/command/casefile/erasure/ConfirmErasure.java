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
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.types.CaseId;

/**
 * A second officer confirms, and the keys of all that is sealed about the person are destroyed, for every country and
 * for good.
 */
@ActedBy(
        value = HOLDER,
        roles = {DATA_PROTECTION_OFFICER},
        onClosedCase = true)
public record ConfirmErasure(CaseId caseId) implements CaseCommand {
    /** For so many days a copy of the keys may lie in a backup; the operator keeps none for longer. Default. */
    private static final int COPIES_KEPT = 30;

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.erasureRequestedBy().isPresent(), Rule.ERASURE_NOT_REQUESTED)
                .require(
                        () -> !state.erasureRequestedBy()
                                .get()
                                .equals(context.actor().id()),
                        Rule.FOUR_EYES_REQUIRED)
                .require(
                        state.legalHolds().isEmpty(),
                        Rule.LEGAL_HOLD_STANDS,
                        "countries",
                        state.legalHolds().keySet())
                .happenedOne(() ->
                        new PersonErased(caseId, context.today(state.holder()).plusDays(COPIES_KEPT)));
    }
}
