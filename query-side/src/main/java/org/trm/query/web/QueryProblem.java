package org.trm.query.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A question that is not answered, and why: told as a problem of RFC 9457. */
public final class QueryProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Field> errors;

    private QueryProblem(HttpStatus status, String code, String detail, List<Field> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    /** There is nothing by this name. */
    public static QueryProblem notFound() {
        return new QueryProblem(
                HttpStatus.NOT_FOUND, "NO_SUCH_RESOURCE", "There is nothing at this address.", List.of());
    }

    /** There is none, or none that this reader may know of: the two are answered alike, as to who would act on it. */
    public static QueryProblem unknownCase() {
        return new QueryProblem(
                HttpStatus.NOT_FOUND,
                "UNKNOWN_CASE",
                "There is no such case for you: check its id, or ask the country that holds it.",
                List.of());
    }

    /** The reader may know of it but not see it. */
    public static QueryProblem forbidden(String detail) {
        return new QueryProblem(HttpStatus.FORBIDDEN, "FORBIDDEN", detail, List.of());
    }

    /** A query parameter has a value that it cannot have. */
    public static QueryProblem parameter(String name, String detail) {
        return new QueryProblem(
                HttpStatus.BAD_REQUEST,
                "MALFORMED_PARAMETER",
                "The query parameter " + name + " " + detail + ".",
                List.of(new Field("?" + name, "MALFORMED", detail)));
    }

    /** Something else is going on that excludes this. */
    public static QueryProblem conflict(String code, String detail) {
        return new QueryProblem(HttpStatus.CONFLICT, code, detail, List.of());
    }

    /** The reader has as much of this as one may have. */
    public static QueryProblem tooMany(String detail) {
        return new QueryProblem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_CONNECTIONS", detail, List.of());
    }

    /** In a moment it may be answered. */
    public static QueryProblem notReady(String detail) {
        return new QueryProblem(HttpStatus.SERVICE_UNAVAILABLE, "NOT_READY", detail, List.of());
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    List<Field> errors() {
        return errors;
    }

    /**
     * One thing that is wrong with the question.
     *
     * @param pointer a query parameter as {@code ?name}
     */
    public record Field(String pointer, String code, String detail) {}
}
