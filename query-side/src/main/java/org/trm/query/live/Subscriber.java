package org.trm.query.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.trm.events.types.CaseId;
import org.trm.query.access.Entitlement;

/**
 * One connection of a reader. What she has not taken yet waits here, once a case; it is written whenever her connection
 * takes more, by whichever thread notices. Who lets too much wait is disconnected, and can come back.
 */
final class Subscriber implements WriteListener, AsyncListener {
    /** How many cases may wait to be told of. */
    static final int MOST_WAITING = 256;

    /** A comment, which clients pass over. */
    private static final String NOTHING = ":\n\n";

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final UUID subject;
    private final Entitlement entitlement;
    private final Instant until;
    private final Terms terms;
    private final Deque<String> words = new ArrayDeque<>();
    private final Map<CaseId, Hint> waiting = new LinkedHashMap<>();
    private boolean begun;
    private boolean unflushed;
    private boolean ended;
    private long lastWord = System.nanoTime();

    /**
     * What all readers have in common.
     *
     * @param bookmark a place as readers keep it
     * @param whenGone to be told when a reader has gone
     */
    record Terms(Duration heartbeat, LongFunction<String> bookmark, Consumer<Subscriber> whenGone) {}

    /** @param until when her token ends */
    Subscriber(
            AsyncContext connection,
            ServletOutputStream out,
            UUID subject,
            Entitlement entitlement,
            Instant until,
            Terms terms) {
        this.connection = connection;
        this.out = out;
        this.subject = subject;
        this.entitlement = entitlement;
        this.until = until;
        this.terms = terms;
    }

    UUID subject() {
        return subject;
    }

    Entitlement entitlement() {
        return entitlement;
    }

    /**
     * Begins to write: what was missed first, then what has come in meanwhile.
     *
     * @param known the first place of which she will be told by itself
     * @param tooLong whether more was missed than is known, so that she must read everything again
     */
    synchronized void begin(long known, boolean tooLong, Collection<Hint> missed) {
        if (ended) {
            return;
        }
        words.add("retry: " + RETRY.toMillis() + "\n\n");
        if (tooLong) {
            words.add("event: reset\nid: " + terms.bookmark().apply(known) + "\ndata: {}\n\n");
        } else if (missed.isEmpty()) {
            words.add(id(known));
        }
        Collection<Hint> since = new ArrayDeque<>(waiting.values());
        waiting.clear();
        missed.forEach(this::await);
        since.forEach(this::await);
        begun = true;
        out.setWriteListener(this);
    }

    void offer(Hint hint) {
        await(hint);
        write();
    }

    private synchronized void await(Hint hint) {
        waiting.merge(hint.caseId(), hint, Hint::and);
        if (waiting.size() > MOST_WAITING && begun) {
            end(AsyncContext::dispatch);
        }
    }

    /** @param known the first place of which she has not been told, and will be when it is for her */
    void beat(Instant now, long known) {
        if (!now.isBefore(until)) {
            end();
            return;
        }
        synchronized (this) {
            boolean quiet = System.nanoTime() - lastWord >= terms.heartbeat().toNanos();
            if (!begun || !quiet || !words.isEmpty() || !waiting.isEmpty()) {
                return;
            }
            words.add(id(known));
        }
        write();
    }

    /** Says nothing, to find out whether somebody is still there. */
    void probe() {
        synchronized (this) {
            if (!begun || ended || !words.isEmpty()) {
                return;
            }
            words.add(NOTHING);
        }
        write();
    }

    /** A comment, which shows that the connection lives, and a place to go on from, which no client takes for news. */
    private String id(long known) {
        return ":\nid: " + terms.bookmark().apply(known) + "\n\n";
    }

    @Override
    public void onWritePossible() {
        write();
    }

    private synchronized void write() {
        try {
            while (begun && !ended && out.isReady()) {
                String next = next();
                if (next != null) {
                    out.write(next.getBytes(StandardCharsets.UTF_8));
                    unflushed = true;
                    lastWord = System.nanoTime();
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            end();
        }
    }

    private String next() {
        if (!words.isEmpty() || waiting.isEmpty()) {
            return words.poll();
        }
        Hint hint = waiting.remove(waiting.keySet().iterator().next());
        return "event: changed\nid: " + terms.bookmark().apply(hint.next()) + "\ndata: " + hint.json() + "\n\n";
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    /** The container would answer a lost connection with an error page, were it not ended here. */
    @Override
    public void onError(AsyncEvent lost) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent tooLong) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent over) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent again) {
        // Nobody starts it again.
    }

    void end() {
        end(AsyncContext::complete);
    }

    /**
     * @param how a connection that cannot take what was written is dispatched, which ends it too: Tomcat would never
     *     count it as over if it broke while being completed, and a service that stops would wait for it
     */
    private void end(Consumer<AsyncContext> how) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
        }
        terms.whenGone().accept(this);
        try {
            how.accept(connection);
        } catch (IllegalStateException e) {
            // The container was quicker.
        }
    }
}
