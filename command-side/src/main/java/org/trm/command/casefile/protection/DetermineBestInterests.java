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
import org.trm.events.ProtectionEvent.BestInterestsDetermined;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.CaseId;
import org.trm.events.types.ChildView;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DurableSolution;

/** The panel determines whether a solution in one country is in the child's best interests (CoE Convention art. 16(7)). */
@ActedBy(
        value = HOLDER,
        roles = {CHILD_PROTECTION_AUTHORITY, COMPETENT_AUTHORITY})
public record DetermineBestInterests(
        CaseId caseId,
        BestInterestsOutcome outcome,
        DurableSolution solution,
        CountryCode country,
        Caregiver caregiver,
        boolean guardianHeard,
        ChildView childView,
        LocalDate occurredOn,
        Long corrects)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.minor(), Rule.MUST_BE_MINOR)
                .require(state.represented(), Rule.GUARDIAN_REQUIRED, "country", state.holder())
                .require(guardianHeard, Rule.GUARDIAN_NOT_HEARD, "pointer", "/guardianHeard")
                .requireCorrectable(state, corrects, BestInterestsDetermined.class)
                .happenedOne(() -> new BestInterestsDetermined(
                        caseId, outcome, solution, country, caregiver, guardianHeard, childView, occurredOn, corrects));
    }
}
