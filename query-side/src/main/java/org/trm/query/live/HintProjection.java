package org.trm.query.live;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.wiring.Provenance;

/**
 * Follows the events on this node, from a little before its start on, so that a reader who was connected to another node,
 * or to this one before it was restarted, can go on where she was.
 */
@Component
class HintProjection implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HintProjection.class);

    /** How long an event that was passed over may still turn up: longer than any transaction may take. */
    private static final Duration GAP = Duration.ofSeconds(60);

    private static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private final EventStore events;
    private final LiveHints hints;
    private final Map<Long, Long> gaps = new HashMap<>();
    private volatile Thread thread;
    private TrackingToken seen;

    HintProjection(EventStore events, LiveHints hints) {
        this.events = events;
        this.hints = hints;
    }

    private void follow() {
        long wait = 100;
        while (isRunning()) {
            try {
                begin();
                wait = 100;
                read();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Readers are not told what is new; trying again in {} ms.", wait, e);
                if (!paused(wait)) {
                    return;
                }
                wait = Math.min(2 * wait, LAST_RETRY.toMillis());
            }
        }
    }

    private void begin() {
        if (seen != null) {
            return;
        }
        TrackingToken head = events.createHeadToken();
        long newest = head == null ? 0 : head.position().orElse(0);
        seen = head;
        if (head instanceof GapAwareTrackingToken) {
            seen = GapAwareTrackingToken.newInstance(Math.max(0, newest - LiveHints.LOOK_BACK), Collections.emptySet());
        }
        hints.begins(seen == null ? 1 : seen.position().orElse(0) + 1, newest);
    }

    private void read() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(seen)) {
            while (isRunning()) {
                if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    TrackedEventMessage<?> event = stream.nextAvailable();
                    tell(event);
                    seen = event.trackingToken();
                }
            }
        }
    }

    private void tell(TrackedEventMessage<?> event) {
        long at = event.trackingToken().position().orElse(0);
        long next = next(event.trackingToken(), at);
        if (event instanceof DomainEventMessage<?> ofAggregate && event.getPayload() instanceof CaseEvent) {
            hints.happened(new Change(Provenance.recorded(ofAggregate), at, next));
        } else {
            hints.passed(at, next);
        }
    }

    /** The first place that has not been seen, except for those where nothing has turned up for a while. */
    private long next(TrackingToken token, long at) {
        SortedSet<Long> missing =
                token instanceof GapAwareTrackingToken aware ? aware.getGaps() : Collections.emptySortedSet();
        gaps.keySet().retainAll(missing);
        long now = System.nanoTime();
        return missing.stream()
                .filter(gap -> now - gaps.computeIfAbsent(gap, ignored -> now) < GAP.toNanos())
                .findFirst()
                .orElse(at + 1);
    }

    private static boolean paused(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public synchronized void start() {
        Thread reader = new Thread(this::follow, "live-hints");
        reader.setDaemon(true);
        thread = reader;
        reader.start();
    }

    @Override
    public synchronized void stop() {
        Thread reader = thread;
        thread = null;
        reader.interrupt();
        try {
            reader.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
