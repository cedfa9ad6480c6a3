package org.trm.events.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CountryCode;
import org.trm.events.types.NetworkId;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/**
 * Whom a verified access token names. A token can name a person or a service and nothing else: clocks and migrations
 * never come from outside.
 *
 * @param alias the issuer, as the operator called it
 * @param issuer the issuer, as its tokens call it
 * @param subject who it is there; with {@code issuer}, the only thing that tells who {@code id} is
 * @param id pseudonymous: {@link #idOf(String, String)}
 * @param country null when the token names none, as are {@code organisation} and {@code network}
 * @param roles at least one
 * @param until when the token ends
 */
public record Bearer(
        String alias,
        String issuer,
        String subject,
        UUID id,
        ActorKind kind,
        CountryCode country,
        OrganisationId organisation,
        Set<Role> roles,
        NetworkId network,
        Instant until) {

    /** Roles that belong to no country. */
    static final Set<Role> OF_NO_COUNTRY =
            EnumSet.of(Role.REGIONAL_COORDINATOR, Role.SYSTEM_OPERATOR, Role.DATA_SUBJECT);

    static Bearer of(String alias, JWTClaimsSet set) {
        Claims claims = new Claims(set);
        String issuer = set.getIssuer();
        String subject = claims.subject();
        CountryCode country = claims.code("country", CountryCode::new);
        OrganisationId organisation = claims.code("org", OrganisationId::new);
        if (organisation != null && (country == null || !organisation.value().startsWith(country + "-"))) {
            throw new Denied(Denial.TOKEN_MALFORMED, "The claim \"org\" must name an organisation of \"country\".");
        }
        return new Bearer(
                alias,
                issuer,
                subject,
                idOf(issuer, subject),
                claims.service() ? ActorKind.SERVICE : ActorKind.PERSON,
                country,
                organisation,
                claims.roles(),
                claims.code("network", NetworkId::new),
                set.getExpirationTime().toInstant());
    }

    /** The name-based UUID (RFC 9562, version 5) of the subject in the name space of its issuer's URI. */
    public static UUID idOf(String issuer, String subject) {
        UUID namespace =
                Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL).generate(issuer);
        return Generators.nameBasedGenerator(namespace).generate(subject);
    }

    /**
     * The role in which the bearer acts now: her only one, or the one that she asks for.
     *
     * @param asked null when she asks for none
     */
    public Role acting(String asked) {
        if (asked == null) {
            if (roles.size() > 1) {
                throw new Denied(Denial.ROLE_AMBIGUOUS);
            }
            return roles.iterator().next();
        }
        return roles.stream()
                .filter(role -> role.name().equals(asked))
                .findAny()
                .orElseThrow(() -> new Denied(Denial.ROLE_NOT_HELD));
    }

    /** The bearer as history will name her; who acts for a country must name it, and her organisation there. */
    public Actor actor(Role role) {
        if (organisation == null && !OF_NO_COUNTRY.contains(role)) {
            throw new Denied(
                    Denial.TOKEN_INCOMPLETE, "To act, the access token needs the claims \"country\" and \"org\".");
        }
        return new Actor(kind, id, alias, organisation, country, role);
    }

    /** Her pseudonym alone: a subject can be a name. */
    @Override
    public String toString() {
        return id.toString();
    }
}
