package org.trm.deploy.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private HttpServer server;
    private HttpConnection connection;

    /** Answers with what it was sent: of known length, in chunks, or as the last answer of its connection. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().add("Location", path);
            if (path.equals("/last")) {
                exchange.getResponseHeaders().add("Connection", "close");
            }
            exchange.sendResponseHeaders(201, path.equals("/chunks") ? 0 : body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        connection = new HttpConnection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        server.stop(0);
    }

    @Test
    void oneAnswerFollowsAnotherWhateverTheirForm() throws IOException {
        String large = "ä".repeat(40_000);

        assertThat(echo("/length", "one")).isEqualTo("one");
        assertThat(echo("/chunks", large)).isEqualTo(large);
        assertThat(echo("/length", "")).isEmpty();
        assertThat(echo("/chunks", "two")).isEqualTo("two");
    }

    @Test
    void afterTheLastAnswerOfAConnectionThereIsANewOne() throws IOException {
        assertThat(echo("/last", "one")).isEqualTo("one");
        assertThat(echo("/length", "two")).isEqualTo("two");
    }

    private String echo(String path, String body) throws IOException {
        Reply reply = connection.send("POST", path, "", body.getBytes(UTF_8));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.location()).isEqualTo(path);
        return new String(reply.body(), UTF_8);
    }
}
