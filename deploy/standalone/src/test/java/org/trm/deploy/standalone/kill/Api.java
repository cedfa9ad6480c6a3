package org.trm.deploy.standalone.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The program as its clients reach it. Nothing is sent twice here: whoever gets no answer decides what to do. */
final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TOKEN_USED_FOR = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    Api(URI base) {
        this.base = base;
    }

    /** @throws IOException when no answer came */
    Answer post(Act act) throws IOException, InterruptedException {
        HttpRequest.Builder request = as(act.login(), "/api/cases" + act.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", act.key())
                .POST(BodyPublishers.ofString(act.body()));
        if (act.ifMatch() > 0) {
            request.header("If-Match", '"' + String.valueOf(act.ifMatch()) + '"');
        }
        return send(request);
    }

    Answer get(String login, String path) throws IOException, InterruptedException {
        return send(as(login, path).GET());
    }

    private HttpRequest.Builder as(String login, String path) throws IOException, InterruptedException {
        return to(path).header("Authorization", "Bearer " + token(login));
    }

    private String token(String login) throws IOException, InterruptedException {
        Token known = tokens.get(login);
        if (known == null || Instant.now().isAfter(known.until())) {
            String credentials = Base64.getEncoder().encodeToString((login + ":" + login).getBytes(UTF_8));
            Answer answer = send(to("/oauth2/token")
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")));
            known = new Token(
                    answer.body().path("access_token").asString(), Instant.now().plus(TOKEN_USED_FOR));
            tokens.put(login, known);
        }
        return known.value();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Location").orElse(""),
                response.body().isEmpty() ? MissingNode.getInstance() : json(response.body()));
    }

    private static JsonNode json(String body) {
        return JSON.readTree(body);
    }
}
