package org.trm.query.person;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeysUnreachable;

/** Down while the keys cannot be used: nothing is sealed or opened then, and a node that cannot is no use to its callers. */
final class KeysHealth implements HealthIndicator {
    /** A device is not to be kept busy by whoever asks how it is. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private final LoadingCache<KeysHealth, Optional<String>> trouble;

    KeysHealth(FileKeyStore keys, ObjectProvider<MeterRegistry> meters) {
        this.trouble = Caffeine.newBuilder().expireAfterWrite(ASKED_EVERY).build(asked -> trouble(keys));
        meters.ifAvailable(registry -> {
            registry.gauge(
                    "trm.keys.reachable",
                    this,
                    health -> health.trouble.get(health).isEmpty() ? 1 : 0);
            FunctionCounter.builder("trm.keys.failures", keys, FileKeyStore::failures)
                    .register(registry);
        });
    }

    private static Optional<String> trouble(FileKeyStore keys) {
        try {
            keys.requireReachable();
            return Optional.empty();
        } catch (KeysUnreachable e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Health health() {
        return trouble.get(this)
                .map(why -> Health.down().withDetail("why", why).build())
                .orElseGet(() -> Health.up().build());
    }
}
