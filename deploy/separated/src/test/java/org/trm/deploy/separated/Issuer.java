package org.trm.deploy.separated;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;

/** An issuer of access tokens as the nodes find it: by its metadata and its public keys, over HTTP. */
final class Issuer implements AutoCloseable {
    private static final Duration LIFE = Duration.ofHours(1);

    private final HttpServer server;
    private final ECKey key;
    private final Map<Login, String> tokens = new EnumMap<>(Login.class);

    Issuer() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/.well-known/openid-configuration", """
                {"issuer": "%s", "jwks_uri": "%s/keys"}""".formatted(uri(), uri()));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        for (Login login : Login.values()) {
            tokens.put(login, signed(login));
        }
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length());
            try (exchange) {
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
        });
    }

    private String signed(Login login) throws JOSEException {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(login.name())
                .audience("trm-api")
                .expirationTime(Date.from(Instant.now().plus(LIFE)));
        login.claims().forEach(claims::claim);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String token(Login login) {
        return tokens.get(login);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
