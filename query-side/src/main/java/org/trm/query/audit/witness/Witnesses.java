package org.trm.query.audit.witness;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.trm.query.audit.sealing.Cosignatures;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;

/** Shows every witness each log once a second, apart from the sealing, which waits for nobody. */
@Component
class Witnesses implements SmartLifecycle {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final List<Testimony> testimonies;
    private final LogTables tables;
    private final int witnesses;
    private final boolean asks;
    private ScheduledExecutorService threads;

    /**
     * @param silence how long a checkpoint may wait for a witness
     * @param processors whether this node does anything by itself
     */
    Witnesses(
            Environment environment,
            LogTables tables,
            Cosignatures cosignatures,
            Clock clock,
            ObjectProvider<MeterRegistry> meters,
            @Value("${trm.log.witness-silence:PT10M}") Duration silence,
            @Value("${trm.processors:true}") boolean processors) {
        List<KnownWitness> known = KnownWitness.in(environment);
        this.tables = tables;
        this.witnesses = known.size();
        this.asks = processors && !known.isEmpty();
        this.testimonies = known.stream()
                .flatMap(witness -> {
                    WitnessClient client = new WitnessClient(witness.url(), ANSWER);
                    return Arrays.stream(LogName.values()).map(log -> {
                        Inquiry inquiry = new Inquiry(witness, log, tables, cosignatures, client);
                        return new Testimony(witness, log, inquiry, cosignatures, clock, silence);
                    });
                })
                .toList();
        meters.ifAvailable(registry -> testimonies.forEach(testimony -> meter(registry, testimony, clock)));
    }

    private static void meter(MeterRegistry registry, Testimony testimony, Clock clock) {
        Tags tags = Tags.of(
                "log",
                testimony.log().key(),
                "witness",
                testimony.witness().key().name());
        registry.gauge(
                "trm.log.witness.waiting.seconds",
                tags,
                testimony,
                of -> of.waiting()
                        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1e3)
                        .orElse(0.0));
        registry.gauge("trm.log.witness.disagrees", tags, testimony, of -> of.contradicts() ? 1 : 0);
    }

    /** Every witness, for each log that has begun. */
    List<WitnessStanding> standings() {
        return testimonies.stream()
                .flatMap(testimony -> tables.origin(testimony.log()).map(testimony::standing).stream())
                .toList();
    }

    @Override
    public synchronized void start() {
        if (!asks) {
            return;
        }
        threads = Executors.newScheduledThreadPool(witnesses, task -> {
            Thread made = new Thread(task, "witness");
            made.setDaemon(true);
            return made;
        });
        testimonies.forEach(testimony -> threads.scheduleWithFixedDelay(
                testimony::ask, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public synchronized void stop() {
        if (threads != null) {
            threads.shutdownNow();
            try {
                threads.awaitTermination(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    /** As the sealing. */
    @Override
    public int getPhase() {
        return 0;
    }
}
