package org.trm.command.casefile.erasure;

import static org.trm.command.casefile.ActedBy.Party.OPERATOR;
import static org.trm.events.types.Role.SYSTEM_OPERATOR;

import java.util.List;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.types.CaseId;
import org.trm.events.types.Remainder;

/**
 * What was sealed about a person who was erased is taken out of the stored events too: without its keys nobody can open it,
 * and it is personal data still (EDPB 02/2025).
 *
 * @param events of which something sealed is left, as they will be stored; none when all was taken out before
 * @param asSealed whether each of them is stored now as the log sealed it: afterwards nobody could tell any more
 */
@ActedBy(
        value = OPERATOR,
        roles = {SYSTEM_OPERATOR},
        onClosedCase = true)
public record RedactSealedData(CaseId caseId, Set<Remainder> events, boolean asSealed) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.erased(), Rule.PERSON_NOT_ERASED)
                .require(asSealed, Rule.NOT_AS_SEALED)
                .happened(() -> events.isEmpty() ? List.of() : List.of(new SealedDataRedacted(caseId, events)));
    }
}
