package org.trm.command.timelimits;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.wiring.CommitSignal;

/** Folds the events of cases into the table of running clocks, each batch in one transaction with its position. */
@Component
class ClockProjection implements EventHandlerInvoker, SmartLifecycle {
    private static final String NAME = "time-limits";
    private static final int BATCH = 500;
    /** How long after a node was last heard of another goes on in its place. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    private final OpenClocks clocks;
    private final ScheduledExecutorService coordinator =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(NAME));
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(NAME));
    private final PooledStreamingEventProcessor processor;
    private final boolean follows;

    /** @param follows whether this node takes part */
    ClockProjection(
            OpenClocks clocks,
            EventStore events,
            CommitSignal signal,
            DataSource database,
            TransactionManager transactions,
            @Value("${trm.processors:true}") boolean follows) {
        this.clocks = clocks;
        this.follows = follows;
        this.processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(this)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(signal.wake(events))
                .tokenStore(tokens(database))
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .tokenClaimInterval(CLAIM.toMillis() / 5)
                .claimExtensionThreshold(CLAIM.toMillis() / 5)
                .build();
    }

    private static JdbcTokenStore tokens(DataSource database) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .schema(TokenSchema.builder()
                        .setTokenTable("acts.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .serializer(Jackson3Serializer.builder().build())
                .claimTimeout(CLAIM)
                // Axon's own name of a node is not unique where every process has the same number, as in containers.
                .nodeId(UUID.randomUUID().toString())
                .build();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return CaseEvent.class.isAssignableFrom(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return CaseEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        clocks.apply((CaseEvent) message.getPayload(), ((DomainEventMessage<?>) message).getSequenceNumber() + 1);
    }

    @Override
    public boolean isAutoStartup() {
        return follows;
    }

    @Override
    public void start() {
        processor.start();
    }

    @Override
    public void stop() {
        processor.shutDown();
        coordinator.shutdown();
        worker.shutdown();
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }
}
