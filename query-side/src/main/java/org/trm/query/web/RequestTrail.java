package org.trm.query.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trm.events.wiring.Trail;

/**
 * What every request leaves behind: its id beside each line of the log, and, when it was refused, the code of the reason
 * among the figures.
 */
final class RequestTrail extends OncePerRequestFilter {
    private final Optional<MeterRegistry> meters;

    RequestTrail(Optional<MeterRegistry> meters) {
        this.meters = meters;
        // An increase can be told only of what has been there before.
        meters.ifPresent(registry -> {
            registry.counter("trm.refusals", "code", Unanswered.INTERNAL_ERROR.name());
            registry.counter("trm.refusals", "code", Unanswered.KEYS_UNREACHABLE.name());
            registry.counter("trm.refusals", "code", Unanswered.UNAVAILABLE.name());
        });
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        UUID id = Trail.of(request.getHeader("traceparent"), request.getHeader("X-Correlation-Id"))
                .orElseGet(UUID::randomUUID);
        try (var correlation = MDC.putCloseable(Trail.CORRELATION, id.toString())) {
            rest.doFilter(request, response);
        } finally {
            if (request.getAttribute(Trail.REFUSAL) instanceof String code) {
                meters.ifPresent(registry ->
                        registry.counter("trm.refusals", "code", code).increment());
            }
        }
    }
}
