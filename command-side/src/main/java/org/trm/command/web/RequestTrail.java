package org.trm.command.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trm.events.wiring.Trail;

/** What every request leaves behind: its id beside each line of the log, and what came of it among the figures. */
final class RequestTrail extends OncePerRequestFilter {
    private final ActFigures figures;

    RequestTrail(ActFigures figures) {
        this.figures = figures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        try (var correlation =
                MDC.putCloseable(Trail.CORRELATION, Correlation.of(request).toString())) {
            rest.doFilter(request, response);
        } finally {
            figures.count(request, response, Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
