package org.trm.events.wiring;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** By what one request is followed, on both sides and in all that comes of it: in logs, events and figures. */
public final class Trail {
    /** What stands beside every log line that a request caused: the id that ties them together. */
    public static final String CORRELATION = "correlationId";

    /** The attribute of a request in which the code of its refusal is left for whoever counts them. */
    public static final String REFUSAL = "org.trm.refusal";

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Trail() {}

    /**
     * The id that a client has given its request: the trace id of a well-formed {@code traceparent} (W3C Trace Context), else
     * a UUID as {@code X-Correlation-Id}; empty when it gave neither.
     *
     * @param traceParent null when there is no such header; likewise {@code correlationId}
     */
    public static Optional<UUID> of(String traceParent, String correlationId) {
        if (traceParent != null && TRACE_PARENT.matcher(traceParent).matches()) {
            return Optional.of(new UUID(
                    Long.parseUnsignedLong(traceParent.substring(3, 19), 16),
                    Long.parseUnsignedLong(traceParent.substring(19, 35), 16)));
        }
        return correlationId != null && UUID_TEXT.matcher(correlationId).matches()
                ? Optional.of(UUID.fromString(correlationId))
                : Optional.empty();
    }
}
