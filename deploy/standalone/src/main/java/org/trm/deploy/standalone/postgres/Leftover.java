package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a killed predecessor may have left on a cluster: a server that runs, or a pid file of one that does not. */
record Leftover(Cluster cluster) {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    static Leftover on(Cluster cluster) {
        return new Leftover(cluster);
    }

    /** Afterwards no server runs on the cluster and no pid file hinders the next. */
    void clear() throws IOException {
        Path file = cluster.path().resolve("postmaster.pid");
        pid(file).ifPresent(this::end);
        // A number can be another process's by now, for which the server would refuse to start. That it is not
        // another server's is sure even so: a server also holds shared memory under the folder's own number.
        Files.deleteIfExists(file);
    }

    /** Nothing when there is no file, or one that was torn when the machine died: it names nobody. */
    private static Optional<Long> pid(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(number -> number.matches("\\d{1,9}"))
                    .map(Long::valueOf);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether this process is a server on this cluster (and not a dead one, or one that got its number). */
    static boolean serves(long pid, Path cluster) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().arguments())
                .filter(arguments -> List.of(arguments).contains(cluster.toString()))
                .isPresent();
    }

    /** Its keeper may be ending it too, so that a stop that fails may come from a server that is no more. */
    private void end(long pid) {
        for (String mode : List.of("fast", "immediate")) {
            if (serves(pid, cluster.path())) {
                tryToStop(mode);
            }
        }
        if (serves(pid, cluster.path())) {
            throw new PostgresFailure("A database server that a killed process left behind does not end: end process "
                    + pid + ", and start again.");
        }
    }

    private void tryToStop(String mode) {
        try {
            cluster.programs()
                    .run("", "pg_ctl", "stop", "--pgdata=" + cluster.path(), "--mode=" + mode, "--timeout=20");
        } catch (PostgresFailure slow) {
            LOG.warn("The database server could not be stopped in mode {}: {}", mode, slow.getMessage());
        }
    }
}
