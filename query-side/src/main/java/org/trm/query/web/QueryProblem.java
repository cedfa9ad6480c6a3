package org.trm.query.web;

import java.util.List;

/** A question that is not answered, and why: told as a problem of RFC 9457. */
public final class QueryProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Unanswered why;
    private final transient List<Field> errors;

    private QueryProblem(Unanswered why, String detail, List<Field> errors) {
        super(detail, null, false, false);
        this.why = why;
        this.errors = errors;
    }

    public static QueryProblem of(Unanswered why) {
        return of(why, why.sentence());
    }

    /** @param detail says more than the reason alone */
    public static QueryProblem of(Unanswered why, String detail) {
        return new QueryProblem(why, detail, List.of());
    }

    /** There is nothing by this name. */
    public static QueryProblem notFound() {
        return of(Unanswered.NO_SUCH_RESOURCE);
    }

    /** There is none, or none that this reader may know of: the two are answered alike, as to who would act on it. */
    public static QueryProblem unknownCase() {
        return of(Unanswered.UNKNOWN_CASE);
    }

    /** A query parameter has a value that it cannot have. */
    public static QueryProblem parameter(String name, String detail) {
        return new QueryProblem(
                Unanswered.MALFORMED_PARAMETER,
                "The query parameter " + name + " " + detail + ".",
                List.of(new Field("?" + name, "MALFORMED", detail)));
    }

    Unanswered why() {
        return why;
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
