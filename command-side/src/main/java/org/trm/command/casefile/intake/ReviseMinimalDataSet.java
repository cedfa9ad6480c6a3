package org.trm.command.casefile.intake;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.IntakeEvent.MinimalDataSetRevised;
import org.trm.events.types.CaseId;
import org.trm.events.types.MinimalDataSet;

/** The minimal data set is replaced. Whoever is treated as a child stays one until her age is verified. */
@ActedBy(
        value = HOLDER,
        roles = {NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY, NGO_CASE_MANAGER, SHELTER_PROVIDER})
public record ReviseMinimalDataSet(CaseId caseId, MinimalDataSet minimalDataSet, LocalDate occurredOn, Long corrects)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .requireCorrectable(state, corrects, MinimalDataSetRevised.class)
                .require(
                        () -> !state.minor() || minimalDataSet.ageBand().minor() || state.minorityRecorded(),
                        Rule.AGE_IS_STICKY,
                        "ageBand",
                        state.minimalDataSet().ageBand())
                .happenedOne(() -> new MinimalDataSetRevised(caseId, minimalDataSet, occurredOn, corrects));
    }
}
