package org.trm.query.casestatus;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.query.view.Generations;

/**
 * How many cases there are and how many of them are overdue, by stage and of all countries together: no figure is of one
 * country. Every node tells the same.
 */
@Component
class StatusFigures {
    /** Counting all of them takes a while where there are very many. */
    private static final Duration COUNTED_EVERY = Duration.ofSeconds(30);

    private static final String COUNT = """
            SELECT stage, count(*), count(*) FILTER (WHERE due <= ?)
              FROM ${schema}.case_party
             WHERE country = responsible_country
             GROUP BY stage
            """;

    private record Count(long all, long overdue) {
        private static final Count NONE = new Count(0, 0);
    }

    private final LoadingCache<StatusFigures, Map<Stage, Count>> count;

    StatusFigures(Generations generations, JdbcClient jdbc, Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.count =
                Caffeine.newBuilder().expireAfterWrite(COUNTED_EVERY).build(asked -> count(generations, jdbc, clock));
        meters.ifAvailable(registry -> {
            for (Stage stage : Stage.values()) {
                Tags tags = Tags.of("stage", stage.name());
                registry.gauge("trm.cases", tags, this, all -> all.of(stage).all());
                registry.gauge(
                        "trm.cases.overdue", tags, this, all -> all.of(stage).overdue());
            }
        });
    }

    private Count of(Stage stage) {
        return count.get(this).getOrDefault(stage, Count.NONE);
    }

    private static Map<Stage, Count> count(Generations generations, JdbcClient jdbc, Clock clock) {
        Map<Stage, Count> counted = new EnumMap<>(Stage.class);
        jdbc.sql(generations.current(StatusView.NAME).in(COUNT))
                .param(Timestamp.from(clock.instant()))
                .query(row -> {
                    counted.put(Stage.valueOf(row.getString(1)), new Count(row.getLong(2), row.getLong(3)));
                });
        return counted;
    }
}
