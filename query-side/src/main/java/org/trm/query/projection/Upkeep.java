package org.trm.query.projection;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.trm.query.view.CaseView;
import org.trm.query.view.ViewTables;

/** Provides the first generation of a view, and clears away those that nobody reads or builds any more. */
@Component
public class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    /** Why a generation came to nothing whose node is no more. */
    public static final String STOPPED = "The node that was building it stopped. Ask for it again.";

    private final GenerationTable generations;
    private final ViewLocks locks;
    private final JdbcOperations jdbc;
    private final TransactionOperations transaction;

    Upkeep(GenerationTable generations, ViewLocks locks, JdbcOperations jdbc, TransactionOperations transaction) {
        this.generations = generations;
        this.locks = locks;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Makes sure that there is a generation to be read where no case has been opened yet: an empty one, which grows from
     * the first event on. Where one has been, a generation is filled before it is read.
     */
    void provide(CaseView<?> view) {
        if (isMissing(view) && noCaseIsThere()) {
            transaction.executeWithoutResult(status -> {
                locks.lockInTransaction(view.name());
                if (isMissing(view)) {
                    Generation made = make(view, Generation.State.CURRENT);
                    LOG.info("View {} begins its generation {}.", view.name(), made.number());
                }
            });
        }
    }

    private boolean isMissing(CaseView<?> view) {
        return generations.latest(view.name()).isEmpty();
    }

    private boolean noCaseIsThere() {
        return Boolean.FALSE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM events.domain_event WHERE type = 'Case')", Boolean.class));
    }

    /** Adds a generation in this state, and its empty tables. */
    public Generation make(CaseView<?> view, Generation.State state) {
        return transaction.execute(status -> {
            Generation made = generations.add(view.name(), view.layout(), state);
            new ViewTables<>(view, made.schema()).create(jdbc);
            return made;
        });
    }

    /**
     * Drops what was retired a while ago, and what was being built by a node that is no more. What only nodes of another
     * release read is retired when none of them has been there for a while: until then they may come back.
     */
    void tidy() {
        for (Generation generation : generations.all()) {
            switch (generation.state()) {
                case RETIRED -> dropIfOld(generation);
                case BUILDING, CATCHING_UP, PAUSED ->
                    locks.ifFree(generation.view(), () -> clearLeftovers(generation.view()));
                case CURRENT -> retireIfAbandoned(generation);
                case DROPPED, FAILED, CANCELLED -> {}
            }
        }
    }

    private void retireIfAbandoned(Generation generation) {
        Instant longAgo = Instant.now().minus(ABANDONED_AFTER);
        if (!generations.isOfHere(generation)
                && generation.changedAt().isBefore(longAgo)
                && generations
                        .lastFollowed(generation)
                        .filter(longAgo::isBefore)
                        .isEmpty()) {
            generations.retired(generation);
            LOG.info("No node reads generation {} of view {} any more.", generation.number(), generation.view());
        }
    }

    private void dropIfOld(Generation generation) {
        if (generation.changedAt().plus(GRACE).isBefore(Instant.now())) {
            locks.ifFree(generation.view(), () -> drop(generation, () -> generations.dropped(generation)));
        }
    }

    /** Clears away what was being built of this view; whoever calls holds the lock that its builder has lost. */
    public void clearLeftovers(String view) {
        generations.all().stream()
                .filter(generation -> generation.view().equals(view))
                .filter(generation -> generation.state().isInTheMaking())
                .forEach(this::clear);
    }

    private void clear(Generation generation) {
        if (generation.wish() == Generation.Wish.CANCEL) {
            cancel(generation);
        } else {
            fail(generation, STOPPED);
        }
    }

    /** Drops the tables of a generation that an operator does not wish any more; the one being read is not touched. */
    public void cancel(Generation generation) {
        drop(generation, () -> generations.cancelled(generation));
        LOG.info("Generation {} of view {} was cancelled.", generation.number(), generation.view());
    }

    /** Notes why the generation came to nothing and drops its tables; the one being read is not touched. */
    public void fail(Generation generation, String reason) {
        LOG.warn("Generation {} of view {} came to nothing: {}", generation.number(), generation.view(), reason);
        drop(generation, () -> generations.failed(generation, reason));
    }

    private void drop(Generation generation, Runnable note) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("SET LOCAL lock_timeout = '2s'");
            note.run();
            jdbc.update("DELETE FROM views.token WHERE processor_name = ?", generation.processor());
            jdbc.execute("DROP SCHEMA IF EXISTS " + generation.schema().name() + " CASCADE");
        });
    }
}
