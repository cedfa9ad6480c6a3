package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A running server and the small process that keeps it: it stops the server when this process closes its pipe or ends
 * without having done so.
 */
final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The keeper asks the server to end at once after 20 s. */
    private static final Duration KEEPER_PATIENCE = Duration.ofSeconds(30);

    private static final int PAUSE_MILLIS = 100;
    /** The port was taken since we looked; processes of a killed server are still ending. */
    private static final List<String> PASSING = List.of("Address already in use", "is still in use");

    private final Cluster cluster;
    private final Process keeper;
    private final int port;
    private final long pid;

    private Server(Cluster cluster, Process keeper, int port, long pid) {
        this.cluster = cluster;
        this.keeper = keeper;
        this.port = port;
        this.pid = pid;
    }

    /** Starts on a free port of the loopback interface and returns when the server takes connections. */
    static Server start(Cluster cluster) {
        return start(cluster, 0);
    }

    /** Starts once more, at the same port. */
    Server again() {
        return start(cluster, port);
    }

    int port() {
        return port;
    }

    boolean alive() {
        return Leftover.serves(pid, cluster.path());
    }

    /**
     * Returns when the server has ended, though its keeper may have been killed before it.
     *
     * @throws PostgresFailure when it does not end, however it is asked
     */
    void stop() {
        try {
            keeper.getOutputStream().close();
            keeper.waitFor(KEEPER_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Leftover.on(cluster).clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }

    /** @param port 0 for any */
    private static Server start(Cluster cluster, int port) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                Optional<Server> started = attempt(cluster, port == 0 ? freePort() : port);
                if (started.isPresent()) {
                    return started.get();
                }
                String log = Files.readString(cluster.log());
                if (System.nanoTime() > giveUp || PASSING.stream().noneMatch(log::contains)) {
                    throw new PostgresFailure("The database server did not start: " + log.strip());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }

    private static Optional<Server> attempt(Cluster cluster, int port) throws IOException {
        keepFormerLog(cluster.log());
        Process keeper = cluster.programs()
                .prepared(List.of(
                        "/bin/sh",
                        "-c",
                        script(),
                        "keep-server",
                        cluster.programs().bin().toString(),
                        cluster.path().toString(),
                        cluster.log().toString(),
                        Integer.toString(port)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Optional.ofNullable(keeper.inputReader().readLine())
                .map(pid -> new Server(cluster, keeper, port, Long.parseLong(pid)));
    }

    private static void keepFormerLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("keep-server.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
