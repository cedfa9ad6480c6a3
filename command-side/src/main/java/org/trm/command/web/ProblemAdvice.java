package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.duplicates.ComparedTooOften;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Shredded;
import org.trm.events.privacy.Tampered;
import org.trm.events.wiring.Outage;

/**
 * Whatever ends a request to the command side early becomes a problem; what nobody foresaw shows nothing but where to ask.
 * What no controller of ours was meant to answer is left to {@link ProblemValve}.
 */
@ControllerAdvice(basePackages = "org.trm.command")
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    void answer(Unanswerable e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        e.problem().answer(request, response);
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem.of(Fault.MALFORMED_REQUEST).answer(request, response);
    }

    /** A header is looked at only when it is read, which may be in the middle of an act. */
    @ExceptionHandler
    void unreadable(RequestRejectedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem.of(Fault.MALFORMED_HEADER).answer(request, response);
    }

    @ExceptionHandler
    void mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem.of(Fault.MALFORMED_PARAMETER).with("parameter", e.getName()).answer(request, response);
    }

    @ExceptionHandler
    void tooOften(ComparedTooOften e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, e.pause().toSeconds() + 1)));
        Problem.of(Fault.COMPARED_TOO_OFTEN).answer(request, response);
    }

    /** Security answers these itself, by its own filters. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notPermitted(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    void other(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof Shredded) {
            Problem.of(new Refused(Rule.PERSON_ERASED, Map.of(), 0)).answer(request, response);
        } else if (e instanceof KeysUnreachable || e instanceof Tampered) {
            LOG.error("Request {} needs keys: {}", Correlation.of(request), e.getMessage());
            Problem.of(Fault.KEYS_UNREACHABLE).answer(request, response);
        } else if (e instanceof ErrorResponse known) {
            String allow = known.getHeaders().getFirst(HttpHeaders.ALLOW);
            if (allow != null) {
                response.setHeader(HttpHeaders.ALLOW, allow);
            }
            Problem.of(Fault.of(known.getStatusCode().value())).answer(request, response);
        } else if (e instanceof TransientDataAccessException || Outage.causes(e)) {
            LOG.warn(
                    "The database did not serve request {}: {}",
                    Correlation.of(request),
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            Problem.of(Fault.UNAVAILABLE).answer(request, response);
        } else {
            LOG.error("Request {} failed", Correlation.of(request), e);
            Problem.of(Fault.INTERNAL_ERROR).answer(request, response);
        }
    }
}
