package org.trm.deploy.separated;

import java.util.List;
import java.util.Map;

/** Somebody invented, with what her tokens say. */
enum Login {
    BG_FOCAL_POINT("NATIONAL_FOCAL_POINT", "BG", "BG-NCCTHB"),
    BG_AUTHORITY("COMPETENT_AUTHORITY", "BG", "BG-NCCTHB"),
    BG_AUDITOR("AUDITOR", "BG", "BG-NCCTHB"),
    RO_FOCAL_POINT("NATIONAL_FOCAL_POINT", "RO", "RO-ANITP"),
    RO_AUDITOR("AUDITOR", "RO", "RO-ANITP"),
    SEE_COORDINATOR("REGIONAL_COORDINATOR", null, null),
    OPERATOR("SYSTEM_OPERATOR", null, null);

    private final String role;
    private final String country;
    private final String organisation;

    Login(String role, String country, String organisation) {
        this.role = role;
        this.country = country;
        this.organisation = organisation;
    }

    Map<String, Object> claims() {
        if (country != null) {
            return Map.of("roles", List.of(role), "country", country, "org", organisation);
        }
        return this == SEE_COORDINATOR
                ? Map.of("roles", List.of(role), "network", "SEE")
                : Map.of("roles", List.of(role));
    }
}
