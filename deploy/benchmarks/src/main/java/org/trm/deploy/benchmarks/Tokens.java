package org.trm.deploy.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the demo logins, fetched anew before they end; all clients of one login share one. */
final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final byte[] GRANT = "grant_type=client_credentials".getBytes(UTF_8);

    private record Token(String value, Instant until) {
        boolean holds() {
            return Instant.now().isBefore(until);
        }
    }

    private final URI base;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Tokens(URI base) {
        this.base = base;
    }

    String of(String login) {
        Token token = tokens.get(login);
        if (token == null || !token.holds()) {
            token = tokens.compute(login, (name, old) -> old != null && old.holds() ? old : ask(name));
        }
        return token.value();
    }

    /** By client credentials (RFC 6749, section 4.4): the secret of a demo login is its name. */
    private Token ask(String login) {
        String credentials = Base64.getEncoder().encodeToString((login + ':' + login).getBytes(UTF_8));
        String headers =
                "Authorization: Basic " + credentials + "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        try (HttpConnection connection = new HttpConnection(base)) {
            Reply reply = connection.send("POST", "/oauth2/token", headers, GRANT);
            if (reply.status() != 200) {
                throw new IllegalStateException(
                        "No token for " + login + ": was it started with demo logins? " + reply);
            }
            Duration life = Duration.ofSeconds(reply.json().path("expires_in").asLong());
            return new Token(
                    reply.json().path("access_token").asString(),
                    Instant.now().plus(life).minus(MARGIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
