package org.trm.command.casefile.protection;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.ProtectionEvent.MinorityPresumed;
import org.trm.events.types.CaseId;

/** Her age is uncertain and she may be a child: from now on she is treated as one (CoE Convention art. 10(3)). */
@ActedBy(
        value = HOLDER,
        roles = {COMPETENT_AUTHORITY, CHILD_PROTECTION_AUTHORITY, NATIONAL_FOCAL_POINT})
public record PresumeMinor(CaseId caseId, LocalDate occurredOn, Long corrects) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .requireCorrectable(state, corrects, MinorityPresumed.class)
                .require(corrects != null || !state.minor(), Rule.ALREADY_MINOR)
                .happenedOne(() -> new MinorityPresumed(caseId, occurredOn, corrects));
    }
}
