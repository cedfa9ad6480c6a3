package org.trm.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final int PACE_MILLIS = 20;

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
    void aCommitWakesWhoReadsAStream() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        try (BlockingStream<TrackedEventMessage<?>> stream = signal.wake(store).openStream(null)) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
            publish(1);
            assertThat(called.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void whoHasLeftIsToldNothing() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        AtomicBoolean toldWhoLeft = new AtomicBoolean();
        signal.onCommit(() -> toldWhoLeft.set(true)).cancel();
        signal.onCommit(told::countDown);

        signal.committed();

        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(toldWhoLeft).isFalse();
    }

    @Test
    void commitsThatFollowCloselyAreToldTogetherAndTheLastOneToo() throws Exception {
        AtomicInteger committed = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        CountDownLatch lastTold = new CountDownLatch(1);
        signal.onCommit(() -> {
            told.incrementAndGet();
            if (committed.get() == EVENTS) {
                lastTold.countDown();
            }
        });

        long begun = System.nanoTime();
        for (int i = 0; i < EVENTS; i++) {
            committed.incrementAndGet();
            signal.committed();
        }

        assertThat(lastTold.await(1, TimeUnit.MINUTES)).isTrue();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertThat(told.get()).isLessThanOrEqualTo((int) (millis / PACE_MILLIS) + 2);
    }

    @Test
    void aReaderThatFailsIsNoMatterOfTheActAndIsToldAgain() throws Exception {
        CountDownLatch once = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(1);
        signal.onCommit(() -> {
            (once.getCount() > 0 ? once : again).countDown();
            throw new IllegalStateException("a reader is stopping");
        });

        signal.committed();
        assertThat(once.await(1, TimeUnit.MINUTES)).isTrue();
        signal.committed();
        assertThat(again.await(1, TimeUnit.MINUTES)).isTrue();
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
