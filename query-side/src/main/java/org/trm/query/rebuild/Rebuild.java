package org.trm.query.rebuild;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trm.query.projection.Failures;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.Projections;
import org.trm.query.projection.Upkeep;
import org.trm.query.projection.ViewLocks;
import org.trm.query.view.CaseView;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/**
 * Rebuilds a view beside the one being read. The lock on the view is held by a connection for as long as it takes, so
 * that a node that dies lets go of it, and what it was building is cleared away.
 */
@Component
public class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final GenerationTable generations;
    private final Projections projections;
    private final Upkeep upkeep;
    private final ViewLocks locks;
    private final Wishes wishes;
    private final Handover handover;
    private final Bulk bulk;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "rebuild"));

    Rebuild(
            GenerationTable generations,
            Projections projections,
            Upkeep upkeep,
            ViewLocks locks,
            Wishes wishes,
            Handover handover,
            Bulk bulk) {
        this.generations = generations;
        this.projections = projections;
        this.upkeep = upkeep;
        this.locks = locks;
        this.wishes = wishes;
        this.handover = handover;
        this.bulk = bulk;
    }

    /**
     * Begins to rebuild a view and returns at once.
     *
     * @return the generation that is being built
     * @throws QueryProblem when the view is being rebuilt already, here or on another node
     */
    public Generation begin(CaseView<?> view) {
        Connection lock = lock(view.name());
        try {
            upkeep.clearLeftovers(view.name());
            Generation generation = upkeep.make(view, Generation.State.BUILDING);
            threads.execute(() -> run(view, generation, lock));
            return generation;
        } catch (RuntimeException e) {
            release(lock, view.name());
            throw e;
        }
    }

    private void run(CaseView<?> view, Generation generation, Connection lock) {
        try {
            build(view, generation, lock);
            projections.look();
            catchUp(generation);
            projections.look();
            LOG.info("View {} is now read from its generation {}.", view.name(), generation.number());
        } catch (Cancelled e) {
            upkeep.cancel(generation);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The rebuild of view {} failed.", view.name(), e);
            upkeep.fail(generation, threads.isShutdown() ? Upkeep.STOPPED : Failures.reason(e));
        } finally {
            release(lock, view.name());
        }
    }

    private void build(CaseView<?> view, Generation generation, Connection lock) throws SQLException {
        long index = handover.safeIndex(() -> heed(generation));
        generations.startAt(generation, index, Math.max(0, index));
        ProgressNote note = new ProgressNote(done -> generations.progress(generation, done));
        long events = bulk.fill(view, generation.schema(), threads, lock, done -> {
            note.accept(done);
            heed(generation);
        });
        generations.built(generation, events);
    }

    private void catchUp(Generation generation) {
        while (!generations.switchTo(generation)) {
            projections.failure(generation).ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            heed(generation);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void heed(Generation generation) {
        wishes.heed(generation, threads::isShutdown);
    }

    private Connection lock(String view) {
        try {
            return locks.hold(view)
                    .orElseThrow(() -> QueryProblem.of(
                            Unanswered.REBUILD_RUNNING,
                            "The view " + view + " is being rebuilt. Wait until that is done, or cancel it."));
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of view " + view + " could not be asked for.", e);
        }
    }

    private void release(Connection lock, String view) {
        try {
            locks.release(lock, view);
        } catch (SQLException e) {
            LOG.warn("The lock of view {} ends with its connection.", view, e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }
}
