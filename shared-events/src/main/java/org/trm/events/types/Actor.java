package org.trm.events.types;

import java.util.UUID;

/**
 * Who acted: carried in an event's metadata, never in its payload.
 *
 * @param id pseudonymous: a name-based UUID of issuer and subject
 * @param issuer alias of the issuer of the token, as the operator configured it
 * @param organisation null for a clock or a migration, as are {@code country} and {@code role}
 */
public record Actor(
        ActorKind kind, UUID id, String issuer, OrganisationId organisation, CountryCode country, Role role) {

    /** The mechanism itself, when a time limit passes. */
    public static final Actor CLOCK = new Actor(ActorKind.CLOCK, new UUID(0, 1), "trm", null, null, null);

    /** The mechanism itself, when it seeds what it needs to start. */
    public static final Actor MIGRATION = new Actor(ActorKind.MIGRATION, new UUID(0, 2), "trm", null, null, null);

    public boolean actsFor(CountryCode someCountry) {
        return country != null && country.equals(someCountry);
    }
}
