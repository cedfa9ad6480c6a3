package org.trm.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.Projections;
import org.trm.query.projection.Upkeep;
import org.trm.query.view.CaseView;
import org.trm.query.web.QueryProblem;

/**
 * Has views built that a new release lays out anew, or has first, beside those that nodes of the release before go on
 * reading: one after the other, by whichever node comes first.
 */
@Component
class Provision implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Provision.class);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Projections projections;
    private final GenerationTable generations;
    private final Rebuild rebuild;
    private ScheduledExecutorService watch;

    Provision(Projections projections, GenerationTable generations, Rebuild rebuild) {
        this.projections = projections;
        this.generations = generations;
        this.rebuild = rebuild;
    }

    private void look() {
        try {
            List<CaseView<?>> missing = projections.views().stream()
                    .filter(view -> generations.current(view).isEmpty())
                    .toList();
            if (missing.stream().noneMatch(view -> is(view, Provision::inTheMaking))) {
                missing.stream()
                        .filter(view -> generations.latest(view.name()).isEmpty() || is(view, Provision::toBeFollowed))
                        .findFirst()
                        .ifPresent(this::build);
            }
        } catch (RuntimeException e) {
            LOG.warn("It could not be seen which views are to be built; trying again in a second.", e);
        }
    }

    private boolean is(CaseView<?> view, Predicate<Generation> so) {
        return generations.latest(view.name()).filter(so).isPresent();
    }

    private static boolean inTheMaking(Generation latest) {
        return latest.state().isInTheMaking();
    }

    /** Whether another one is to be built after the latest. What an operator has cancelled waits for her. */
    private static boolean toBeFollowed(Generation latest) {
        return switch (latest.state()) {
            case RETIRED -> true;
            case FAILED ->
                Upkeep.STOPPED.equals(latest.failure())
                        || latest.changedAt().plus(RETRY).isBefore(Instant.now());
            case BUILDING, CATCHING_UP, PAUSED, CURRENT, DROPPED, CANCELLED -> false;
        };
    }

    private void build(CaseView<?> view) {
        try {
            Generation begun = rebuild.begin(view);
            LOG.info("View {} is filled as its generation {}.", view.name(), begun.number());
        } catch (QueryProblem another) {
            LOG.debug("Another node is building view {}.", view.name());
        }
    }

    @Override
    public void start() {
        watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "provision"));
        if (projections.follow()) {
            watch.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop() {
        watch.shutdownNow();
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** After what follows the events, and ended before it. */
    @Override
    public int getPhase() {
        return projections.getPhase() + 1;
    }
}
