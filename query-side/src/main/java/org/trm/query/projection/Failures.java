package org.trm.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Why segments of a projection stand still on this node. What is not tried again here within two minutes is forgotten. */
public final class Failures {
    /** Longer than the longest pause between two tries. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Map<Integer, Failure> bySegment = new ConcurrentHashMap<>();

    void note(int segment, Throwable error) {
        bySegment.put(segment, new Failure(reason(error), Instant.now()));
    }

    void overcome(int segment) {
        bySegment.remove(segment);
    }

    Optional<String> latest() {
        Instant since = Instant.now().minus(KEPT);
        return bySegment.values().stream()
                .filter(failure -> failure.at().isAfter(since))
                .map(Failure::reason)
                .findFirst();
    }

    /** What went wrong first, in words. */
    public static String reason(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private record Failure(String reason, Instant at) {}
}
