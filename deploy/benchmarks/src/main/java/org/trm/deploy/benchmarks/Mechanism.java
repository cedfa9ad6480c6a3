package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.wiring.EventCodes;

/** A mechanism that answers: one that ran already, or a process of our own that ends with us. */
final class Mechanism implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOK_EVERY_MILLIS = 100;
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final URI base;
    private final Processors processors;
    private final Database database;
    private final Path data;
    private final Process process;

    private Mechanism(URI base, long pid, Path data, Process process) {
        this.base = base;
        this.database = Database.in(data);
        this.data = data;
        this.processors = new Processors(pid, database.postmaster());
        this.process = process;
    }

    /** @param pid 0 when unknown */
    static Mechanism at(URI base, long pid, Path data) {
        return new Mechanism(base, pid, data, null);
    }

    /** Starts the standalone form with demo logins on a free port and returns when it is ready. */
    static Mechanism started(Path jar, Path data, String... settings) throws IOException, InterruptedException {
        Path log = data.resolveSibling("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "start",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--demo-logins"));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        String port = port(process, log);
        return new Mechanism(URI.create("http://127.0.0.1:" + port), process.pid(), data, process);
    }

    private static String port(Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            String said = Files.readString(log);
            Matcher port = PORT.matcher(said);
            if (said.contains("Started StandaloneApplication") && port.find()) {
                return port.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        process.destroy();
        throw new IllegalStateException("The mechanism did not start:\n" + Files.readString(log));
    }

    URI base() {
        return base;
    }

    Processors processors() {
        return processors;
    }

    Database database() {
        return database;
    }

    /** By which it knows its events, as whoever may read its data folder makes them. */
    EventCodes codes() {
        return new EventCodes(
                FileKeyStore.in(data.resolve("keys"), data.resolveSibling(data.getFileName() + "-erased")));
    }

    /** Ends a process of our own, and its database with it. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For a data folder that is thrown away: the database may run as another user, who must be able to pass through. */
    static Path emptyFolder() {
        try {
            Path folder = Files.createTempDirectory("trm-benchmark.");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            Path data = Files.createDirectory(folder.resolve("data"));
            // As many connections as there are clients, for the limit, beside those of the mechanism.
            Files.writeString(data.resolve("postgresql.conf"), "max_connections = 120\n");
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
