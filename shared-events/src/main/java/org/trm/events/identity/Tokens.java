package org.trm.events.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The access tokens of the configured issuers. Each is verified once and remembered, by its hash, until it ends by the
 * clock of this machine: tests that move the clock of the mechanism do not move this one.
 */
public final class Tokens {
    private static final int LONGEST = 16_384;
    private static final int REMEMBERED = 20_000;

    private final Map<String, TrustedIssuer> issuers = new TreeMap<>();
    private final Cache<String, Bearer> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(
                    Expiry.<String, Bearer>creating((hash, bearer) -> Duration.between(Instant.now(), bearer.until())))
            .build();

    /**
     * Trusts issuers by their aliases.
     *
     * @param audience what every token must carry as {@code aud}
     * @throws IllegalArgumentException when there is none: a service that believes nobody would be of no use
     */
    public Tokens(String audience, Map<String, Issuer> trusted) {
        if (trusted.isEmpty()) {
            throw new IllegalArgumentException("No issuer of access tokens is configured: set "
                    + "spring.security.oauth2.resourceserver.jwt.issuer-uri or trm.issuers.<alias>.uri");
        }
        trusted.forEach((alias, issuer) -> trust(alias, issuer, IssuerKeys.of(issuer), audience));
    }

    /** Trusts nobody but the issuer in this process. */
    public Tokens(String audience, OwnIssuer own) {
        trust(own.alias(), own.issuer(), own.keys(), audience);
    }

    private void trust(String alias, Issuer issuer, JWKSource<SecurityContext> keys, String audience) {
        if (!alias.matches("[a-z][a-z0-9-]{0,30}") || alias.equals("trm")) {
            throw new IllegalArgumentException("The alias of an issuer must be a word such as bulgaria, and not trm");
        }
        if (issuers.put(issuer.uri().toString(), new TrustedIssuer(alias, issuer, keys, audience)) != null) {
            throw new IllegalArgumentException("Two aliases for the issuer " + issuer.uri());
        }
    }

    /**
     * Whom a token names.
     *
     * @throws Denied saying why it is not believed
     */
    public Bearer bearer(String token) {
        if (token.length() > LONGEST) {
            throw new Denied(Denial.TOKEN_INVALID);
        }
        String hash = sha256(token);
        Bearer known = verified.getIfPresent(hash);
        if (known != null && known.until().isAfter(Instant.now())) {
            return known;
        }
        Bearer bearer = verify(token);
        if (bearer.until().isAfter(Instant.now())) {
            verified.put(hash, bearer);
        }
        return bearer;
    }

    private Bearer verify(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            String name = signed.getJWTClaimsSet().getIssuer();
            TrustedIssuer issuer = name == null ? null : issuers.get(name);
            if (issuer == null) {
                throw new Denied(Denial.TOKEN_INVALID);
            }
            return issuer.bearer(signed);
        } catch (ParseException e) {
            throw new Denied(Denial.TOKEN_INVALID);
        }
    }

    private static String sha256(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
