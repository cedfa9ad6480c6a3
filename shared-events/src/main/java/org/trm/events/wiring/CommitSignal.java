package org.trm.events.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Tells readers in this process that events were committed, so that a view need not wait for the next poll. It carries no
 * data: who is told reads the store. The first commit is told at once; of those that follow closely, readers are told
 * together, so that under load they take in many events by one transaction. Between processes {@link CommitNews} carries
 * it.
 */
public final class CommitSignal {
    /** How long after one telling the next one follows, at the earliest. */
    private static final Duration PACE = Duration.ofMillis(20);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> ownListeners = new CopyOnWriteArrayList<>();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicBoolean untold = new AtomicBoolean();
    private volatile long told = System.nanoTime() - PACE.toNanos();

    /**
     * To be called after a commit. Readers are told on another thread: what goes wrong there is no matter of the act.
     */
    public void committed() {
        committedElsewhere();
        ownListeners.forEach(Runnable::run);
    }

    /** To be called when another process says that it committed. */
    void committedElsewhere() {
        commits.incrementAndGet();
        if (untold.compareAndSet(false, true)) {
            long wait = Math.max(0, PACE.toNanos() - (System.nanoTime() - told));
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(this::tell);
        }
    }

    /** A commit that comes while this runs is told again, and not by this. */
    private void tell() {
        told = System.nanoTime();
        untold.set(false);
        listeners.forEach(Runnable::run);
    }

    /** Calls the listener after commits of any process, of close ones once. It must not block. */
    public Registration onCommit(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Calls the listener after each commit of this process alone, on the thread that committed. */
    void onOwnCommit(Runnable listener) {
        ownListeners.add(listener);
    }

    /** The same source; its streams wake their reader at each commit instead of at the next poll. */
    public StreamableMessageSource<TrackedEventMessage<?>> wake(
            StreamableMessageSource<TrackedEventMessage<?>> source) {
        return new WakingSource(source);
    }

    private final class WakingSource implements StreamableMessageSource<TrackedEventMessage<?>> {
        private final StreamableMessageSource<TrackedEventMessage<?>> source;

        private WakingSource(StreamableMessageSource<TrackedEventMessage<?>> source) {
            this.source = source;
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
            return new WakingStream(source.openStream(token));
        }

        @Override
        public TrackingToken createTailToken() {
            return source.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return source.createHeadToken();
        }

        @Override
        public TrackingToken createTokenAt(Instant instant) {
            return source.createTokenAt(instant);
        }
    }

    /**
     * One reader's stream. An event processor that can be woken looks at its stream from two threads, the one that is
     * leaving and the one that was woken; the store's own streams would lose an event between them.
     */
    private final class WakingStream implements BlockingStream<TrackedEventMessage<?>> {
        /**
         * How long the store may take to fetch what a commit has announced. Who waits in vain has read it already, and
         * whatever comes next ends the waiting.
         */
        private static final int FETCH_MILLIS = 250;

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private Registration registration = () -> true;
        private long seen = -1;

        private WakingStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public synchronized boolean setOnAvailableCallback(Runnable callback) {
            registration.cancel();
            registration = onCommit(callback);
            return true;
        }

        @Override
        public synchronized Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public synchronized boolean hasNextAvailable() {
            long now = commits.get();
            if (stream.hasNextAvailable()) {
                return true;
            }
            if (seen == now) {
                return false;
            }
            seen = now;
            try {
                return stream.hasNextAvailable(FETCH_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public synchronized TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public synchronized void close() {
            registration.cancel();
            stream.close();
        }
    }
}
