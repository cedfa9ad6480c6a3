package org.trm.command.keys.replacement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.KeyReplacement;

/** Looks whether keys are being replaced, whoever began it, and goes on with it until none is. */
@Component
class KeyWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final int STOP_SECONDS = 10;

    /** Every key is read in a pass, and one that could not be is not mended within seconds. */
    private static final Duration AFTER_UNREADABLE = Duration.ofMinutes(10);

    private final KeyReplacement replacement;
    private final ReplacedCountryKeys countries;
    private final Clock clock;
    private final Duration lookEvery;
    private ScheduledExecutorService watch;
    private volatile boolean running;
    private List<String> unreadable = List.of();
    private Instant lookAtRootAgain = Instant.MIN;

    KeyWatch(
            KeyReplacement replacement,
            ReplacedCountryKeys countries,
            Clock clock,
            @Value("${trm.keys.look-every:PT10S}") Duration lookEvery) {
        this.replacement = replacement;
        this.countries = countries;
        this.clock = clock;
        this.lookEvery = lookEvery;
    }

    /** Looks at once, and does not wait for what comes of it; while it is stopped, at the next start. */
    synchronized void lookNow() {
        if (running) {
            watch.execute(() -> {
                lookAtRootAgain = Instant.MIN;
                look();
            });
        }
    }

    /** A look that failed, for whatever reason, is followed by the next one: each begins where the last one ended. */
    private void look() {
        try {
            countries.goOn(() -> running);
            replaceRoot();
        } catch (RuntimeException | Error e) {
            LOG.warn("Keys could not be replaced; looking again in {}: {}", lookEvery, e.toString());
        }
    }

    private void replaceRoot() {
        if (clock.instant().isBefore(lookAtRootAgain) || replacement.roots().size() < 2) {
            return;
        }
        List<String> left = replacement.replaceRoot();
        if (left.isEmpty()) {
            LOG.info(
                    "Every key is kept under root key {}, and the ones before it were destroyed.", replacement.roots());
        } else if (!left.equals(unreadable)) {
            LOG.error("{} keys cannot be read, and the root key before is kept for them: {}", left.size(), left);
        }
        unreadable = left;
        lookAtRootAgain = left.isEmpty() ? Instant.MIN : clock.instant().plus(AFTER_UNREADABLE);
    }

    @Override
    public synchronized void start() {
        running = true;
        watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "key-watch"));
        watch.scheduleWithFixedDelay(this::look, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        running = false;
        watch.shutdown();
        try {
            watch.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
