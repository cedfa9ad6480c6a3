package org.trm.query.audit.check;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.query.audit.sealing.Finding;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;
import org.trm.query.audit.sealing.RecordSource;

/**
 * Compares, on this node and beside everything else, what is stored with its log: a while after the start, from time to time,
 * and when somebody asks for it. One comparison of a log runs at a time, whichever node is at it.
 */
@Component
public class SelfChecks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SelfChecks.class);

    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);
    /** What is found beyond so many says nothing new. */
    private static final int MOST_FINDINGS = 1_000;
    /** There may be many in time; those of one case are told with its leaves. */
    private static final int MOST_REDACTIONS = 100;

    private final List<RecordSource> sources;
    private final LogTables tables;
    private final SelfCheckTable checks;
    private final Clock clock;
    private final Duration after;
    private final Duration every;
    private final boolean processors;
    private ScheduledExecutorService thread;

    /**
     * @param after the start, for the first one
     * @param every so often, for the others
     * @param processors whether this node does anything by itself
     */
    SelfChecks(
            List<RecordSource> sources,
            LogTables tables,
            SelfCheckTable checks,
            Clock clock,
            ObjectProvider<MeterRegistry> meters,
            @Value("${trm.log.check-after:PT30S}") Duration after,
            @Value("${trm.log.check-every:P1D}") Duration every,
            @Value("${trm.processors:true}") boolean processors) {
        this.sources = sources;
        this.tables = tables;
        this.checks = checks;
        this.clock = clock;
        this.after = after;
        this.every = every;
        this.processors = processors;
        sources.forEach(source -> meters.ifAvailable(registry -> registry.gauge(
                "trm.log.findings",
                Tags.of("log", source.log().key()),
                this,
                all -> all.findings(source.log()).size())));
    }

    /** What the last comparison of a log found that came to its end. */
    List<Finding> findings(LogName log) {
        return checks.lastEnded(log).map(SelfCheck::findings).orElse(List.of());
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "self-check");
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
        });
        if (processors) {
            thread.scheduleWithFixedDelay(
                    () -> sources.forEach(this::byItself), after.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void byItself(RecordSource source) {
        try {
            begun(source).ifPresent(number -> run(source, number));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The log of {} could not be compared with what is stored.",
                    source.log().key(),
                    e);
        }
    }

    /**
     * Begins to compare every log and returns at once.
     *
     * @return the numbers of the comparisons that begin now
     */
    List<Long> begin() {
        List<Long> numbers = new ArrayList<>();
        for (RecordSource source : sources) {
            begun(source).ifPresent(number -> {
                numbers.add(number);
                thread.execute(() -> run(source, number));
            });
        }
        return numbers;
    }

    private Optional<Long> begun(RecordSource source) {
        return checks.begin(source.log(), tables.size(source.log()), clock.instant());
    }

    private void run(RecordSource source, long number) {
        Noting noting = new Noting(number);
        try {
            long size = tables.size(source.log());
            new Comparison(source, tables, size, noting::found, noting::at).run();
            checks.progress(number, size, clock.instant());
            checks.end(number, null, noting.redacted, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The log of {} could not be compared with what is stored.",
                    source.log().key(),
                    e);
            checks.end(
                    number,
                    Thread.currentThread().isInterrupted() ? SelfCheckTable.STOPPED : e.toString(),
                    noting.redacted,
                    clock.instant());
        }
    }

    /** Notes what one finds, and how far it has come: that not too often. */
    private final class Noting {
        private final long number;
        private Instant last = Instant.MIN;
        private int contradictions;
        private long redacted;

        private Noting(long number) {
            this.number = number;
        }

        private void found(Finding finding) {
            if (finding.contradicts()) {
                contradictions++;
                if (contradictions <= MOST_FINDINGS) {
                    LOG.error("ALARM: {}", finding.sentence());
                    add(finding);
                }
            } else {
                redacted++;
                if (redacted <= MOST_REDACTIONS) {
                    add(finding);
                }
            }
        }

        private void add(Finding finding) {
            int which = contradictions + (int) Math.min(redacted, MOST_REDACTIONS);
            checks.add(number, which, finding);
        }

        private void at(long done) {
            Instant now = clock.instant();
            if (now.isAfter(last.plus(NOTED_EVERY))) {
                last = now;
                checks.progress(number, done, now);
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            try {
                thread.awaitTermination(5, TimeUnit.SECONDS);
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
