package org.trm.query;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventSerializer;
import org.trm.query.access.Entitlements;
import org.trm.query.view.CaseView;

/** A node of the query side without its web: projections, rebuilds, histories and readings of the views that it is given. */
public final class Node implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Node(DataSource database, EventLog log, Map<String, Object> properties) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(JdbcTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(EventStore.class, log::store, definition -> definition.setDestroyMethodName(""));
        context.registerBean(CommitSignal.class, log::signal);
        context.registerBean(EventSerializer.class, EventSerializer::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Entitlements.class, () -> new Entitlements(network -> Set.of()));
        context.scan(
                "org.trm.query.view",
                "org.trm.query.projection",
                "org.trm.query.rebuild",
                "org.trm.query.history",
                "org.trm.query.reading");
    }

    /**
     * Starts a node.
     *
     * @param segments into how many a generation is divided that begins here
     * @param batch the most events of one transaction
     */
    @SafeVarargs
    public static Node start(
            DataSource database, EventLog log, int segments, int batch, Class<? extends CaseView<?>>... views) {
        Node node = new Node(database, log, Map.of("trm.query.segments", segments, "trm.query.batch", batch));
        for (Class<? extends CaseView<?>> view : views) {
            node.context.registerBean(view);
        }
        node.context.refresh();
        return node;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
