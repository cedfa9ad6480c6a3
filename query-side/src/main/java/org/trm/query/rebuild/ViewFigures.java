package org.trm.query.rebuild;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trm.query.view.CaseView;

/** How far behind each view is, as figures; looked at only when somebody asks, and not more often than it changes. */
@Component
class ViewFigures {
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(5);

    private final LoadingCache<ViewFigures, Map<String, ProjectionStatus>> standing;

    ViewFigures(Watch watch, List<CaseView<?>> views, ObjectProvider<MeterRegistry> meters) {
        this.standing = Caffeine.newBuilder()
                .expireAfterWrite(LOOKED_EVERY)
                .build(asked ->
                        watch.all().stream().collect(Collectors.toMap(ProjectionStatus::name, Function.identity())));
        meters.ifAvailable(registry -> views.forEach(view -> {
            meter(registry, view, "trm.view.lag.events", ProjectionStatus::lagEvents);
            meter(registry, view, "trm.view.lag.seconds", ProjectionStatus::lagSeconds);
            meter(registry, view, "trm.view.stopped", status -> status.failure() == null ? 0 : 1);
        }));
    }

    /** Not a number while there is nothing of the view that could be read. */
    private void meter(
            MeterRegistry registry, CaseView<?> view, String name, ToDoubleFunction<ProjectionStatus> figure) {
        registry.gauge(name, Tags.of("view", view.name()), this, figures -> {
            ProjectionStatus status = figures.standing.get(figures).get(view.name());
            return status == null ? Double.NaN : figure.applyAsDouble(status);
        });
    }
}
