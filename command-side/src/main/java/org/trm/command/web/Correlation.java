package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.trm.events.wiring.Trail;

/** The id that ties together all that one request caused: the client's, see {@link Trail#of}, else one that the server gives. */
final class Correlation {
    private static final String ATTRIBUTE = Correlation.class.getName();

    private Correlation() {}

    static UUID of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof UUID known) {
            return known;
        }
        UUID id = Trail.of(header(request, "traceparent"), header(request, "X-Correlation-Id"))
                .orElseGet(Ids::next);
        request.setAttribute(ATTRIBUTE, id);
        return id;
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
