package org.trm.deploy.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Stands between a client and the mechanism, passes everything on, and spoils the answers to one request. */
final class Meddler implements AutoCloseable {
    private static final Set<String> OF_ONE_CONNECTION = Set.of("host", "connection", "content-length", "upgrade");

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String mechanism;
    private final Spoiling spoiling;

    /** What is done to the answers to requests of this method whose address ends so. */
    record Spoiling(String method, String end, Deed deed) {
        boolean concerns(HttpExchange exchange) {
            return exchange.getRequestMethod().equals(method)
                    && exchange.getRequestURI().getPath().endsWith(end);
        }
    }

    /** An answer that was changed; null for none at all. */
    interface Deed {
        Answer spoil(Answer right);
    }

    record Answer(int status, String body) {}

    Meddler(String mechanism, Spoiling spoiling) throws IOException {
        this.mechanism = mechanism;
        this.spoiling = spoiling;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        HttpResponse<String> response = ask(exchange);
        Answer right = new Answer(response.statusCode(), response.body());
        Answer given = spoiling.concerns(exchange) ? spoiling.deed().spoil(right) : right;
        if (given == null) {
            exchange.close();
            return;
        }
        response.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        byte[] body = given.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(given.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private HttpResponse<String> ask(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(mechanism + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> copy(name, values, request));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void copy(String name, List<String> values, HttpRequest.Builder request) {
        if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
