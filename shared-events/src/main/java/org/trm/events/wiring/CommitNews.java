package org.trm.events.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the news of a commit between processes that share a database, by PostgreSQL's NOTIFY and without a word of what
 * was committed. PostgreSQL lets only one transaction at a time commit that notifies, so that none of those that record
 * does: the news follows a moment later by a connection of its own, once for all that was committed meanwhile. News may
 * be lost or late, for everybody who waits for it looks by himself too.
 */
public final class CommitNews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitNews.class);

    private static final String CHANNEL = "trm_events";
    /** So many times a second at most the news goes out. */
    private static final Duration APART = Duration.ofMillis(5);
    /** How long it may be quiet before we ask whether anybody is still there. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final DataSource connections;
    private final CommitSignal signal;
    private final Semaphore unannounced = new Semaphore(0);
    private final Thread announcer = new Thread(() -> keepDoing(this::announce, "leaves"), "commit-announcer");
    private final Thread listener = new Thread(() -> keepDoing(this::listen, "reaches"), "commit-listener");
    private volatile Connection announcing;
    private volatile Connection listening;
    /** By this number PostgreSQL calls our own announcer, whose news this process knew first. */
    private volatile int self;

    private volatile boolean closed;

    /** @param connections not of a pool: up to two are kept for as long as the process runs */
    CommitNews(DataSource connections, CommitSignal signal) {
        this.connections = connections;
        this.signal = signal;
        announcer.setDaemon(true);
        listener.setDaemon(true);
    }

    /**
     * To and from the database at this address.
     *
     * @param user empty or null, as the password then, when the address says it
     */
    public static CommitNews of(String url, String user, String password, CommitSignal signal) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        if (user != null && !user.isEmpty()) {
            database.setUser(user);
            database.setPassword(password);
        }
        database.setApplicationName("trm commit news");
        database.setTcpKeepAlive(true);
        return new CommitNews(database, signal);
    }

    public void start() {
        signal.onOwnCommit(unannounced::release);
        announcer.start();
        listener.start();
    }

    private void announce() throws SQLException, InterruptedException {
        unannounced.acquire();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            announcing = connection;
            self = connection.unwrap(PGConnection.class).getBackendPID();
            while (!closed) {
                unannounced.drainPermits();
                statement.execute("NOTIFY " + CHANNEL);
                Thread.sleep(APART.toMillis());
                unannounced.acquire();
            }
        } catch (SQLException e) {
            unannounced.release();
            throw e;
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            listening = connection;
            statement.execute("LISTEN " + CHANNEL);
            // What was committed while nobody listened is news as well.
            signal.committedElsewhere();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] news = postgres.getNotifications((int) QUIET.toMillis());
                if (news == null || news.length == 0) {
                    statement.execute("SELECT 1");
                } else if (Arrays.stream(news).anyMatch(one -> one.getPID() != self)) {
                    signal.committedElsewhere();
                }
            }
        }
    }

    /** Again and again until closed, after a while that grows as long as it fails. */
    private void keepDoing(Task task, String what) {
        long wait = FIRST_RETRY.toMillis();
        try {
            while (!closed) {
                long begun = System.nanoTime();
                try {
                    task.run();
                } catch (SQLException e) {
                    if (!closed) {
                        LOG.warn(
                                "No news of commits {} this process: it is found by looking. ({})",
                                what,
                                e.getMessage());
                    }
                }
                boolean worked = System.nanoTime() - begun > LAST_RETRY.toNanos();
                wait = worked ? FIRST_RETRY.toMillis() : Math.min(2 * wait, LAST_RETRY.toMillis());
                Thread.sleep(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Task {
        void run() throws SQLException, InterruptedException;
    }

    @Override
    public void close() {
        closed = true;
        announcer.interrupt();
        listener.interrupt();
        abort(announcing);
        abort(listening);
    }

    /** The listener waits in a read that only the end of its connection ends. */
    private static void abort(Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("A connection for news of commits was gone already", e);
        }
    }
}
