package org.trm.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.trm.events.types.CaseId;

/** A client of the stream, as browsers read it. */
final class Listener implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One event as it came; {@code name} is null for what no client takes for news. */
    record Told(String name, String id, String data) {
        boolean isOf(CaseId caseId) {
            return "changed".equals(name) && data.contains("\"caseId\":\"" + caseId + "\"");
        }
    }

    private final HttpResponse<InputStream> answer;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Listener(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread reading = new Thread(this::read, "listener");
        reading.setDaemon(true);
        reading.start();
    }

    static HttpResponse<InputStream> ask(int port, String token, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/live"))
                .header("Accept", "text/event-stream");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    }

    /** Connected, and told where to go on from. */
    static Listener connect(int port, String token, String lastEventId) throws Exception {
        HttpResponse<InputStream> answer = ask(port, token, lastEventId);
        assertThat(answer.statusCode()).isEqualTo(200);
        Listener listener = new Listener(answer);
        LiveTest.soon().until(() -> listener.lastId() != null);
        return listener;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String name = null;
            String id = null;
            String data = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    told.add(new Told(name, id, data));
                    name = null;
                    id = null;
                    data = null;
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException e) {
            // Ended, by either side.
        }
        ended = true;
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    /** All events that a client acts upon. */
    List<Told> news() {
        return told.stream().filter(one -> one.name() != null).toList();
    }

    List<Told> all() {
        return List.copyOf(told);
    }

    /** By which the client goes on when it is connected again. */
    String lastId() {
        return told.stream()
                .map(Told::id)
                .filter(id -> id != null)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
