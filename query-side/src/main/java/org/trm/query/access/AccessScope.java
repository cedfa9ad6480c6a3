package org.trm.query.access;

import org.trm.events.types.CountryCode;
import org.trm.events.types.NetworkId;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/**
 * Who reads, as far as it decides what may be seen. Every reader takes one, so that nothing can be read without asking.
 *
 * @param country null for a role that acts for no country
 * @param organisation null as {@code country} is
 * @param network the regional network of a {@link Role#REGIONAL_COORDINATOR}, null for everyone else
 */
public record AccessScope(Role role, CountryCode country, OrganisationId organisation, NetworkId network) {}
