package org.trm.events.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.util.Set;

/** One issuer, by the alias that the operator gave it, and the check of its tokens by its keys. */
final class TrustedIssuer {
    /** Asymmetric ones only: with any other, who can verify could also sign (RFC 8725, section 3.1). */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    /** A token bound to a key (RFC 7800) is worth nothing without proof of that key, which a plain bearer lacks. */
    private static final String BOUND = "cnf";

    private static final int CLOCK_SKEW_SECONDS = 30;

    private final String alias;
    private final Issuer issuer;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TrustedIssuer(String alias, Issuer issuer, JWKSource<SecurityContext> keys, String audience) {
        this.alias = alias;
        this.issuer = issuer;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN, JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims(issuer, audience));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(Issuer issuer, String audience) {
        JWTClaimsSet exactly =
                new JWTClaimsSet.Builder().issuer(issuer.uri().toString()).build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(
                Set.of(audience), exactly, Set.of("sub", "exp"), Set.of(BOUND));
        verifier.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        return verifier;
    }

    Bearer bearer(SignedJWT token) {
        Bearer bearer = Bearer.of(alias, verified(token));
        if (!issuer.speaksFor(bearer.country()) || !issuer.mayName(bearer.roles())) {
            throw new Denied(Denial.ISSUER_NOT_ENTITLED);
        }
        return bearer;
    }

    private JWTClaimsSet verified(SignedJWT token) {
        try {
            return processor.process(token, null);
        } catch (ExpiredJWTException e) {
            throw new Denied(Denial.TOKEN_EXPIRED);
        } catch (KeySourceException e) {
            throw new Denied(Denial.ISSUER_UNREACHABLE);
        } catch (BadJOSEException | JOSEException e) {
            throw new Denied(Denial.TOKEN_INVALID);
        }
    }
}
