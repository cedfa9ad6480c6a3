package org.trm.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.Projections;

/** Sees how the projections stand. */
@Component
public class Watch {
    private static final int COUNTED = 100_000;

    private final GenerationTable generations;
    private final Projections projections;
    private final StoredEvents events;

    Watch(GenerationTable generations, Projections projections, StoredEvents events) {
        this.generations = generations;
        this.projections = projections;
        this.events = events;
    }

    /** All of them, by name. */
    public List<ProjectionStatus> all() {
        List<Generation> known =
                generations.all().stream().filter(generations::isOfHere).toList();
        long head = events.head();
        return known.stream()
                .map(Generation::view)
                .distinct()
                .flatMap(view -> read(view, known).stream())
                .map(read -> status(read, head, known))
                .toList();
    }

    /** The generation being read, or else the latest that is to be. */
    private static Optional<Generation> read(String view, List<Generation> known) {
        List<Generation> ofView = known.stream()
                .filter(generation -> generation.view().equals(view))
                .toList();
        return ofView.stream()
                .filter(generation -> generation.state() == Generation.State.CURRENT)
                .findFirst()
                .or(() -> ofView.stream().reduce((earlier, later) -> later));
    }

    private ProjectionStatus status(Generation current, long head, List<Generation> known) {
        long position = generations.position(current).index();
        Optional<String> failure = projections.failure(current);
        return new ProjectionStatus(
                current.view(),
                failure.isPresent() ? ProjectionStatus.State.STANDS_STILL : state(current),
                current.number(),
                current.changedAt(),
                position,
                head,
                position < head ? events.behind(position, COUNTED) : 0,
                position < head ? lagSeconds(position) : 0,
                failure.orElse(null),
                rebuild(current, known));
    }

    private static ProjectionStatus.State state(Generation read) {
        return read.state() == Generation.State.CURRENT ? ProjectionStatus.State.LIVE : ProjectionStatus.State.FILLING;
    }

    private double lagSeconds(long position) {
        return events.oldestBehind(position)
                .map(at -> Math.max(0, Duration.between(at, Instant.now()).toMillis()) / 1000.0)
                .orElse(0.0);
    }

    private static Progress rebuild(Generation current, List<Generation> known) {
        return known.stream()
                .filter(generation -> generation.view().equals(current.view()))
                .filter(generation -> generation.number() > current.number()
                        || generation == current && current.state() != Generation.State.CURRENT)
                .max(Comparator.comparing(Generation::number))
                .map(Progress::of)
                .orElse(null);
    }
}
