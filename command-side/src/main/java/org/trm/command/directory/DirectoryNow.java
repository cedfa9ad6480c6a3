package org.trm.command.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Directory;
import org.trm.events.DirectoryEvent;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.Upcasters;

/**
 * The directory as it stands: folded from its events, which are few, into a picture that acts read from memory. Another
 * node's publication is seen within a second.
 */
@Component
class DirectoryNow implements Directory, SmartLifecycle {
    /** Counted, because events may become visible in another order than that of their indexes. */
    private static final String COUNT = "SELECT count(*) FROM events.domain_event WHERE type <> 'Case'";

    private static final String EVENTS = """
            SELECT aggregate_identifier, payload_type, payload_revision, payload FROM events.domain_event
            WHERE type <> 'Case' ORDER BY global_index""";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryNow.class);

    private final JdbcClient database;
    private final EventSerializer serializer;
    private volatile ScheduledExecutorService watch;
    private volatile Picture picture = new Picture(0, Map.of());
    private volatile boolean running;

    DirectoryNow(JdbcClient database, EventSerializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    private record Picture(long events, Map<String, DirectoryEntry> entries) {}

    /** Looks again; at once after a publication in this process. */
    synchronized void refresh() {
        long events = database.sql(COUNT).query(Long.class).single();
        if (events != picture.events) {
            Map<String, DirectoryEntry> entries = new HashMap<>();
            AtomicLong folded = new AtomicLong();
            database.sql(EVENTS).query(row -> {
                folded.incrementAndGet();
                String entry = row.getString("aggregate_identifier");
                Upcasters.today(
                                serializer,
                                row.getString("payload_type"),
                                row.getString("payload_revision"),
                                row.getBytes("payload"))
                        .map(DirectoryEvent.class::cast)
                        .forEach(event -> entries.merge(
                                entry, DirectoryEntry.NONE.after(event), (before, first) -> before.after(event)));
            });
            picture = new Picture(folded.get(), Map.copyOf(entries));
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

    private Optional<DirectoryEntry> entry(CountryCode country) {
        return Optional.ofNullable(picture.entries.get(DirectoryCommand.entryOf(country)));
    }

    @Override
    public Optional<Mechanism> mechanism(CountryCode country) {
        return entry(country).map(DirectoryEntry::mechanism);
    }

    @Override
    public boolean hasProcedure(CountryCode country) {
        return entry(country).filter(e -> e.procedure() != null).isPresent();
    }

    @Override
    public boolean takesReferrals(CountryCode country) {
        return entry(country)
                .filter(e -> e.mechanism() != null && e.procedure() != null && !e.paused())
                .isPresent();
    }

    @Override
    public InForce procedure(CountryCode country) {
        return entry(country)
                .filter(e -> e.procedure() != null)
                .map(e -> new InForce(new ProcedureVersion(country, e.procedureVersion()), e.procedure()))
                .orElseThrow(() -> new NoSuchElementException(country + " has published no procedure"));
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
