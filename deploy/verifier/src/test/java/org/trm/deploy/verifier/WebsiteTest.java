package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.proof.SampleLog;

/** A log is read over HTTP from the host that was named, and from no other. */
class WebsiteTest {
    private static final SampleLog LOG = SampleLog.of(300);
    private static final Map<String, byte[]> FILES = LOG.files();
    private static final String TOKEN = "a.demo-token_1";

    @TempDir
    private Path temporary;

    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private int failure = 503;
    private HttpServer server;
    private Room room;

    @BeforeEach
    void serves() throws IOException {
        room = new Room(temporary);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/log/", this::answer);
        server.createContext("/silent/", exchange -> exchange.sendResponseHeaders(200, 10));
        server.start();
    }

    @AfterEach
    void ends() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/log/".length());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        tokens.add(String.valueOf(authorization));
        byte[] content = FILES.get(path);
        int status = content == null ? 404 : 200;
        if (path.startsWith("tile/entries/") && !("Bearer " + TOKEN).equals(authorization)) {
            status = 401;
        }
        if (failures.getAndDecrement() > 0) {
            status = failure;
            exchange.getResponseHeaders().add("Location", address() + "/checkpoint");
        }
        try (exchange) {
            exchange.sendResponseHeaders(status, status == 200 ? content.length : -1);
            if (status == 200) {
                exchange.getResponseBody().write(content);
            }
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/log";
    }

    private Room.Run verify(String... more) {
        List<String> words = new ArrayList<>(List.of("verify", "--log", address(), "--vkey", SampleLog.LOG.toString()));
        words.addAll(List.of(more));
        return Room.run(words.toArray(String[]::new));
    }

    private static Website website(String address) {
        return new Website(URI.create(address), null, Duration.ZERO, Duration.ofSeconds(20));
    }

    private String tokenFile(String content) {
        return room.write("token", content.getBytes(UTF_8)).toString();
    }

    @Test
    void theTreeIsReadByAnybody() {
        verify().isWell();

        assertThat(tokens).isNotEmpty().containsOnly("null");
    }

    @Test
    void entriesAreReadWithATokenOnly() {
        verify("--entries").couldNotFindOut("the log shows tile/entries/000 only to whom it may: give --token-file");
        verify("--entries", "--token-file", tokenFile(TOKEN + "\n")).isWell();
    }

    @Test
    void aTokenIsNeverShown() {
        String secret = tokenFile("a hidden\nword");

        assertThat(verify("--entries", "--token-file", secret).complained())
                .contains("holds no access token")
                .doesNotContain("hidden");
        verify("--entries", "--token-file", room.file("none").toString()).isMisuse("cannot be read");
    }

    @Test
    void aTokenIsNotSentInClearThroughANetwork() {
        URI far = URI.create("http://trm.example/api/log");

        assertThatThrownBy(() -> new Website(far, TOKEN, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("https://");
    }

    @Test
    void whatFailsForAMomentIsAskedForAgain() {
        failures.set(2);

        assertThat(website(address()).read("checkpoint", 1000))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(FILES.get("checkpoint")));
    }

    @Test
    void whatKeepsFailingLeavesItOpen() {
        failures.set(1000);
        Website website = website(address());

        assertThatThrownBy(() -> website.read("checkpoint", 1000))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("HTTP 503");
        assertThat(tokens).hasSize(3);
    }

    @Test
    void nobodyIsAskedElsewhere() {
        failures.set(1);
        failure = 302;

        verify().couldNotFindOut("HTTP 302 (another address is not followed)");
        assertThat(tokens).hasSize(1);
    }

    @Test
    void whereNobodyAnswersItIsOpen() {
        server.stop(0);
        Website website = website(address());

        assertThatThrownBy(() -> website.read("checkpoint", 1000))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("nobody answers at " + address() + "/checkpoint");
    }

    @Test
    void whoBeginsToAnswerAndFallsSilentIsNotWaitedForForEver() {
        URI silent = URI.create(address().replace("/api/log", "/silent"));
        Website website = new Website(silent, null, Duration.ZERO, Duration.ofMillis(300));

        assertThatThrownBy(() -> website.read("checkpoint", 1000))
                .isInstanceOf(Unreachable.class)
                .hasMessageEndingWith("TimeoutException");
    }

    @Test
    void whatHasNoEndIsReadNoFurtherThanItMayBe() {
        Website website = website(address() + "/");

        assertThat(website.read("tile/0/000", 99))
                .hasValueSatisfying(content -> assertThat(content).hasSize(100));
        assertThat(website.read("tile/9/000", 99)).isEmpty();
    }
}
