package org.trm.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The event processor of one generation of a view on this node. Nodes share its segments: a segment that another node
 * holds is taken over five seconds after that node was last heard of. After a failure it tries again, later each time.
 */
final class RunningProjection {
    private static final Duration CLAIM = Duration.ofSeconds(5);

    private static final String UNREADABLE = "Events or positions cannot be read; see the log.";

    private final CaseProjection projection;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;

    private RunningProjection(
            Generation generation, CaseProjection projection, int segments, int batch, Source source) {
        this.projection = projection;
        ThreadFactory threads = new AxonThreadFactory(generation.processor());
        coordinator = Executors.newSingleThreadScheduledExecutor(threads);
        workers = Executors.newScheduledThreadPool(segments, threads);
        processor = PooledStreamingEventProcessor.builder()
                .name(generation.processor())
                .eventHandlerInvoker(projection)
                .messageSource(source.events())
                .tokenStore(source.tokens())
                .transactionManager(new SpringTransactionManager(source.transactions()))
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(events -> start(generation, events))
                .batchSize(batch)
                .tokenClaimInterval(CLAIM.toMillis() / 5)
                .claimExtensionThreshold(CLAIM.toMillis() / 5)
                .clock(Clock.systemUTC())
                .build();
    }

    /** Starts the processor; its first start, on whichever node, sets where it begins and how many segments it has. */
    static RunningProjection start(
            Generation generation, CaseProjection projection, int segments, int batch, Source source) {
        RunningProjection running = new RunningProjection(generation, projection, segments, batch, source);
        running.processor.start();
        return running;
    }

    private static TrackingToken start(Generation generation, StreamableMessageSource<TrackedEventMessage<?>> events) {
        return generation.startsAt() == null
                ? events.createTailToken()
                : GapAwareTrackingToken.newInstance(generation.startsAt(), Collections.emptySet());
    }

    /** Why it stands still, when it does. */
    Optional<String> failure() {
        return projection.failure().or(() -> processor.isError() ? Optional.of(UNREADABLE) : Optional.empty());
    }

    /** The segments that this node takes in. */
    Set<Integer> segments() {
        return processor.processingStatus().keySet();
    }

    /** Lets another node take a segment; if none does within a few seconds, this one takes it again. */
    void letGo(int segment) {
        processor.releaseSegment(segment, CLAIM.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins to stop it; several stop at once. */
    CompletableFuture<Void> stopping() {
        return processor
                .shutdownAsync()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .thenRun(() -> {
                    coordinator.shutdown();
                    workers.shutdown();
                });
    }

    /** Where processors read events and keep their positions, in the database of the views. */
    record Source(
            StreamableMessageSource<TrackedEventMessage<?>> events,
            TokenStore tokens,
            PlatformTransactionManager transactions) {

        /** @param node told apart from every other node by this name */
        static Source of(
                StreamableMessageSource<TrackedEventMessage<?>> events,
                DataSource views,
                PlatformTransactionManager transactions,
                String node) {
            TokenStore tokens = JdbcTokenStore.builder()
                    .connectionProvider(new SpringDataSourceConnectionProvider(views))
                    .schema(tokenTable())
                    .serializer(Jackson3Serializer.builder().build())
                    .contentType(byte[].class)
                    .claimTimeout(CLAIM)
                    .nodeId(node)
                    .build();
            return new Source(events, tokens, transactions);
        }

        private static TokenSchema tokenTable() {
            return TokenSchema.builder()
                    .setTokenTable("views.token")
                    .setProcessorNameColumn("processor_name")
                    .setSegmentColumn("segment")
                    .setTokenColumn("token")
                    .setTokenTypeColumn("token_type")
                    .setTimestampColumn("stored_at")
                    .setOwnerColumn("owner")
                    .build();
        }
    }
}
