package org.trm.deploy.separated;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The mechanism as its clients reach it. Nothing is sent twice here, and every exchange is written down. */
final class Api {
    /** A client that waits for longer sends its act again. */
    private static final Duration FOR_AN_ACT = Duration.ofSeconds(8);

    private static final Duration FOR_A_READING = Duration.ofSeconds(45);

    private final URI base;
    private final Issuer issuer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Collection<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    Api(URI base, Issuer issuer) {
        this.base = base;
        this.issuer = issuer;
    }

    /** The answer; null when none came. */
    Answer post(Act act) throws InterruptedException {
        HttpRequest.Builder request = as(act.login(), act.path())
                .timeout(FOR_AN_ACT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", act.key())
                .POST(BodyPublishers.ofString(act.body()));
        if (act.ifMatch() > 0) {
            request.header("If-Match", '"' + String.valueOf(act.ifMatch()) + '"');
        }
        return written(act, act.path(), request);
    }

    /** The answer; null when none came. */
    Answer get(Login login, String path) throws InterruptedException {
        return written(null, path, as(login, path).timeout(FOR_A_READING).GET());
    }

    private Answer written(Act act, String path, HttpRequest.Builder request) throws InterruptedException {
        long sent = System.nanoTime();
        Answer answer = null;
        try {
            answer = send(request);
        } catch (IOException e) {
            // Who got no answer knows nothing.
        }
        exchanges.add(new Exchange(act, path, sent, System.nanoTime(), answer));
        return answer;
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(Login login, String path) throws InterruptedException, IOException {
        List<JsonNode> items = new ArrayList<>();
        String next = path;
        while (next != null) {
            Answer page = send(as(login, next).timeout(FOR_A_READING).GET());
            if (page.status() != 200) {
                throw new IOException(next + " is answered with " + page);
            }
            page.body().path("items").forEach(items::add);
            next = page.body().path("next").asString(null);
        }
        return items;
    }

    HttpRequest.Builder as(Login login, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + issuer.token(login));
    }

    HttpRequest.Builder asNobody(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    /** Neither written down nor forgiven. */
    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers(),
                response.body().startsWith("{") || response.body().startsWith("[")
                        ? JsonMapper.shared().readTree(response.body())
                        : MissingNode.getInstance());
    }

    /** Everything that was written down so far. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
