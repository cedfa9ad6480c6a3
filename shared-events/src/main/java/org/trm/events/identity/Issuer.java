package org.trm.events.identity;

import java.net.URI;
import java.util.Collection;
import java.util.Set;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;

/**
 * An issuer whose access tokens are believed.
 *
 * @param uri what its tokens carry as {@code iss}, to the letter
 * @param jwkSetUri where its keys are; null where its own metadata say it (OpenID Connect Discovery 1.0)
 * @param countries the only ones its tokens may name; empty when they may name any
 * @param beyondCountries the roles of no country, such as that of a regional coordinator, that its tokens may name although
 *     it is confined to countries
 */
public record Issuer(URI uri, URI jwkSetUri, Set<CountryCode> countries, Set<Role> beyondCountries) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Issuer {
        requireSafe(uri);
        if (jwkSetUri != null) {
            requireSafe(jwkSetUri);
        }
        countries = countries == null ? Set.of() : Set.copyOf(countries);
        beyondCountries = beyondCountries == null ? Set.of() : Set.copyOf(beyondCountries);
    }

    /** One whose tokens may name any country and any role. */
    public static Issuer ofAny(URI uri, URI jwkSetUri) {
        return new Issuer(uri, jwkSetUri, null, null);
    }

    boolean speaksFor(CountryCode country) {
        return country == null || countries.isEmpty() || countries.contains(country);
    }

    /** What a country's own issuer says of somebody's part beyond that country is not believed unless it was asked to. */
    boolean mayName(Collection<Role> roles) {
        return countries.isEmpty()
                || roles.stream()
                        .noneMatch(role -> Bearer.OF_NO_COUNTRY.contains(role) && !beyondCountries.contains(role));
    }

    private static void requireSafe(URI uri) {
        boolean https = uri != null && "https".equals(uri.getScheme()) && uri.getHost() != null;
        boolean here =
                uri != null && "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        if (!https && !here) {
            throw new IllegalArgumentException(
                    "The URI of an issuer must be https (http only on this machine), not: " + uri);
        }
    }
}
