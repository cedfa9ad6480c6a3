package org.trm.query.view;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
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

    private final Map<String, CaseView<?>> views;
    private final Generations generations;
    private final JdbcOperations jdbc;
    private final Map<Awaited, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    public VersionAwaiter(List<CaseView<?>> views, Generations generations, JdbcOperations jdbc) {
        this.views = views.stream().collect(Collectors.toMap(CaseView::name, Function.identity()));
        this.generations = generations;
        this.jdbc = jdbc;
    }

    /**
     * Returns once the view has at least this version of the case; holds no database connection meanwhile.
     *
     * @throws NotYetVisible when it has not after three seconds
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
     * @throws NotYetVisible when there is nothing to see after three seconds, whatever the reason
     */
    public <T> T await(String view, CaseId caseId, long atLeast, Supplier<Optional<T>> look) {
        return await(new Awaited(view, caseId), atLeast, look);
    }

    private <T> T await(Awaited awaited, long atLeast, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            CompletableFuture<Void> signal = waiting.computeIfAbsent(awaited, ignored -> new CompletableFuture<>());
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() >= end) {
                waiting.remove(awaited, signal);
                throw new NotYetVisible(awaited.caseId(), atLeast);
            }
            park(signal);
        }
    }

    /** Wakes those who wait for these cases: the view has taken in more of them. */
    public void taken(String view, Collection<CaseId> cases) {
        if (!waiting.isEmpty()) {
            for (CaseId caseId : cases) {
                CompletableFuture<Void> signal = waiting.remove(new Awaited(view, caseId));
                if (signal != null) {
                    signal.complete(null);
                }
            }
        }
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
