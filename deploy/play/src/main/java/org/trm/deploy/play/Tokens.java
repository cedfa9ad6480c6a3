package org.trm.deploy.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/** Access tokens by client credentials, from the token endpoint that the issuer's metadata (RFC 8414) names. */
final class Tokens {
    private static final String METADATA = "/.well-known/oauth-authorization-server";

    /** Seconds before its end in which a token is not used any more. */
    private static final int MARGIN = 30;

    private record Token(String value, Instant until) {}

    private final Service service;
    private final Map<Login, Token> tokens = new EnumMap<>(Login.class);
    private URI endpoint;

    Tokens(Service service) {
        this.service = service;
    }

    String of(Login who) throws IOException, InterruptedException {
        Token token = tokens.get(who);
        if (token == null || Instant.now().isAfter(token.until())) {
            token = ask(who);
            tokens.put(who, token);
        }
        return token.value();
    }

    private Token ask(Login who) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((who.client() + ":" + who.client()).getBytes(UTF_8));
        Answer answer = service.send(HttpRequest.newBuilder(endpoint())
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.status() != 200) {
            throw new Unexpected("A token for " + who, "200", answer);
        }
        Instant until =
                Instant.now().plusSeconds(answer.body().path("expires_in").asLong() - MARGIN);
        return new Token(answer.body().path("access_token").asString(), until);
    }

    private URI endpoint() throws IOException, InterruptedException {
        if (endpoint == null) {
            Answer answer = service.getOpenly(METADATA);
            if (answer.status() != 200) {
                throw new Unexpected(METADATA, "200: start the mechanism with --demo-logins", answer);
            }
            endpoint = URI.create(answer.body().path("token_endpoint").asString());
        }
        return endpoint;
    }
}
