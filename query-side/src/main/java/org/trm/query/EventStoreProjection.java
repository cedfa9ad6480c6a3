package org.trm.query;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.trm.events.wiring.CommitNews;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventEngine;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.EventTable;
import org.trm.events.wiring.MechanismClock;
import org.trm.events.wiring.SignallingEventStore;

/** The command side's event store as a query side reads it that runs alone. Beside the command side it is that one's. */
class EventStoreProjection {
    private static final Duration GAP_TIMEOUT = Duration.ofHours(24);

    @Bean
    Clock clock(
            @Value("${trm.clock.offset:PT0S}") Duration offset, @Value("${trm.clock.movable:false}") boolean movable) {
        return MechanismClock.of(offset, movable);
    }

    @Bean
    EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    @Bean
    CommitSignal commitSignal() {
        return new CommitSignal();
    }

    @Bean(initMethod = "start")
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    CommitNews commitNews(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username:}") String user,
            @Value("${spring.datasource.password:}") String password,
            CommitSignal signal) {
        return CommitNews.of(url, user, password, signal);
    }

    @Bean
    JdbcEventStorageEngine eventStorageEngine(
            DataSource database, PlatformTransactionManager transactions, EventSerializer serializer) {
        requireEvents(new JdbcTemplate(database));
        return new EventEngine(JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(new SpringTransactionManager(transactions))
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(serializer.upcasters())
                .schema(EventTable.schema())
                .gapTimeout((int) GAP_TIMEOUT.toMillis()));
    }

    /** The table is the command side's to make. */
    private static void requireEvents(JdbcTemplate database) {
        if (database.queryForObject("SELECT to_regclass('events.domain_event')", String.class) == null) {
            throw new IllegalStateException("There is no table of events in this database yet: start a node of the "
                    + "command side on it first, wait until it is ready, and start this one again.");
        }
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(
            JdbcEventStorageEngine engine, CommitSignal signal, @Value("${trm.events.poll:PT1S}") Duration poll) {
        return new SignallingEventStore(
                EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(poll.toMillis()), signal);
    }
}
