package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** The log of events as whoever checks it sees it. */
final class SealedLog {
    private static final String CHECKS = "/api/audit/self-checks";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int RECEIPTS = 2_000;
    /** About as long as an event with its metadata. */
    private static final int EVENT_BYTES = 1_000;

    private static final int HASHED = 500_000;

    private final Requests requests;

    SealedLog(Requests requests) {
        this.requests = requests;
    }

    /** How many leaves are signed. */
    private long size() throws IOException {
        try (Client client = requests.client("bg-auditor")) {
            String checkpoint = new String(client.get("/api/log/checkpoint").body(), StandardCharsets.UTF_8);
            return Long.parseLong(checkpoint.split("\n")[1]);
        }
    }

    /** Waits until all that is stored is signed. */
    void awaitAll(Database database) throws IOException, InterruptedException, SQLException {
        long events = events(database);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (size() < events) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + size() + " of " + events + " events were sealed.");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static long events(Database database) throws SQLException {
        try (Connection connection = database.asApplication();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM events.domain_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Everything stored compared with the log: seconds of a million events. */
    double secondsOfAMillionCompared() throws IOException, InterruptedException {
        try (Client auditor = requests.client("bg-auditor")) {
            long begun = System.nanoTime();
            JsonNode check = ofEvents(auditor.post(CHECKS, "").json());
            String one = CHECKS + "/" + check.path("number").asLong();
            while (check.path("state").asString().equals("RUNNING")) {
                TimeUnit.MILLISECONDS.sleep(50);
                check = auditor.get(one).json();
            }
            if (!check.path("state").asString().equals("NOTHING_FOUND")) {
                throw new IllegalStateException("What is stored does not agree with the log: " + check);
            }
            return (System.nanoTime() - begun)
                    / 1e9
                    * 1e6
                    / check.path("leavesAll").asLong();
        }
    }

    private static JsonNode ofEvents(JsonNode begun) {
        return begun.path("items")
                .valueStream()
                .filter(check -> check.path("log").asString().equals("EVENTS"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A comparison is running already: " + begun));
    }

    /** Receipts of leaves here and there. */
    Histogram receipts() throws IOException {
        long size = size();
        Histogram nanos = new Histogram(3);
        try (Client client = requests.client("bg-auditor")) {
            for (int i = 0; i < RECEIPTS; i++) {
                long leaf = ThreadLocalRandom.current().nextLong(size);
                long begun = System.nanoTime();
                client.get("/api/log/proof/" + leaf);
                nanos.recordValue(System.nanoTime() - begun);
            }
        }
        return nanos;
    }

    /** What this machine can hash, on one core: seconds of a million events. */
    static double secondsOfAMillionHashed() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] event = new byte[EVENT_BYTES];
            long begun = System.nanoTime();
            for (int i = 0; i < HASHED; i++) {
                event[i % EVENT_BYTES]++;
                digest.digest(event);
            }
            return (System.nanoTime() - begun) / 1e9 * 1e6 / HASHED;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
