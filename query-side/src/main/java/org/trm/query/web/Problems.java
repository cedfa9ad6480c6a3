package org.trm.query.web;

import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.trm.query.view.NotYetVisible;

/** Tells every question that is not answered as a problem of RFC 9457 with a stable code, and nothing of our insides. */
@RestControllerAdvice(basePackages = "org.trm.query")
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(QueryProblem problem) {
        return answer(problem.status(), problem.code(), problem.getMessage(), problem.errors(), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(NotYetVisible late) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "NOT_YET_VISIBLE", late.getMessage(), List.of(), headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return of(QueryProblem.unknownCase());
        }
        return of(QueryProblem.parameter(mismatch.getName(), expected(mismatch)));
    }

    /** What Spring itself refuses: a missing parameter, an unknown media type, another method. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(Exception refused) throws Exception {
        if (refused instanceof AccessDeniedException || refused instanceof AuthenticationException) {
            throw refused;
        }
        if (refused instanceof ErrorResponse response) {
            HttpStatusCode status = response.getStatusCode();
            String code = HttpStatus.valueOf(status.value()).name();
            return answer(status, code, response.getBody().getDetail(), List.of(), response.getHeaders());
        }
        LOG.error("A question could not be answered.", refused);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "DEFECT",
                "This is a defect of the service; it has been noted there.",
                List.of(),
                new HttpHeaders());
    }

    private static String expected(MethodArgumentTypeMismatchException mismatch) {
        Throwable cause = mismatch.getMostSpecificCause();
        if (cause.getMessage() != null && cause.getMessage().startsWith("must ")) {
            return cause.getMessage();
        }
        Class<?> type = mismatch.getRequiredType();
        return type == null ? "is not understood" : "is not " + Expected.of(type);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, String code, String detail, List<QueryProblem.Field> errors, HttpHeaders headers) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(HttpStatus.valueOf(status.value()).getReasonPhrase());
        problem.setProperty("code", code);
        problem.setProperty("errors", errors);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
