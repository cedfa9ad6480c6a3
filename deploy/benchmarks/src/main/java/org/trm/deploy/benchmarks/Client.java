package org.trm.deploy.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;

/** Somebody with a login and one connection, who waits for each answer and puts up with nothing but success. */
final class Client implements AutoCloseable {
    private static final String JSON = "Content-Type: application/json\r\n";

    private final HttpConnection connection;
    private final Tokens tokens;
    private final String login;

    Client(URI base, Tokens tokens, String login) {
        this.connection = new HttpConnection(base);
        this.tokens = tokens;
        this.login = login;
    }

    Reply get(String path) throws IOException {
        return succeeded(path, connection.send("GET", path, authorised(), null));
    }

    Reply post(String path, String body) throws IOException {
        return succeeded(path, connection.send("POST", path, authorised() + JSON, body.getBytes(UTF_8)));
    }

    /** @param key the {@code Idempotency-Key} */
    Reply post(String path, String body, String key) throws IOException {
        String headers = authorised() + JSON + "Idempotency-Key: " + key + "\r\n";
        return succeeded(path, connection.send("POST", path, headers, body.getBytes(UTF_8)));
    }

    private String authorised() {
        return "Authorization: Bearer " + tokens.of(login) + "\r\nAccept: application/json\r\n";
    }

    private static Reply succeeded(String path, Reply reply) {
        if (reply.status() / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + reply);
        }
        return reply;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
