package org.trm.query.audit.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.trm.events.wiring.CommitSignal;

/**
 * Lets the logs grow for as long as the process runs: a moment after each commit, and by looking once a second. Several nodes
 * may do so, each in its turn. When what is stored contradicts what was sealed, nothing is signed for as long as it does.
 */
@Component
public class Sealing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final List<RecordSource> sources;
    private final LogTables tables;
    private final LogKeys keys;
    private final CopyOutside outside;
    private final TransactionOperations transaction;
    private final CommitSignal signal;
    private final Clock clock;
    private final String origin;
    private final Duration pace;
    private final boolean seals;
    private final Map<LogName, Growing> growing = new ConcurrentHashMap<>();
    private final Map<LogName, Sealer> sealers = new EnumMap<>(LogName.class);
    private final Semaphore news = new Semaphore(0);
    private Thread thread;

    /**
     * @param origin the name of the log of events, as {@code trm.log.origin} says; empty for one of chance
     * @param pace the least time between two rounds: what comes meanwhile is sealed together
     * @param processors whether this node does anything by itself
     */
    Sealing(
            List<RecordSource> sources,
            LogTables tables,
            LogKeys keys,
            CopyOutside outside,
            TransactionOperations transaction,
            CommitSignal signal,
            Clock clock,
            ObjectProvider<MeterRegistry> meters,
            @Value("${trm.log.origin:}") String origin,
            @Value("${trm.log.pace:PT0.2S}") Duration pace,
            @Value("${trm.processors:true}") boolean processors) {
        this.sources = sources;
        this.tables = tables;
        this.keys = keys;
        this.outside = outside;
        this.transaction = transaction;
        this.signal = signal;
        this.clock = clock;
        this.origin = origin;
        this.pace = pace;
        this.seals = processors;
        sources.forEach(source -> meters.ifAvailable(registry -> meter(registry, source.log())));
    }

    private void meter(MeterRegistry registry, LogName log) {
        registry.gauge("trm.log.pending", Tags.of("log", log.key()), tables, all -> all.pending(log));
        registry.gauge(
                "trm.log.waiting.seconds",
                Tags.of("log", log.key()),
                this,
                sealing -> sealing.growing(log).waited(clock.instant()).toMillis() / 1e3);
        registry.gauge(
                "trm.log.stopped",
                Tags.of("log", log.key()),
                this,
                sealing -> sealing.growing(log).stopped() ? 1 : 0);
    }

    /** How it goes. */
    public Growing growing(LogName log) {
        return growing.getOrDefault(log, Growing.WELL);
    }

    @Override
    public synchronized void start() {
        if (!seals) {
            return;
        }
        signal.onCommit(news::release);
        thread = new Thread(this::run, "sealer");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean more = false;
                for (RecordSource source : sources) {
                    more |= round(source);
                }
                if (!more) {
                    news.tryAcquire(AT_LEAST.toMillis(), TimeUnit.MILLISECONDS);
                    Thread.sleep(pace.toMillis());
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether more may wait. */
    private boolean round(RecordSource source) {
        LogName log = source.log();
        Growing before = growing(log);
        if (before.rests(clock.instant())) {
            return false;
        }
        try {
            boolean more = sealer(source).round();
            growing.put(log, more ? Growing.slowly(before, clock.instant()) : Growing.WELL);
            if (before.stopped()) {
                LOG.warn("The log of {} is signed again.", log.key());
            }
            return more;
        } catch (RuntimeException e) {
            Growing after = Growing.failing(before, clock.instant(), e);
            growing.put(log, after);
            tell(log, before, after, e);
            return false;
        }
    }

    private static void tell(LogName log, Growing before, Growing after, RuntimeException failure) {
        if (after.stopped() && !before.stopped()) {
            LOG.error("ALARM: the log of {} is not signed any more. {}", log.key(), failure.getMessage());
        } else if (before.trouble() == null && !Thread.currentThread().isInterrupted()) {
            LOG.warn("The log of {} could not be sealed; trying again.", log.key(), failure);
        }
    }

    private Sealer sealer(RecordSource source) {
        Sealer known = sealers.get(source.log());
        if (known != null) {
            return known;
        }
        Sealer begun = begin(source);
        begun.requireContinues();
        sealers.put(source.log(), begun);
        return begun;
    }

    private Sealer begin(RecordSource source) {
        LogName log = source.log();
        // Of nodes that begin at once each has a name of its own choice, and that of the first one counts.
        tables.begin(LogName.EVENTS, name());
        String name = name() + log.path();
        tables.begin(log, name);
        String begun = tables.origin(log).orElseThrow();
        if (!begun.equals(name)) {
            throw new Contradiction("The log of " + log.key() + " began as " + begun + ", and cannot go on as " + name
                    + ": set trm.log.origin to what it was.");
        }
        keys.begin(log, name);
        return new Sealer(source, tables, outside, name, keys, transaction, clock);
    }

    /** Of the log of events: as it is called, or else as it began, or else by chance. */
    private String name() {
        return origin.isEmpty()
                ? tables.origin(LogName.EVENTS)
                        .orElseGet(() -> "trm.invalid/"
                                + HexFormat.of()
                                        .toHexDigits(ThreadLocalRandom.current().nextLong()))
                : origin;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** As the views: there from before the first reader until after the last one. */
    @Override
    public int getPhase() {
        return 0;
    }
}
