package org.trm.command.casefile.risk;

import static org.trm.command.casefile.ActedBy.Party.HOLDER_OR_RECEIVER;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.POLICE;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Directory;
import org.trm.events.RiskEvent.RiskAssessed;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.RiskLevel;

/**
 * Records how safe she would be in one country, as the actor's own country judges it: the holder, or a country that is
 * asked to receive her. It is relied on for as long as the assessing country's procedure says.
 */
@ActedBy(
        value = HOLDER_OR_RECEIVER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            POLICE,
            CHILD_PROTECTION_AUTHORITY,
            NGO_CASE_MANAGER,
            IOM_OFFICER
        })
public record RecordRiskAssessment(
        CaseId caseId, CountryCode concerning, RiskLevel level, LocalDate assessedOn, Long corrects)
        implements CaseCommand {

    @Override
    public LocalDate occurredOn() {
        return assessedOn;
    }

    @Override
    public String dayField() {
        return "assessedOn";
    }

    @Override
    public Decision decide(CaseState state, Context context) {
        CountryCode assessedBy = context.actor().country();
        Directory.InForce procedure = context.directory().procedure(assessedBy);
        return Checks.on(state)
                .requireCorrectable(state, corrects, RiskAssessed.class, v -> state.assessedRisk(assessedBy, v))
                .happenedOne(() -> new RiskAssessed(
                        caseId,
                        assessedBy,
                        concerning,
                        level,
                        assessedOn,
                        context.endOf(assessedOn.plusDays(procedure.values().riskAssessmentDays()), assessedBy),
                        procedure.version(),
                        corrects));
    }
}
