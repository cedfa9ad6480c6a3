package org.trm.query.person;

import static org.trm.events.types.PersonalField.ACCOUNT;
import static org.trm.events.types.PersonalField.ASYLUM;
import static org.trm.events.types.PersonalField.CONTACT;
import static org.trm.events.types.PersonalField.FAMILY;
import static org.trm.events.types.PersonalField.HANDOVER_NOTE;
import static org.trm.events.types.PersonalField.HEALTH_NOTE;
import static org.trm.events.types.PersonalField.IDENTITY;
import static org.trm.events.types.PersonalField.OFFENCES;
import static org.trm.events.types.PersonalField.PAPERS;
import static org.trm.events.types.PersonalField.PERPETRATORS;
import static org.trm.events.types.PersonalField.PROCEEDINGS;
import static org.trm.events.types.PersonalField.PSYCHOSOCIAL_NOTE;
import static org.trm.events.types.PersonalField.RESIDENCE;
import static org.trm.events.types.PersonalField.RISK;
import static org.trm.events.types.PersonalField.TRAVEL_PLAN;
import static org.trm.events.types.PersonalField.WHEREABOUTS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.events.types.Role;
import org.trm.query.access.Entitlements;

/**
 * Which fields about the person a role may be shown at all (domain model 2.6). Whether it is shown them in a given case is
 * for its country's relation to the case, for its organisation's being named on it, and for the keys.
 */
final class FieldSight {
    private FieldSight() {}

    /** What one needs to find and to protect her, whatever one's role; not what was done to her, nor any proceedings. */
    private static final Set<PersonalField> TO_PROTECT_HER = Collections.unmodifiableSet(
            EnumSet.of(IDENTITY, PAPERS, CONTACT, WHEREABOUTS, TRAVEL_PLAN, HANDOVER_NOTE, HEALTH_NOTE, FAMILY, RISK));

    /**
     * @param purpose for which she reads: a data protection officer is shown something only on request of the person
     * @param relation of her country to the case: the focal point that receives the person must know what the one that sends
     *     her need not
     */
    static Set<PersonalField> of(Role role, ReadingPurpose purpose, Relation relation) {
        if (purpose == ReadingPurpose.EMERGENCY) {
            return Entitlements.isForEmergencies(role) ? TO_PROTECT_HER : Set.of();
        }
        Set<PersonalField> shown = of(role, purpose);
        if (role == Role.NATIONAL_FOCAL_POINT && relation == Relation.ADDRESSED) {
            shown.add(HANDOVER_NOTE);
        }
        return shown;
    }

    private static Set<PersonalField> of(Role role, ReadingPurpose purpose) {
        return switch (role) {
            case NATIONAL_FOCAL_POINT ->
                EnumSet.of(
                        IDENTITY, PAPERS, CONTACT, WHEREABOUTS, TRAVEL_PLAN, ACCOUNT, RESIDENCE, ASYLUM, FAMILY, RISK);
            case COMPETENT_AUTHORITY -> EnumSet.complementOf(EnumSet.of(HANDOVER_NOTE, HEALTH_NOTE, PSYCHOSOCIAL_NOTE));
            case CHILD_PROTECTION_AUTHORITY ->
                EnumSet.of(
                        IDENTITY,
                        PAPERS,
                        CONTACT,
                        WHEREABOUTS,
                        TRAVEL_PLAN,
                        ACCOUNT,
                        HANDOVER_NOTE,
                        RESIDENCE,
                        FAMILY,
                        RISK);
            case POLICE, PROSECUTOR -> EnumSet.of(IDENTITY, PAPERS, ACCOUNT, PROCEEDINGS, OFFENCES, PERPETRATORS);
            case MIGRATION_AUTHORITY -> EnumSet.of(IDENTITY, PAPERS, RESIDENCE, ASYLUM);
            case CONSULATE -> EnumSet.of(IDENTITY, PAPERS, TRAVEL_PLAN);
            case NGO_CASE_MANAGER, SHELTER_PROVIDER ->
                EnumSet.of(
                        IDENTITY,
                        PAPERS,
                        CONTACT,
                        WHEREABOUTS,
                        TRAVEL_PLAN,
                        ACCOUNT,
                        HANDOVER_NOTE,
                        RESIDENCE,
                        FAMILY,
                        RISK);
            case HEALTH_PROVIDER -> EnumSet.of(IDENTITY, PAPERS, HANDOVER_NOTE, HEALTH_NOTE, PSYCHOSOCIAL_NOTE);
            case GUARDIAN -> EnumSet.complementOf(EnumSet.of(OFFENCES, PERPETRATORS));
            case LAWYER_OR_ADVOCATE -> EnumSet.allOf(PersonalField.class);
            case IOM_OFFICER -> EnumSet.of(IDENTITY, PAPERS, TRAVEL_PLAN, RESIDENCE);
            case DATA_PROTECTION_OFFICER ->
                purpose == ReadingPurpose.DATA_SUBJECT_REQUEST
                        ? EnumSet.of(IDENTITY, PAPERS)
                        : EnumSet.noneOf(PersonalField.class);
            case NATIONAL_COORDINATOR,
                    NATIONAL_RAPPORTEUR,
                    REGIONAL_COORDINATOR,
                    AUDITOR,
                    SYSTEM_OPERATOR,
                    DATA_SUBJECT -> EnumSet.noneOf(PersonalField.class);
        };
    }
}
