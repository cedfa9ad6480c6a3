package org.trm.command.casefile.intake;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.GUARDIAN;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.LocalDate;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.events.IntakeEvent.NeedsAssessed;
import org.trm.events.types.CaseId;
import org.trm.events.types.Need;

/** Records what the person needs; none is an answer too. */
@ActedBy(
        value = HOLDER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            NGO_CASE_MANAGER,
            SHELTER_PROVIDER,
            HEALTH_PROVIDER,
            GUARDIAN
        })
public record AssessNeeds(CaseId caseId, Set<Need> needs, LocalDate occurredOn, Long corrects) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .requireCorrectable(state, corrects, NeedsAssessed.class)
                .happenedOne(() -> new NeedsAssessed(caseId, needs, occurredOn, corrects));
    }
}
