package org.trm.query.rebuild;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.trm.query.view.CaseView;
import org.trm.query.view.Generations;
import org.trm.query.view.NotYetFilled;

/**
 * Out of service, after a start, until every view can be read and has caught up. A node that once had is not taken out again
 * for being late: all would be late at once, and a late answer, which says so, is better than none.
 */
@Component("views")
class ViewsHealth implements HealthIndicator {
    private final Watch watch;
    private final Generations generations;
    private final List<CaseView<?>> views;
    private final Duration behind;
    private volatile boolean caughtUp;

    /** @param behind how late a view may be of a node that is ready */
    ViewsHealth(
            Watch watch,
            Generations generations,
            List<CaseView<?>> views,
            @Value("${trm.ready.behind:PT10S}") Duration behind) {
        this.watch = watch;
        this.generations = generations;
        this.views = views;
        this.behind = behind;
    }

    @Override
    public Health health() {
        if (!caughtUp) {
            List<String> late = late();
            if (!late.isEmpty()) {
                return Health.outOfService().withDetail("late", late).build();
            }
            caughtUp = true;
        }
        return Health.up().build();
    }

    private List<String> late() {
        List<ProjectionStatus> known = watch.all();
        return views.stream()
                .map(CaseView::name)
                .filter(view -> !isFilled(view)
                        || known.stream()
                                .noneMatch(status ->
                                        status.name().equals(view) && status.lagSeconds() <= behind.toMillis() / 1e3))
                .toList();
    }

    private boolean isFilled(String view) {
        try {
            generations.current(view);
            return true;
        } catch (NotYetFilled e) {
            return false;
        }
    }
}
