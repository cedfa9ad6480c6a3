package org.trm.query.access;

import static org.trm.query.access.Part.CUSTODY;
import static org.trm.query.access.Part.INBOX;
import static org.trm.query.access.Part.PERSON;
import static org.trm.query.access.Part.STATUS;
import static org.trm.query.access.Part.TIMELINE;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/**
 * What each role may see (domain model 2.6, row A). Authorities, focal points and child protection see what their
 * country sees; other professions only cases on which their organisation is named; coordinators and auditors see no data
 * about the person. Everyone else sees no case.
 */
@Component
public class Entitlements {
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);
    private static final Set<Part> PSEUDONYMOUS = EnumSet.of(STATUS, INBOX, TIMELINE, CUSTODY, PERSON);
    private static final Set<Part> COORDINATION = EnumSet.of(STATUS, INBOX, CUSTODY, PERSON);

    private static final Set<Role> IN_EMERGENCIES = EnumSet.of(
            Role.NATIONAL_FOCAL_POINT,
            Role.COMPETENT_AUTHORITY,
            Role.CHILD_PROTECTION_AUTHORITY,
            Role.POLICE,
            Role.HEALTH_PROVIDER,
            Role.SHELTER_PROVIDER,
            Role.NGO_CASE_MANAGER,
            Role.CONSULATE);

    private final NetworkMembers networks;

    public Entitlements(NetworkMembers networks) {
        this.networks = networks;
    }

    public Entitlement of(AccessScope scope) {
        return switch (scope.role()) {
            case NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY, CHILD_PROTECTION_AUTHORITY -> ofCountry(scope, ALL);
            case POLICE,
                    PROSECUTOR,
                    MIGRATION_AUTHORITY,
                    CONSULATE,
                    NGO_CASE_MANAGER,
                    SHELTER_PROVIDER,
                    LAWYER_OR_ADVOCATE,
                    GUARDIAN,
                    IOM_OFFICER -> ofNamed(scope, ALL);
            case HEALTH_PROVIDER -> ofNamed(scope, EnumSet.of(STATUS, CUSTODY, PERSON));
            case NATIONAL_COORDINATOR -> ofCountry(scope, COORDINATION);
            case REGIONAL_COORDINATOR ->
                scope.network() == null
                        ? Entitlement.NOTHING
                        : new Entitlement(networks.of(scope.network()), null, COORDINATION);
            case AUDITOR, DATA_PROTECTION_OFFICER -> ofCountry(scope, PSEUDONYMOUS);
            case NATIONAL_RAPPORTEUR, SYSTEM_OPERATOR, DATA_SUBJECT -> Entitlement.NOTHING;
        };
    }

    /** Whether the role acts in emergencies. */
    public static boolean isForEmergencies(Role role) {
        return IN_EMERGENCIES.contains(role);
    }

    /**
     * Of one case what is known of the person by name, and nothing else, whether or not the reader's organisation is named on
     * it. It is for whoever has an emergency access of her own in that case: who takes it must have looked.
     */
    public Entitlement inEmergency(AccessScope scope) {
        return isForEmergencies(scope.role()) ? ofCountry(scope, EnumSet.of(PERSON)) : of(scope);
    }

    private static Entitlement ofCountry(AccessScope scope, Set<Part> parts) {
        return of(scope.country(), null, parts);
    }

    private static Entitlement ofNamed(AccessScope scope, Set<Part> parts) {
        return scope.organisation() == null ? Entitlement.NOTHING : of(scope.country(), scope.organisation(), parts);
    }

    private static Entitlement of(CountryCode country, OrganisationId named, Set<Part> parts) {
        return country == null ? Entitlement.NOTHING : new Entitlement(Set.of(country), named, Set.copyOf(parts));
    }
}
