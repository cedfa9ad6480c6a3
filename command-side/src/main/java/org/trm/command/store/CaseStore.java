package org.trm.command.store;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.Directory;
import org.trm.events.privacy.KeyStore;
import org.trm.events.wiring.CodedEvents;
import org.trm.events.wiring.CommitNews;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.EventEngine;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.EventTable;
import org.trm.events.wiring.SignallingEventStore;

/** The event store on PostgreSQL, and the repository that loads and saves cases by it. */
@Configuration(proxyBeanMethods = false)
class CaseStore {
    /** PostgreSQL's state for a violated unique constraint: two acts wanted to be the same event of a case. */
    private static final String UNIQUE_VIOLATION = "23505";

    /** For how long a gap in the global index may still be filled by a transaction that commits late. */
    private static final Duration GAP_TIMEOUT = Duration.ofHours(24);

    /** Axon has one clock for all messages of a process. */
    @Bean
    InitializingBean recordingClock() {
        return () -> GenericEventMessage.clock = new RecordingClock();
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
            DataSource dataSource, TransactionManager transactions, EventSerializer serializer, Migrations migrated) {
        return new EventEngine(JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(serializer.upcasters())
                .schema(EventTable.schema())
                .persistenceExceptionResolver(new SQLStateResolver(UNIQUE_VIOLATION))
                .gapTimeout((int) GAP_TIMEOUT.toMillis()));
    }

    /** Before the first event is recorded, every earlier one has its code. */
    @Bean
    EventCodes eventCodes(KeyStore keys, JdbcTemplate jdbc, Migrations migrated) {
        EventCodes codes = new EventCodes(keys);
        new EarlierEvents(jdbc, codes).getCodes();
        return codes;
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(
            JdbcEventStorageEngine engine,
            CommitSignal signal,
            EventSerializer serializer,
            EventCodes codes,
            @Value("${trm.events.poll:PT1S}") Duration poll) {
        EmbeddedEventStore store = new SignallingEventStore(
                EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(poll.toMillis()), signal);
        store.registerDispatchInterceptor(new CodedEvents(serializer, codes));
        return store;
    }

    @Bean
    EventSourcingRepository<Case> cases(EventStore eventStore, CaseCache cache, RuleParameters parameters) {
        return CachingEventSourcingRepository.<Case>builder(Case.class)
                .eventStore(eventStore)
                .cache(cache)
                .parameterResolverFactory(parameters.withDefaults())
                .build();
    }

    @Bean
    CaseCache caseCache() {
        return new CaseCache();
    }

    @Bean
    RuleParameters ruleParameters(Clock clock, Directory directory) {
        return new RuleParameters(clock, directory);
    }

    /** Stands inside all other interceptors, so that they see only confirmed refusals; Axon registers those that are beans. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    FreshRefusals freshRefusals(EventStore events, CaseCache cache) {
        return new FreshRefusals(events, cache);
    }

    @Bean(destroyMethod = "cancel")
    Registration casesOnTheBus(CommandBus bus, EventSourcingRepository<Case> cases, RuleParameters parameters) {
        return AggregateAnnotationCommandHandler.<Case>builder()
                .aggregateType(Case.class)
                .repository(cases)
                .parameterResolverFactory(parameters.withDefaults())
                .build()
                .subscribe(bus);
    }
}
