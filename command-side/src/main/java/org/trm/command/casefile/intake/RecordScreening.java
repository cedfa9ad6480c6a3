package org.trm.command.casefile.intake;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.CONSULATE;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.LAWYER_OR_ADVOCATE;
import static org.trm.events.types.Role.MIGRATION_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.POLICE;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.LocalDate;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.IntakeEvent.IndicatorsRecorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.Indicator;

/** Records which indicators of trafficking were seen. The record supports a decision and never is one. */
@ActedBy(
        value = HOLDER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            POLICE,
            MIGRATION_AUTHORITY,
            CHILD_PROTECTION_AUTHORITY,
            CONSULATE,
            NGO_CASE_MANAGER,
            SHELTER_PROVIDER,
            HEALTH_PROVIDER,
            LAWYER_OR_ADVOCATE,
            IOM_OFFICER
        })
public record RecordScreening(CaseId caseId, Set<Indicator> indicators, LocalDate occurredOn, Long corrects)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(!indicators.isEmpty(), Rule.EMPTY_LIST, "pointer", "/indicators")
                .requireCorrectable(state, corrects, IndicatorsRecorded.class)
                .happenedOne(
                        () -> new IndicatorsRecorded(caseId, indicators, Indicator.LIST_VERSION, occurredOn, corrects));
    }
}
