package org.trm.deploy.standalone.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, told what to do by its own protocol (DevTools). It reaches this machine and no other. */
final class Browser implements AutoCloseable, WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final StringBuilder heard = new StringBuilder();

    /** Where it is installed, if it is. */
    static Optional<Path> installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /** @param profile an empty folder */
    Browser(Path program, Path profile) throws IOException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-popup-blocking",
                        "--no-first-run",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("says.txt").toFile())
                .start();
        Path address = profile.resolve("DevToolsActivePort");
        await().atMost(PATIENCE)
                .until(() ->
                        Files.exists(address) && Files.readAllLines(address).size() == 2);
        List<String> lines = Files.readAllLines(address);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), this)
                .join();
    }

    /** A page at this address. */
    Page opens(URI address) {
        return page(ask(null, "Target.createTarget", Map.of("url", address.toString()))
                .path("targetId")
                .asString());
    }

    /** A page at an address that contains this, which another page opens. */
    Page seesOpened(String part) {
        await().atMost(PATIENCE).until(() -> pages(part).findAny().isPresent());
        return page(pages(part).findAny().orElseThrow());
    }

    private Stream<String> pages(String part) {
        return ask(null, "Target.getTargets", Map.of())
                .path("targetInfos")
                .valueStream()
                .filter(target -> target.path("type").asString().equals("page"))
                .filter(target -> target.path("url").asString().contains(part))
                .map(target -> target.path("targetId").asString());
    }

    private Page page(String target) {
        JsonNode attached = ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true));
        return new Page(attached.path("sessionId").asString());
    }

    private JsonNode ask(String session, String method, Map<String, ?> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        Map<String, Object> question = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (session != null) {
            question.put("sessionId", session);
        }
        socket.sendText(JSON.writeValueAsString(question), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
        heard.append(text);
        if (whole) {
            JsonNode message = JSON.readTree(heard.toString());
            heard.setLength(0);
            CompletableFuture<JsonNode> waiting =
                    asked.remove(message.path("id").asInt(-1));
            if (waiting != null) {
                waiting.complete(message.has("error") ? message.path("error") : message.path("result"));
            }
        }
        return WebSocket.Listener.super.onText(from, text, whole);
    }

    /** When this returns, none of its processes writes into the profile any more. */
    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        for (ProcessHandle one : all) {
            one.onExit()
                    .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            one.destroyForcibly();
        }
    }

    /** A page, which is looked at and used by script, as a hand would. */
    final class Page {
        private final String session;

        private Page(String session) {
            this.session = session;
        }

        /** What the script comes to. */
        String read(String script) {
            JsonNode answer = ask(
                    session,
                    "Runtime.evaluate",
                    Map.of("expression", script, "returnByValue", true, "userGesture", true));
            return answer.at("/result/value").asString("");
        }

        /** Waits until there is such an element, and presses it. */
        void presses(String selector) {
            awaits(selector);
            read("document.querySelector('" + selector + "').click()");
        }

        void awaits(String selector) {
            await("for " + selector)
                    .atMost(PATIENCE)
                    .until(() -> read("String(!!document.querySelector('" + selector + "'))")
                            .equals("true"));
        }

        void types(String selector, String text) {
            awaits(selector);
            read("document.querySelector('" + selector + "').value = '" + text + "'");
        }

        String text(String selector) {
            awaits(selector);
            return read("document.querySelector('" + selector + "').innerText").strip();
        }
    }
}
