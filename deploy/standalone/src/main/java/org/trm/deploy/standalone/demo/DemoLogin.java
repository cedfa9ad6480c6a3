package org.trm.deploy.standalone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trm.events.types.Role;

/**
 * Someone invented: a client that fetches tokens for itself and a person who logs in, by the same name and as the same
 * actor. The secret is the name.
 *
 * @param country null for who acts for none, as is {@code organisation}
 * @param network null for everyone but a regional coordinator
 */
public record DemoLogin(String name, Role role, String country, String organisation, String network) {
    public static final List<DemoLogin> ALL = all();

    static Optional<DemoLogin> named(String name) {
        return ALL.stream().filter(login -> login.name.equals(name)).findAny();
    }

    /** What the tokens of this login say beyond what every token says. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("roles", List.of(role.name()));
        if (country != null) {
            claims.put("country", country);
            claims.put("org", organisation);
        }
        if (network != null) {
            claims.put("network", network);
        }
        return claims;
    }

    private static List<DemoLogin> all() {
        List<DemoLogin> logins = new ArrayList<>();
        logins.addAll(of("BG", "BG-NCCTHB"));
        logins.addAll(of("RO", "RO-ANITP"));
        logins.addAll(of("DE", "DE-KOK"));
        logins.addAll(of("AL", "AL-ONAC"));
        logins.add(new DemoLogin("see-coordinator", Role.REGIONAL_COORDINATOR, null, null, "SEE"));
        logins.add(new DemoLogin("operator", Role.SYSTEM_OPERATOR, null, null, null));
        return List.copyOf(logins);
    }

    private static List<DemoLogin> of(String country, String focalPoint) {
        return List.of(
                login(country, "focal-point", Role.NATIONAL_FOCAL_POINT, focalPoint),
                login(country, "authority", Role.COMPETENT_AUTHORITY, focalPoint),
                login(country, "child-protection", Role.CHILD_PROTECTION_AUTHORITY, focalPoint),
                login(country, "police", Role.POLICE, focalPoint),
                login(country, "health", Role.HEALTH_PROVIDER, focalPoint),
                login(country, "case-manager", Role.NGO_CASE_MANAGER, country + "-NGO1"),
                login(country, "coordinator", Role.NATIONAL_COORDINATOR, focalPoint),
                login(country, "auditor", Role.AUDITOR, focalPoint),
                login(country, "protection-officer", Role.DATA_PROTECTION_OFFICER, focalPoint),
                login(country, "protection-officer-2", Role.DATA_PROTECTION_OFFICER, focalPoint));
    }

    private static DemoLogin login(String country, String what, Role role, String organisation) {
        return new DemoLogin(country.toLowerCase(Locale.ROOT) + "-" + what, role, country, organisation, null);
    }
}
