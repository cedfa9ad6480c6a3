package org.trm.command.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.PastDirectory;
import org.trm.events.DirectoryEvent;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.Upcasters;

/**
 * The directory as it stands, and as it stood: folded from its events, which are few, into pictures that acts read from
 * memory. Another node's publication is seen within a second.
 */
@Component
class DirectoryNow implements Directory, PastDirectory, SmartLifecycle {
    /** Counted, because events may become visible in another order than that of their indexes. */
    private static final String COUNT = "SELECT count(*) FROM events.domain_event WHERE type <> 'Case'";

    private static final String EVENTS = """
            SELECT aggregate_identifier, time_stamp, payload_type, payload_revision, payload FROM events.domain_event
            WHERE type <> 'Case' ORDER BY global_index""";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryNow.class);

    private final JdbcClient database;
    private final EventSerializer serializer;
    private volatile ScheduledExecutorService watch;
    private volatile DirectoryHistory history = new DirectoryHistory();
    private volatile boolean running;

    DirectoryNow(JdbcClient database, EventSerializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    /** Looks again; at once after a publication in this process. */
    synchronized void refresh() {
        long events = database.sql(COUNT).query(Long.class).single();
        if (events != history.events()) {
            DirectoryHistory read = new DirectoryHistory();
            database.sql(EVENTS).query(row -> {
                read.counted();
                String stream = row.getString("aggregate_identifier");
                Instant at = Instant.parse(row.getString("time_stamp"));
                Upcasters.today(
                                serializer,
                                row.getString("payload_type"),
                                row.getString("payload_revision"),
                                row.getBytes("payload"))
                        .map(DirectoryEvent.class::cast)
                        .forEach(event -> read.add(stream, event, at));
            });
            history = read;
        }
    }

    /** A watch that failed once would never look again. */
    void look() {
        try {
            refresh();
        } catch (RuntimeException | Error e) {
            LOG.warn("The directory could not be looked at; what was known of it stays in use", e);
        }
    }

    @Override
    public Optional<Mechanism> mechanism(CountryCode country) {
        return history.latest().mechanism(country);
    }

    @Override
    public boolean hasProcedure(CountryCode country) {
        return history.latest().hasProcedure(country);
    }

    @Override
    public boolean takesReferrals(CountryCode country) {
        return history.latest().takesReferrals(country);
    }

    @Override
    public InForce procedure(CountryCode country) {
        return history.latest().procedure(country);
    }

    @Override
    public Directory at(Instant moment) {
        return history.at(moment);
    }

    @Override
    public Optional<InForce> published(ProcedureVersion version) {
        return history.published(version);
    }

    @Override
    public void start() {
        refresh();
        watch = Executors.newSingleThreadScheduledExecutor(DirectoryNow::watcher);
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        running = true;
    }

    private static Thread watcher(Runnable task) {
        Thread thread = new Thread(task, "directory");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void stop() {
        watch.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the port opens: the first act may need it. */
    @Override
    public int getPhase() {
        return DirectorySeed.PHASE - 1;
    }
}
