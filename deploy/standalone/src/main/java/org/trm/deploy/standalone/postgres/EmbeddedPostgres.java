package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL that keeps its data in a folder. One process at a time uses a folder; whatever a killed
 * predecessor left behind is cleared away first. Should the server die while in use, it is started again at the same
 * address; acknowledged transactions are there.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long WATCH_MILLIS = 250;

    private final DataFolder folder;
    private final Cluster cluster;
    private final Passwords passwords;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(EmbeddedPostgres::daemon);
    private Server server;

    private EmbeddedPostgres(DataFolder folder) throws IOException {
        this.folder = folder;
        passwords = Passwords.keptIn(folder);
        cluster = Cluster.in(folder, Programs.in(folder), passwords);
        server = Server.start(cluster);
        watch.scheduleWithFixedDelay(this::restartIfDead, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts the server of this folder; on an empty or missing folder it first makes the database and its roles.
     *
     * @throws PostgresFailure if it cannot: another process uses the folder, it belongs to another user, it was written
     *     by another major version of PostgreSQL, no unprivileged user may enter it
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            return new EmbeddedPostgres(folder);
        } catch (IOException | UncheckedIOException e) {
            folder.close();
            throw folder.unusable(e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The application's own role: reads and writes, owns no event. */
    public ConnectionSettings app() {
        return new ConnectionSettings(url(), "trm_app", passwords.app());
    }

    /** The role that owns the schemas and runs the migrations. */
    public ConnectionSettings owner() {
        return new ConnectionSettings(url(), "trm_owner", passwords.owner());
    }

    /** Stops the server and lets go of the folder. May be called again. */
    @Override
    public void close() {
        watch.shutdown();
        synchronized (this) {
            server.stop();
            folder.close();
        }
    }

    private synchronized String url() {
        // Nothing leaves the machine, so the driver need not ask for encryption first.
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/trm?sslmode=disable";
    }

    private synchronized void restartIfDead() {
        if (watch.isShutdown() || server.alive()) {
            return;
        }
        LOG.warn("The database server ended unexpectedly and is started again");
        try {
            server.stop();
            server = server.again();
        } catch (RuntimeException e) {
            LOG.error("The database server could not be started again, next attempt follows", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "postgres-watch");
        thread.setDaemon(true);
        return thread;
    }
}
