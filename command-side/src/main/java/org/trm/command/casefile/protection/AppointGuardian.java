package org.trm.command.casefile.protection;

import static org.trm.command.casefile.ActedBy.Party.HOLDER_OR_RECEIVER;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ProtectionEvent.GuardianAppointed;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;

/**
 * The child authority of a country appoints a guardian there: of the country that holds the case, or of the one that
 * prepares to receive the child. One guardian is active in a country at a time.
 */
@ActedBy(
        value = HOLDER_OR_RECEIVER,
        roles = {CHILD_PROTECTION_AUTHORITY, COMPETENT_AUTHORITY})
public record AppointGuardian(CaseId caseId, LocalDate occurredOn, Long corrects) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Actor actor = context.actor();
        return Checks.on(state)
                .require(state.minor(), Rule.MUST_BE_MINOR)
                .requireCorrectable(state, corrects, GuardianAppointed.class, v -> state.guardianIn(actor.country(), v))
                .require(
                        () -> corrects != null || !state.guardianIn(actor.country()),
                        Rule.GUARDIAN_ALREADY_APPOINTED,
                        "country",
                        actor.country())
                .happenedOne(() ->
                        new GuardianAppointed(caseId, actor.country(), actor.organisation(), occurredOn, corrects));
    }
}
