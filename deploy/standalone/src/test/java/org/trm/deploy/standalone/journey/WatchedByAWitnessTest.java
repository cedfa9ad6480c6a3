package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.deploy.verifier.Verifier;
import tools.jackson.databind.JsonNode;

/** Another authority watches, with the command that anybody may run, that the log only grows; and everybody is told. */
class WatchedByAWitnessTest extends Journey {
    private static final Pattern PORT = Pattern.compile(":(\\d+), by POST");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    Path authority;

    private Mechanism own;
    private Thread witness;

    @BeforeEach
    void isWatched() {
        own = new Mechanism();
        mechanism = own;
        meet(own);
        identified();
        eventually(() -> assertThat(key("/api/log/readings")).isNotEmpty());
        witness = new Thread(() -> run(
                said,
                complained,
                "witness",
                "--listen",
                "0",
                "--folder",
                authority.resolve("witness").toString(),
                "--name",
                "witness.example.org/ro",
                "--log",
                key("/api/log"),
                "--log",
                key("/api/log/readings")));
        witness.start();
        eventually(() -> assertThat(complained.toString(UTF_8)).containsPattern(PORT));
        Matcher port = PORT.matcher(complained.toString(UTF_8));
        assertThat(port.find()).isTrue();
        own.restartWith(
                "--trm.log.witnesses.ro.url=http://127.0.0.1:" + port.group(1),
                "--trm.log.witnesses.ro.key=" + witnessKey(),
                "--trm.log.witness-silence=PT2S");
        eventually(() -> assertThat(events().path("size").asLong()).isEqualTo(leaves()));
    }

    @AfterEach
    void stop() throws InterruptedException {
        goesAway();
        own.close();
    }

    private void goesAway() throws InterruptedException {
        witness.interrupt();
        witness.join();
    }

    private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... words) {
        return Verifier.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String key(String log) {
        return coordinator.gets(log + "/vkey", Map.of()).http().body().strip();
    }

    private String witnessKey() {
        return said.toString(UTF_8).strip();
    }

    private long leaves() {
        return new Forger(own, authority).count("SELECT count(*) FROM log.leaf WHERE log = 'events'");
    }

    private JsonNode events() {
        return coordinator
                .reads("/api/log/witnesses")
                .body()
                .path("items")
                .valueStream()
                .filter(standing -> !standing.path("log").asString().endsWith("/readings"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_it_saw_the_verifier_finds_below_the_checkpoint() {
        long before = leaves();
        bulgaria.opensACaseOf(AN_ADULT);
        String log = own.url() + "/api/log";
        eventually(() -> {
            assertThat(complained.toString(UTF_8)).contains(" signed at " + (before + 1) + " entries.");
            ByteArrayOutputStream found = new ByteArrayOutputStream();
            int code = run(found, found, "verify", "--log", log, "--vkey", key("/api/log"), "--witness", witnessKey());
            assertThat(found.toString(UTF_8)).contains("The witness witness.example.org/ro saw it at ");
            assertThat(code).isZero();
        });
        assertThat(events().path("state").asString()).isEqualTo("WELL");
    }

    @Test
    void t10_another_history_of_what_it_saw_is_not_signed_and_everybody_is_told() {
        Forger forger = new Forger(own, authority);
        forger.sealedAnew(5);
        forger.signedAnew(leaves());

        eventually(() -> {
            assertThat(events().path("state").asString()).isEqualTo("DISAGREES");
            assertThat(events().path("sentence").asString()).contains("It signed another tree of");
            assertThat(complained.toString(UTF_8)).contains("SPLIT VIEW");
        });
        assertThat(coordinator.gets("/actuator/health", Map.of()).status()).isEqualTo(503);
    }

    @Test
    void whoever_asks_is_told_that_it_is_silent() throws InterruptedException {
        goesAway();
        bulgaria.opensACaseOf(AN_ADULT);

        eventually(() -> {
            assertThat(events().path("state").asString()).isEqualTo("SILENT");
            assertThat(events().path("sentence").asString()).startsWith("It cannot be reached");
        });
        assertThat(events().path("since").asString()).isNotEmpty();
        assertThat(coordinator.gets("/actuator/health", Map.of()).status()).isEqualTo(200);
    }
}
