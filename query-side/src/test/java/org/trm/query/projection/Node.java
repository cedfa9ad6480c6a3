package org.trm.query.projection;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.query.EventLog;
import org.trm.query.view.CaseView;
import org.trm.query.view.VersionAwaiter;

/** The machinery of one node of the query side, put together as Spring would. */
public final class Node implements AutoCloseable {
    private final GenerationTable generations;
    private final Projections projections;
    private final VersionAwaiter awaiter;

    private Node(GenerationTable generations, Projections projections, VersionAwaiter awaiter) {
        this.generations = generations;
        this.projections = projections;
        this.awaiter = awaiter;
    }

    public static Node start(DataSource database, EventLog log, List<CaseView<?>> views, int segments) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        GenerationTable generations = new GenerationTable(JdbcClient.create(database), transaction);
        VersionAwaiter awaiter = new VersionAwaiter(views, generations, jdbc);
        ViewLocks locks = new ViewLocks(database, jdbc, transaction);
        Upkeep upkeep = new Upkeep(generations, locks, jdbc, transaction);
        LiveProjection live =
                new LiveProjection(log.store(), log.signal(), database, transactions, jdbc, awaiter, segments);
        Projections projections = new Projections(views, generations, upkeep, live);
        projections.start();
        return new Node(generations, projections, awaiter);
    }

    public GenerationTable generations() {
        return generations;
    }

    public Projections projections() {
        return projections;
    }

    public VersionAwaiter awaiter() {
        return awaiter;
    }

    @Override
    public void close() {
        projections.stop();
    }
}
