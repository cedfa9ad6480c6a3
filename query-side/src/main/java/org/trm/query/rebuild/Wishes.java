package org.trm.query.rebuild;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.query.projection.Generation;
import org.trm.query.projection.Generation.Wish;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.Upkeep;
import org.trm.query.view.CaseView;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/** What operators wish of a rebuild that is under way: any node is told, and the one that builds heeds it. */
@Component
class Wishes {
    private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Leaves alone when the generation changed last: from that a pause is measured. What is cancelled remains so. */
    private static final String TELL = """
            UPDATE views.generation SET wish = ?
             WHERE view = ? AND state IN ('BUILDING', 'CATCHING_UP', 'PAUSED') AND wish IN ('GO_ON', 'PAUSE', ?)
            RETURNING number
            """;

    private final JdbcClient jdbc;
    private final GenerationTable generations;

    Wishes(JdbcClient jdbc, GenerationTable generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /**
     * Makes known what is wished. It is heeded within a second, or else the rebuild comes to nothing: a generation is not
     * read while something else is wished than that it go on.
     *
     * @return the generation that is being built
     * @throws QueryProblem when the view is not being rebuilt, or this has been cancelled
     */
    Generation tell(CaseView<?> view, Wish wish) {
        return jdbc.sql(TELL)
                .params(wish.name(), view.name(), wish.name())
                .query(Integer.class)
                .optional()
                .flatMap(number -> generations.find(view.name(), number))
                .orElseThrow(() -> QueryProblem.of(
                        Unanswered.NO_REBUILD_RUNNING,
                        "The view " + view.name() + " is not being rebuilt, or this has been cancelled."
                                + " Begin with a replay."));
    }

    /**
     * Returns when the building is to go on: at once, or when the pause that is wished is over.
     *
     * @param stopping whether this node stops
     * @throws Cancelled when it is not wished any more
     * @throws IllegalStateException when this node stops, or what it built has been cleared away
     */
    void heed(Generation generation, BooleanSupplier stopping) {
        Wish wish = wish(generation);
        if (wish == Wish.PAUSE) {
            wish = rest(generation, stopping);
        }
        if (stopping.getAsBoolean()) {
            throw new IllegalStateException(Upkeep.STOPPED);
        }
        if (wish == Wish.CANCEL) {
            throw new Cancelled();
        }
    }

    private Wish rest(Generation generation, BooleanSupplier stopping) {
        generations.paused(generation);
        LOG.info("The rebuild of view {} is paused.", generation.view());
        Wish wish = Wish.PAUSE;
        while (wish == Wish.PAUSE && !stopping.getAsBoolean()) {
            LockSupport.parkNanos(LOOK.toNanos());
            wish = wish(generation);
        }
        generations.resumed(generation);
        LOG.info("The rebuild of view {} is paused no more.", generation.view());
        return wish;
    }

    /** Of a node that lost its lock on the view, what it built is cleared away by the others. */
    private Wish wish(Generation generation) {
        return generations
                .find(generation.view(), generation.number())
                .filter(now -> now.state().isInTheMaking())
                .map(Generation::wish)
                .orElseThrow(() -> new IllegalStateException(Upkeep.STOPPED));
    }
}
