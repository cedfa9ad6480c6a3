package org.trm.query.web;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.Outage;
import org.trm.events.wiring.Trail;
import org.trm.query.view.NotYetFilled;
import org.trm.query.view.NotYetVisible;

/** Tells every question that is not answered as a problem of RFC 9457 with a stable code, and nothing of our insides. */
@RestControllerAdvice(basePackages = "org.trm.query")
class Problems {
    /** How a problem reads, for the description. */
    @Schema(name = QuestionOperations.PROBLEM)
    record Shown(
            URI type,
            String title,
            int status,
            String detail,
            URI instance,
            String code,
            List<QueryProblem.Field> errors) {}

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(QueryProblem problem) {
        return answer(problem.why(), problem.getMessage(), problem.errors(), new HttpHeaders(), problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotYetVisible late) {
        return answer(Unanswered.NOT_YET_VISIBLE, late.getMessage(), late);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotYetFilled growing) {
        return answer(Unanswered.NOT_READY, growing.getMessage(), growing);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return of(
                    mismatch.getRequiredType() == CaseId.class ? QueryProblem.unknownCase() : QueryProblem.notFound());
        }
        return of(QueryProblem.parameter(mismatch.getName(), expected(mismatch)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(MissingServletRequestParameterException missing) {
        Class<?> type = missing.getMethodParameter().getParameterType();
        return of(QueryProblem.parameter(missing.getParameterName(), "must be given, as " + Expected.of(type)));
    }

    @ExceptionHandler({KeysUnreachable.class, Tampered.class})
    ResponseEntity<ProblemDetail> ofKeys(RuntimeException missing) {
        return answer(Unanswered.KEYS_UNREACHABLE, Unanswered.KEYS_UNREACHABLE.sentence(), missing);
    }

    /** A header is looked at only when it is read, which may be in the middle of a question. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(RequestRejectedException unreadable) {
        return answer(Unanswered.MALFORMED_HEADER, Unanswered.MALFORMED_HEADER.sentence(), unreadable);
    }

    /** What Spring itself refuses: an unknown media type, another method. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(Exception refused, HttpServletResponse response) throws Exception {
        if (refused instanceof AccessDeniedException || refused instanceof AuthenticationException) {
            throw refused;
        }
        if (response.isCommitted()) {
            throw brokenOff(refused);
        }
        if (refused instanceof ErrorResponse known) {
            Unanswered why = Unanswered.of(known.getStatusCode().value());
            return answer(why, why.sentence(), List.of(), known.getHeaders(), refused);
        }
        if (refused instanceof TransientDataAccessException || Outage.causes(refused)) {
            return answer(Unanswered.UNAVAILABLE, Unanswered.UNAVAILABLE.sentence(), refused);
        }
        return answer(Unanswered.INTERNAL_ERROR, Unanswered.INTERNAL_ERROR.sentence(), refused);
    }

    /** Half an answer must not look like a whole one: the container closes the connection in the middle of it. */
    private static Exception brokenOff(Exception cause) {
        if (NestedExceptionUtils.getMostSpecificCause(cause) instanceof IOException) {
            LOG.debug("A client left before its answer was complete.");
        } else {
            LOG.error("An answer broke off in the middle.", cause);
        }
        return cause;
    }

    private static String expected(MethodArgumentTypeMismatchException mismatch) {
        for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().startsWith("must ")) {
                return cause.getMessage();
            }
        }
        Class<?> type = mismatch.getRequiredType();
        return type == null ? "is not understood" : "is not " + Expected.of(type);
    }

    /** What goes wrong here is found in the log by the instance of the answer; of the question nothing stands there. */
    private static URI noted(Unanswered why, Exception cause) {
        UUID occurrence = UUID.randomUUID();
        if (why == Unanswered.INTERNAL_ERROR) {
            LOG.error("Question {} was not answered: {}", occurrence, why, cause);
        } else {
            LOG.warn(
                    "Question {} was not answered: {}. {}",
                    occurrence,
                    why,
                    NestedExceptionUtils.getMostSpecificCause(cause).toString());
        }
        return URI.create("urn:uuid:" + occurrence);
    }

    private static ResponseEntity<ProblemDetail> answer(Unanswered why, String detail, Exception cause) {
        return answer(why, detail, List.of(), new HttpHeaders(), cause);
    }

    private static ResponseEntity<ProblemDetail> answer(
            Unanswered why, String detail, List<QueryProblem.Field> errors, HttpHeaders headers, Exception cause) {
        RequestContextHolder.currentRequestAttributes().setAttribute(Trail.REFUSAL, why.name(), SCOPE_REQUEST);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(why.status(), detail);
        problem.setType(why.type());
        problem.setTitle(why.title());
        problem.setProperty("code", why.name());
        problem.setProperty("errors", errors);
        if (why.status().is5xxServerError()) {
            problem.setInstance(noted(why, cause));
        }
        return ResponseEntity.status(why.status())
                .headers(headers)
                .headers(more -> why.retryAfter()
                        .ifPresent(seconds -> more.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
