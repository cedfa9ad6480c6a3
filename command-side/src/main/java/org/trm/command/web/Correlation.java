package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * The id that ties together all that one request caused: the trace id of a well-formed {@code traceparent} (W3C Trace
 * Context), else a UUID in {@code X-Correlation-Id}, else one that the server gives.
 */
final class Correlation {
    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {}

    static UUID of(HttpServletRequest request) {
        return of(request, null);
    }

    /** @param otherwise what it is when the client names none; null to be given a new one */
    static UUID of(HttpServletRequest request, UUID otherwise) {
        if (request.getAttribute(ATTRIBUTE) instanceof UUID known) {
            return known;
        }
        UUID id = named(request);
        if (id == null) {
            id = otherwise == null ? Ids.next() : otherwise;
        }
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static UUID named(HttpServletRequest request) {
        String trace = header(request, "traceparent");
        if (trace != null && TRACE_PARENT.matcher(trace).matches()) {
            return new UUID(
                    Long.parseUnsignedLong(trace.substring(3, 19), 16),
                    Long.parseUnsignedLong(trace.substring(19, 35), 16));
        }
        String own = header(request, "X-Correlation-Id");
        return own != null && Ids.isUuid(own) ? UUID.fromString(own) : null;
    }

    /** One that may not be read names nothing, and does not keep a problem from being told. */
    private static String header(HttpServletRequest request, String name) {
        try {
            return request.getHeader(name);
        } catch (RequestRejectedException e) {
            return null;
        }
    }
}
