package org.trm.command.timelimits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trm.events.types.TimeLimit;

/**
 * How many time limits run, and for how long the first one that is due has been waiting. Every node tells the same, for all
 * share one table.
 */
@Component
class ClockFigures {
    /** Counting all of them takes a while where there are very many. */
    private static final Duration COUNTED_EVERY = Duration.ofSeconds(15);

    private final LoadingCache<ClockFigures, OpenClocks.Count> count;

    ClockFigures(OpenClocks clocks, Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.count =
                Caffeine.newBuilder().expireAfterWrite(COUNTED_EVERY).build(asked -> clocks.count(clock.instant()));
        meters.ifAvailable(registry -> {
            for (TimeLimit limit : TimeLimit.values()) {
                registry.gauge(
                        "trm.clocks.open",
                        Tags.of("limit", limit.name()),
                        this,
                        figures -> figures.count.get(figures).running().getOrDefault(limit, 0L));
            }
            registry.gauge(
                    "trm.clocks.waiting.seconds",
                    this,
                    figures -> figures.count.get(figures).waiting().toMillis() / 1e3);
        });
    }
}
