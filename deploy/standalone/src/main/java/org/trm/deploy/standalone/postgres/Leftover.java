package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a killed predecessor may have left on a cluster: a server that runs, or a pid file of one that does not. */
record Leftover(Cluster cluster) {

    static Leftover on(Cluster cluster) {
        return new Leftover(cluster);
    }

    /** Afterwards no server runs on the cluster and no pid file hinders the next. */
    void clear() throws IOException {
        Path file = cluster.path().resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        if (!lines.isEmpty() && serves(Long.parseLong(lines.get(0).strip()), cluster.path())) {
            stop();
        }
        // A number can be another process's by now, for which the server would refuse to start. That it is not
        // another server's is sure even so: a server also holds shared memory under the folder's own number.
        Files.deleteIfExists(file);
    }

    /** Whether this process is a server on this cluster (and not a dead one, or one that got its number). */
    static boolean serves(long pid, Path cluster) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().arguments())
                .filter(arguments -> List.of(arguments).contains(cluster.toString()))
                .isPresent();
    }

    private void stop() {
        String pgdata = "--pgdata=" + cluster.path();
        try {
            cluster.programs().run("", "pg_ctl", "stop", pgdata, "--mode=fast", "--timeout=20");
        } catch (PostgresFailure slow) {
            cluster.programs().run("", "pg_ctl", "stop", pgdata, "--mode=immediate");
        }
    }
}
