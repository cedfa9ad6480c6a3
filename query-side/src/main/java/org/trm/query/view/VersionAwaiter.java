package org.trm.query.view;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;

/** Lets a reader see what she has just written: waits until a view has taken in some version of a case. */
@Component
public class VersionAwaiter {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** How soon a version is noticed that another node has taken in: that node does not wake readers here. */
    private static final Duration RECHECK = Duration.ofMillis(100);

    /** Each who waits holds a thread of the web server, and some must be left for those who need not wait. */
    static final int MOST_WAITING = 64;

    private final Map<String, CaseView<?>> views;
    private final Generations generations;
    private final JdbcOperations jdbc;
    private final Map<Awaited, Set<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private final Semaphore seats = new Semaphore(MOST_WAITING);

    public VersionAwaiter(List<CaseView<?>> views, Generations generations, JdbcOperations jdbc) {
        this.views = views.stream().collect(Collectors.toMap(CaseView::name, Function.identity()));
        this.generations = generations;
        this.jdbc = jdbc;
    }

    /**
     * Returns once the view has at least this version of the case; holds no database connection meanwhile.
     *
     * @throws NotYetVisible when it has not after three seconds, or too many wait already
     */
    public void await(String view, CaseId caseId, long atLeast) {
        Awaited awaited = new Awaited(view, caseId);
        await(awaited, atLeast, () -> Optional.of(version(awaited)).filter(version -> version >= atLeast));
    }

    /**
     * The same for a reader who must not learn how far the case has come, only how far it has come for her: looks anew
     * whenever the view has taken in more of it, until she sees something.
     *
     * @param look what she sees, once it has taken in the version that she asks for; empty before
     * @throws NotYetVisible when there is nothing to see after three seconds, whatever the reason, or too many wait already
     */
    public <T> T await(String view, CaseId caseId, long atLeast, Supplier<Optional<T>> look) {
        return await(new Awaited(view, caseId), atLeast, look);
    }

    private <T> T await(Awaited awaited, long atLeast, Supplier<Optional<T>> look) {
        return look.get().orElseGet(() -> {
            if (!seats.tryAcquire()) {
                throw new NotYetVisible(awaited.caseId(), atLeast);
            }
            try {
                return lookAgain(awaited, atLeast, look);
            } finally {
                seats.release();
            }
        });
    }

    private <T> T lookAgain(Awaited awaited, long atLeast, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            CompletableFuture<Void> signal = new CompletableFuture<>();
            waiting.compute(awaited, (key, signals) -> with(signals, signal));
            try {
                Optional<T> seen = look.get();
                if (seen.isPresent()) {
                    return seen.get();
                }
                park(signal);
            } finally {
                forget(awaited, signal);
            }
        }
        return look.get().orElseThrow(() -> new NotYetVisible(awaited.caseId(), atLeast));
    }

    /** Changed only while the map holds its entry, so that nobody joins those who are being woken. */
    private static Set<CompletableFuture<Void>> with(
            Set<CompletableFuture<Void>> signals, CompletableFuture<Void> signal) {
        Set<CompletableFuture<Void>> all = signals == null ? ConcurrentHashMap.newKeySet() : signals;
        all.add(signal);
        return all;
    }

    private void forget(Awaited awaited, CompletableFuture<Void> signal) {
        waiting.computeIfPresent(awaited, (key, signals) -> {
            signals.remove(signal);
            return signals.isEmpty() ? null : signals;
        });
    }

    /** Wakes those who wait for these cases: the view has taken in more of them. */
    public void taken(String view, Collection<CaseId> cases) {
        if (!waiting.isEmpty()) {
            for (CaseId caseId : cases) {
                Set<CompletableFuture<Void>> signals = waiting.remove(new Awaited(view, caseId));
                if (signals != null) {
                    signals.forEach(signal -> signal.complete(null));
                }
            }
        }
    }

    /** For how many cases somebody waits. */
    int waiting() {
        return waiting.size();
    }

    private long version(Awaited awaited) {
        return new ViewTables<>(views.get(awaited.view()), generations.current(awaited.view()))
                .version(jdbc, awaited.caseId());
    }

    private static void park(CompletableFuture<Void> signal) {
        try {
            signal.get(RECHECK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Nobody on this node took it in; perhaps another did.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Awaited(String view, CaseId caseId) {}
}
