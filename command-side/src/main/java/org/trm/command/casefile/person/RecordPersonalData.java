package org.trm.command.casefile.person;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.CONSULATE;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.MIGRATION_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.POLICE;
import static org.trm.events.types.Role.PROSECUTOR;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.CaseEvent;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Role;
import org.trm.events.types.Sealed;

/**
 * Records what is known of the person by name: one field or several, each sealed, each in the hands of who answers for it
 * (domain model 2.6, W). What is recorded anew replaces what was; the history keeps both.
 */
@ActedBy(
        value = HOLDER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            CHILD_PROTECTION_AUTHORITY,
            POLICE,
            PROSECUTOR,
            MIGRATION_AUTHORITY,
            CONSULATE,
            NGO_CASE_MANAGER,
            SHELTER_PROVIDER,
            HEALTH_PROVIDER,
            IOM_OFFICER
        })
public record RecordPersonalData(CaseId caseId, List<Sealed> values, LocalDate occurredOn) implements CaseCommand {

    /** Who answers for a field, and alone may record it. */
    public static Set<Role> recorders(PersonalField field) {
        return switch (field) {
            case IDENTITY -> EnumSet.of(NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY);
            case PAPERS -> EnumSet.of(NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY, CONSULATE);
            case CONTACT, WHEREABOUTS -> EnumSet.of(NGO_CASE_MANAGER, SHELTER_PROVIDER);
            case TRAVEL_PLAN -> EnumSet.of(NATIONAL_FOCAL_POINT, IOM_OFFICER);
            case ACCOUNT -> EnumSet.of(COMPETENT_AUTHORITY);
            case HANDOVER_NOTE, HEALTH_NOTE, PSYCHOSOCIAL_NOTE -> EnumSet.of(HEALTH_PROVIDER);
            case RESIDENCE, ASYLUM -> EnumSet.of(COMPETENT_AUTHORITY, MIGRATION_AUTHORITY);
            case PROCEEDINGS, OFFENCES, PERPETRATORS -> EnumSet.of(POLICE, PROSECUTOR);
            case FAMILY -> EnumSet.of(NGO_CASE_MANAGER, SHELTER_PROVIDER, CHILD_PROTECTION_AUTHORITY);
            case RISK -> EnumSet.of(NGO_CASE_MANAGER, SHELTER_PROVIDER);
        };
    }

    RecordPersonalData with(List<Sealed> sealed) {
        return new RecordPersonalData(caseId, sealed, occurredOn);
    }

    @Override
    public Decision decide(CaseState state, Context context) {
        Checks checks = Checks.on(state).require(!values.isEmpty(), Rule.NOTHING_RECORDED);
        for (Sealed value : values) {
            PersonalField field = value.field();
            checks.require(
                    recorders(field).contains(context.actor().role()),
                    Rule.FIELD_OF_ANOTHER_ROLE,
                    "field",
                    field,
                    "allowed",
                    recorders(field));
        }
        return checks.happened(() -> values.stream()
                .<CaseEvent>map(value -> new PersonalDataRecorded(caseId, value, occurredOn))
                .toList());
    }
}
