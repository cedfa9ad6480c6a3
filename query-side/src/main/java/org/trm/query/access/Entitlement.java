package org.trm.query.access;

import java.util.Set;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;

/**
 * What a reader may see at most: of each case what one of these countries sees, and of that only these parts. With none
 * of either nothing is seen.
 *
 * @param named the organisation that must be named on a case for it to be seen; null where the country's part suffices
 */
public record Entitlement(Set<CountryCode> countries, OrganisationId named, Set<Part> parts) {
    static final Entitlement NOTHING = new Entitlement(Set.of(), null, Set.of());

    public boolean to(Part part) {
        return parts.contains(part);
    }
}
