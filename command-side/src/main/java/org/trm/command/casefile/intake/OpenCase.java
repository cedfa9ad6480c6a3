package org.trm.command.casefile.intake;

import static org.trm.command.casefile.ActedBy.Party.OPENER;
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
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Responsible;
import org.trm.events.types.TimeLimit;

/** A case begins: the actor's country and organisation become responsible. No name is needed (a nameless case is one). */
@ActedBy(
        value = OPENER,
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
public record OpenCase(
        CaseId caseId, DetectionSource detectionSource, MinimalDataSet minimalDataSet, LocalDate occurredOn)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Actor actor = context.actor();
        return Checks.on(state)
                .require(state == null, Rule.CASE_ID_UNUSABLE, "pointer", "/caseId")
                .happenedOne(() -> new CaseOpened(
                        caseId,
                        CaseReference.of(actor.country(), caseId),
                        new Responsible(actor.country(), actor.organisation()),
                        detectionSource,
                        minimalDataSet,
                        occurredOn,
                        context.start(TimeLimit.REASONABLE_GROUNDS, actor.country())));
    }
}
