package org.trm.command.casefile.protection;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
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
import org.trm.events.ProtectionEvent.AgeVerified;
import org.trm.events.types.AgeBasis;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.CaseId;

/** Her age is verified on evidence; what was declared or presumed no longer counts. */
@ActedBy(
        value = HOLDER,
        roles = {COMPETENT_AUTHORITY, CHILD_PROTECTION_AUTHORITY})
public record VerifyAge(
        CaseId caseId, boolean minor, AgeBasis basis, AgeEvidence evidence, LocalDate occurredOn, Long corrects)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .requireCorrectable(state, corrects, AgeVerified.class)
                .require(
                        basis == AgeBasis.DOCUMENTED || basis == AgeBasis.ASSESSED,
                        Rule.AGE_CONTRADICTS_BASIS,
                        "pointer",
                        "/basis")
                .happenedOne(() -> new AgeVerified(caseId, minor, basis, evidence, occurredOn, corrects));
    }
}
