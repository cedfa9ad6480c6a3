package org.trm.query.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Relations;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/**
 * The readers who are connected to this node, and the latest changes, from which each is told what she may see at that
 * moment. Nobody waits for a reader, and no reader has a thread or a database connection of her own.
 */
@Component
class LiveHints implements SmartLifecycle {
    /** How many events are kept for those who come back; who was away for longer is told to read everything again. */
    static final int LOOK_BACK = 1_000;

    /** How often one person, or one service, may be connected to this node. */
    static final int MOST_OF_ONE = 6;

    private static final int PROBES = 3;

    /** For how long an answer to a probe is waited for. */
    private static final Duration PROBE = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(LiveHints.class);

    private final KnownRelations relations;
    private final Bookmarks bookmarks;
    private final Duration heartbeat;
    private final Set<Subscriber> readers = ConcurrentHashMap.newKeySet();
    private final Set<UUID> probed = ConcurrentHashMap.newKeySet();
    private final Deque<Change> recent = new ArrayDeque<>();
    private ScheduledExecutorService pulse;
    private long first;
    private long latest;
    private long newestBefore = Long.MAX_VALUE;
    private long next;

    LiveHints(KnownRelations relations, Bookmarks bookmarks, @Value("${trm.live.heartbeat:PT15S}") Duration heartbeat) {
        this.relations = relations;
        this.bookmarks = bookmarks;
        this.heartbeat = heartbeat;
    }

    /**
     * The events will be told from this place on; nothing is known of what stands before it.
     *
     * @param newest what has happened already, so that nobody connects before it is known
     */
    synchronized void begins(long place, long newest) {
        first = place;
        latest = place - 1;
        next = place;
        newestBefore = newest;
    }

    synchronized void happened(Change change) {
        recent.addLast(change);
        if (recent.size() > LOOK_BACK) {
            first = recent.removeFirst().at() + 1;
        }
        passed(change.at(), change.next());
        if (!readers.isEmpty()) {
            tell(change);
        }
    }

    /** So far everything has been seen, and all has been told that is news of a case. */
    synchronized void passed(long at, long nextPlace) {
        latest = at;
        next = nextPlace;
    }

    private void tell(Change change) {
        Relations after = relations.after(change.recorded());
        Map<Entitlement, List<String>> views = new HashMap<>();
        for (Subscriber reader : readers) {
            List<String> changed =
                    views.computeIfAbsent(reader.entitlement(), entitlement -> change.views(after, entitlement));
            if (!changed.isEmpty()) {
                reader.offer(hint(change, changed));
            }
        }
    }

    private static Hint hint(Change change, List<String> views) {
        return new Hint(change.caseId(), change.version(), new LinkedHashSet<>(views), change.next());
    }

    /**
     * Connects a reader, and tells her first what she has missed.
     *
     * @param bookmark the last that she was given; null when she comes for the first time
     */
    void connect(Subscriber reader, String bookmark) {
        OptionalLong from = bookmark == null ? OptionalLong.empty() : bookmarks.read(bookmark);
        List<Change> missed = List.of();
        boolean tooLong;
        long known;
        synchronized (this) {
            tooLong = bookmark != null && from.orElse(-1) < first;
            if (!tooLong && from.isPresent()) {
                missed = recent.stream()
                        .filter(change -> change.at() >= from.getAsLong())
                        .toList();
            }
            known = next;
            readers.add(reader);
        }
        reader.begin(known, tooLong, hints(missed, reader.entitlement()));
    }

    /** @throws QueryProblem when this person, or service, is connected often enough, or nobody can be just now */
    void admit(UUID subject) {
        if (!isReady()) {
            throw QueryProblem.of(Unanswered.NOT_READY);
        }
        if (isConnectedEnough(subject) && probed.add(subject)) {
            try {
                endTheDead(subject);
            } finally {
                probed.remove(subject);
            }
        }
        if (isConnectedEnough(subject)) {
            throw QueryProblem.of(Unanswered.TOO_MANY_CONNECTIONS);
        }
    }

    private synchronized boolean isReady() {
        return pulse != null && latest >= newestBefore;
    }

    private boolean isConnectedEnough(UUID subject) {
        return of(subject).count() >= MOST_OF_ONE;
    }

    private Stream<Subscriber> of(UUID subject) {
        return readers.stream().filter(reader -> reader.subject().equals(subject));
    }

    /** That a client has gone is noticed only by writing to it, and only once its system has answered to that. */
    private void endTheDead(UUID subject) {
        for (int probe = 0; probe < PROBES && isConnectedEnough(subject); probe++) {
            of(subject).forEach(Subscriber::probe);
            try {
                Thread.sleep(PROBE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What of these changes may be seen now. */
    private Collection<Hint> hints(List<Change> changes, Entitlement entitlement) {
        Map<CaseId, Relations> now = changes.stream()
                .map(Change::caseId)
                .distinct()
                .collect(Collectors.toMap(caseId -> caseId, relations::now));
        Map<CaseId, Hint> hints = new LinkedHashMap<>();
        for (Change change : changes) {
            List<String> views = change.views(now.get(change.caseId()), entitlement);
            if (!views.isEmpty()) {
                hints.merge(change.caseId(), hint(change, views), Hint::and);
            }
        }
        return hints.values();
    }

    Subscriber.Terms terms() {
        return new Subscriber.Terms(heartbeat, bookmarks::of, readers::remove);
    }

    int connected() {
        return readers.size();
    }

    /** Who has been quiet is shown that the connection lives, and where to go on; whose token has ended is sent away. */
    private void beat() {
        try {
            Instant now = Instant.now();
            long known;
            synchronized (this) {
                known = next;
            }
            for (Subscriber reader : readers) {
                reader.beat(now, known);
            }
        } catch (RuntimeException e) {
            LOG.error("Readers could not be kept connected.", e);
        }
    }

    @Override
    public synchronized void start() {
        pulse = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-pulse");
            thread.setDaemon(true);
            return thread;
        });
        long every = Math.min(heartbeat.toMillis(), 1_000);
        pulse.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.MILLISECONDS);
    }

    /** Before the web server begins to wait for those who are still connected. */
    @Override
    public void stop() {
        synchronized (this) {
            pulse.shutdownNow();
            pulse = null;
        }
        readers.forEach(Subscriber::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return pulse != null;
    }
}
