package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.ConsistencyProof;
import org.trm.events.proof.Hash;
import org.trm.events.proof.SampleLog;
import org.trm.events.proof.VerifierKey;

/** A witness of the sample log, and somebody who asks it. */
final class RunningWitness implements AutoCloseable {
    static final String NAME = "witness.example/ro";
    static final Instant NOW = Instant.ofEpochSecond(SampleLog.SEEN);

    private final Path folder;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final WitnessServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningWitness(Path folder, VerifierKey... more) {
        this.folder = folder;
        List<String> words = new ArrayList<>(List.of("--listen", "0", "--folder", folder.toString(), "--name", NAME));
        words.addAll(List.of("--log", SampleLog.LOG.toString()));
        for (VerifierKey key : more) {
            words.addAll(List.of("--log", key.toString()));
        }
        this.server = new WitnessServer(
                WitnessOptions.of(words.toArray(String[]::new)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new PrintStream(err, true, UTF_8));
    }

    /** Shows it a log as grown from this size. */
    HttpResponse<String> show(int old, SampleLog log) {
        List<Hash> path = old == 0
                ? List.of()
                : ConsistencyProof.of(old, log.size(), log.tree()).path();
        return send(new AddCheckpoint(old, path, log.signed()).bytes());
    }

    HttpResponse<String> send(byte[] body) {
        return send("POST", "/add-checkpoint", body);
    }

    HttpResponse<String> send(String method, String path, byte[] body) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        try {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .method(method, BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    VerifierKey key() {
        try {
            return VerifierKey.parse(
                    Files.readAllLines(folder.resolve("witness.key")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it kept of the sample log. */
    Path kept() {
        return folder.resolve("trm.example%2Fledger.checkpoint");
    }

    String said() {
        return err.toString(UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
