package org.trm.events.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;

/** An issuer with a key of its own, for tests that need tokens as real ones are. */
public final class TestIssuer {
    public static final URI URI_OF_ISSUER = URI.create("https://issuer.test");
    public static final String AUDIENCE = "trm-api";

    private final ECKey key;

    public TestIssuer() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    ECKey key() {
        return key;
    }

    /** This issuer by the alias {@code test}, entitled to speak for any country or for those named. */
    public OwnIssuer asOwn(CountryCode... countries) {
        return asOwn(Set.of(), countries);
    }

    /** The same, and to give these roles although they belong to no country. */
    public OwnIssuer asOwn(Set<Role> beyondCountries, CountryCode... countries) {
        var issuer = new Issuer(URI_OF_ISSUER, null, Set.of(countries), beyondCountries);
        return new OwnIssuer("test", issuer, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
    }

    /** A token that ends in five minutes, of a person of an organisation such as {@code BG-NCCTHB}. */
    public String token(String subject, String organisation, Role... roles) {
        String country = organisation.substring(0, 2);
        return sign(claims(subject, roles).claim("country", country).claim("org", organisation));
    }

    /** The claims of a token that names no country. */
    public JWTClaimsSet.Builder claims(String subject, Role... roles) {
        Instant now = Instant.now();
        List<String> names = Stream.of(roles).map(Role::name).toList();
        return new JWTClaimsSet.Builder()
                .issuer(URI_OF_ISSUER.toString())
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("roles", names);
    }

    public String sign(JWTClaimsSet.Builder claims) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build();
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
