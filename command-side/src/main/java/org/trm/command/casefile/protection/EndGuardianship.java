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
import org.trm.events.ProtectionEvent.GuardianshipEnded;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.GuardianshipEnd;

/** The guardianship in the actor's own country ends; nothing that needs a guardian goes on until another is appointed. */
@ActedBy(
        value = HOLDER_OR_RECEIVER,
        roles = {CHILD_PROTECTION_AUTHORITY, COMPETENT_AUTHORITY})
public record EndGuardianship(CaseId caseId, GuardianshipEnd reason, LocalDate occurredOn) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Actor actor = context.actor();
        return Checks.on(state)
                .require(state.guardianIn(actor.country()), Rule.NO_GUARDIAN, "country", actor.country())
                .happenedOne(() -> new GuardianshipEnded(caseId, actor.country(), reason, occurredOn));
    }
}
