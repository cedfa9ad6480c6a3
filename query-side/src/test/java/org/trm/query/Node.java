package org.trm.query;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventSerializer;
import org.trm.query.access.Entitlements;
import org.trm.query.view.CaseView;

/** A node of the query side without its web: projections, rebuilds, histories and readings of the views that it is given. */
public final class Node implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Node(DataSource database, EventLog log, Map<String, Object> properties) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(JdbcTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(EventStore.class, log::store, definition -> definition.setDestroyMethodName(""));
        context.registerBean(CommitSignal.class, log::signal);
        context.registerBean(EventSerializer.class, log::serializer);
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
    public static Node start(DataSource database, EventLog log, int segments, int batch, Class<?> view) {
        return start(database, log, segments, batch, List.of(view));
    }

    /** The same for several views. */
    public static Node start(
            DataSource database, EventLog log, int segments, int batch, Collection<? extends Class<?>> views) {
        Node node = new Node(database, log, Map.of("trm.query.segments", segments, "trm.query.batch", batch));
        views.forEach(view -> node.context.registerBean(view));
        node.context.refresh();
        return node;
    }

    /** Starts a node that takes in no events itself. */
    public static Node thatOnlyReads(DataSource database, EventLog log, Class<?> view) {
        Node node = new Node(database, log, Map.of("trm.processors", false));
        node.context.registerBean(view);
        node.context.refresh();
        return node;
    }

    /**
     * Starts a node that keeps no view and seals what is recorded.
     *
     * @param folder with what it has signed
     */
    public static Node thatSeals(DataSource database, EventLog log, Path folder) {
        Node node = new Node(
                database,
                log,
                Map.of(
                        "trm.log.copies", folder.resolve("log").toString(),
                        "trm.log.pace", "PT0.02S",
                        "trm.log.check-after", "P1D"));
        node.context.registerBean(FileKeyStore.class, () -> EventLog.KEYS);
        node.context.scan("org.trm.query.audit.sealing", "org.trm.query.audit.check");
        node.context.refresh();
        return node;
    }

    /** Those that it keeps. */
    public List<CaseView<?>> views() {
        ObjectProvider<CaseView<?>> views = context.getBeanProvider(ResolvableType.forClass(CaseView.class));
        return views.orderedStream().toList();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
