package org.trm.query.projection;

import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.trm.events.wiring.CommitSignal;
import org.trm.query.view.CaseView;
import org.trm.query.view.VersionAwaiter;

/** Starts, on this node, the processor of a generation of a view. */
@Component
class LiveProjection {
    private final RunningProjection.Source source;
    private final JdbcOperations jdbc;
    private final VersionAwaiter awaiter;
    private final int segments;
    private final int batch;

    /**
     * @param segments into how many parts a view's cases are shared out when a generation begins
     * @param batch how many events are taken in by one transaction, at most
     */
    LiveProjection(
            EventStore events,
            CommitSignal commits,
            DataSource database,
            PlatformTransactionManager transactions,
            JdbcOperations jdbc,
            VersionAwaiter awaiter,
            Nodes nodes,
            @Value("${trm.query.segments:1}") int segments,
            @Value("${trm.query.batch:500}") int batch) {
        this.source = RunningProjection.Source.of(commits.wake(events), database, transactions, nodes.name());
        this.jdbc = jdbc;
        this.awaiter = awaiter;
        this.segments = segments;
        this.batch = batch;
    }

    RunningProjection start(CaseView<?> view, Generation generation) {
        BatchFold<?> fold = new BatchFold<>(view, generation.schema(), jdbc);
        CaseProjection projection =
                new CaseProjection(fold, batch -> awaiter.taken(view.name(), BatchFold.cases(batch)));
        return RunningProjection.start(generation, projection, segments, batch, source);
    }
}
