package org.trm.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.trm.query.projection.FairShare.Part;
import org.trm.query.view.CaseView;

/**
 * Runs, on this node, the processor of every generation that is alive. It looks once a second, so that a generation
 * made, switched to or retired on another node is taken up here too, and that a node that has come in gets its share of the
 * work.
 */
@Component
public class Projections implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

    /** How long others may take to claim what was let go of, before more is. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Map<String, CaseView<?>> views;
    private final GenerationTable generations;
    private final Upkeep upkeep;
    private final LiveProjection starter;
    private final Nodes nodes;
    private final Map<String, RunningProjection> running = new HashMap<>();
    private final boolean follows;
    private ScheduledExecutorService watch;
    private long settled = System.nanoTime();

    /** @param follows whether this node takes part; one that does not reads what others have taken in */
    Projections(
            List<CaseView<?>> views,
            GenerationTable generations,
            Upkeep upkeep,
            LiveProjection starter,
            Nodes nodes,
            @Value("${trm.processors:true}") boolean follows) {
        this.follows = follows;
        this.views = views.stream().collect(Collectors.toMap(CaseView::name, Function.identity()));
        this.generations = generations;
        this.upkeep = upkeep;
        this.starter = starter;
        this.nodes = nodes;
    }

    /** Those that this node reads. */
    public Collection<CaseView<?>> views() {
        return views.values();
    }

    /** Whether this node follows the events, for itself and for others. */
    public boolean follow() {
        return follows;
    }

    /** The view of this name. */
    public Optional<CaseView<?>> view(String name) {
        return Optional.ofNullable(views.get(name));
    }

    /** Why this generation stands still on this node, when it does. */
    public synchronized Optional<String> failure(Generation generation) {
        return Optional.ofNullable(running.get(generation.processor())).flatMap(RunningProjection::failure);
    }

    /** Starts following the events. */
    @Override
    public synchronized void start() {
        views.values().forEach(upkeep::provide);
        adjust();
        watch = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "views"));
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Looks at once: a generation has just changed on this node. */
    public void look() {
        try {
            adjust();
            share();
            upkeep.tidy();
        } catch (RuntimeException e) {
            LOG.warn("The generations of the views could not be looked at; trying again in a second.", e);
        }
    }

    private synchronized void adjust() {
        if (!follows) {
            return;
        }
        Map<String, Generation> alive = generations.all().stream()
                .filter(Projections::isAlive)
                .filter(generations::isOfHere)
                .collect(Collectors.toMap(Generation::processor, Function.identity()));
        running.entrySet().removeIf(entry -> !alive.containsKey(entry.getKey()) && close(entry.getValue()));
        alive.forEach((name, generation) ->
                running.computeIfAbsent(name, ignored -> starter.start(views.get(generation.view()), generation)));
    }

    /** Others take what is let go of as soon as they look for something free. */
    private synchronized void share() {
        if (!follows || watch == null || running.isEmpty()) {
            return;
        }
        int taking = nodes.taking();
        if (taking == 1 || System.nanoTime() < settled) {
            return;
        }
        List<Part> surplus = FairShare.surplus(parts(), generations.segments(running.keySet()), taking);
        if (!surplus.isEmpty()) {
            surplus.forEach(part -> running.get(part.processor()).letGo(part.segment()));
            settled = System.nanoTime() + SETTLING.toNanos();
            LOG.info("{} nodes take in events: {} segments are left to the others.", taking, surplus.size());
        }
    }

    private List<Part> parts() {
        return running.entrySet().stream()
                .flatMap(one -> one.getValue().segments().stream().map(segment -> new Part(one.getKey(), segment)))
                .toList();
    }

    private static boolean isAlive(Generation generation) {
        return generation.state() == Generation.State.CURRENT || generation.state() == Generation.State.CATCHING_UP;
    }

    private static boolean close(RunningProjection projection) {
        projection.stopping().join();
        return true;
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.shutdownNow();
        }
        synchronized (this) {
            List<CompletableFuture<Void>> stopping =
                    running.values().stream().map(RunningProjection::stopping).toList();
            stopping.forEach(CompletableFuture::join);
            running.clear();
            watch = null;
        }
        leave();
    }

    /** Who cannot say so is not heard of any more, which says the same a little later. */
    private void leave() {
        try {
            nodes.leave();
        } catch (DataAccessException e) {
            LOG.debug("The other nodes were not told that this one stops.", e);
        }
    }

    /** There from before the first reader until after the last one. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
