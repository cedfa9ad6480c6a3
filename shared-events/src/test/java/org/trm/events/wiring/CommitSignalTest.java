package org.trm.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers are woken by commits, and lose nothing by being woken. */
class CommitSignalTest {
    private static final int EVENTS = 20_000;

    private final CommitSignal signal = new CommitSignal();
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .fetchDelay(TimeUnit.HOURS.toMillis(1))
            .build();

    @AfterEach
    void close() {
        store.shutDown();
    }

    private void publish(int number) {
        store.publish(GenericEventMessage.asEventMessage(number));
        signal.committed();
    }

    @Test
    void aCommitWakesAReaderUntilItIsClosed() throws Exception {
        CountDownLatch called = new CountDownLatch(2);
        BlockingStream<TrackedEventMessage<?>> stream = signal.wake(store).openStream(null);
        assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
        publish(1);
        assertThat(called.getCount()).isEqualTo(1);

        stream.close();
        publish(2);
        assertThat(called.getCount()).isEqualTo(1);
    }

    /** As an event processor does: one thread reads, while another that is leaving still looks. */
    @Test
    void twoThreadsThatLookAtOneStreamLoseNoEvent() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Object> read = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = signal.wake(store).openStream(null)) {
            Thread publisher = new Thread(() -> IntStream.range(0, EVENTS).forEach(this::publish));
            Thread leaving = new Thread(() -> {
                while (!done.get()) {
                    stream.hasNextAvailable();
                }
            });
            publisher.start();
            leaving.start();
            while (read.size() < EVENTS && (publisher.isAlive() || stream.hasNextAvailable(1, TimeUnit.SECONDS))) {
                if (stream.hasNextAvailable()) {
                    read.add(stream.nextAvailable().getPayload());
                }
            }
            done.set(true);
            leaving.join();
        }
        assertThat(read)
                .hasSize(EVENTS)
                .isEqualTo(IntStream.range(0, EVENTS).boxed().toList());
    }
}
