package org.trm.command.web;

/** Ends a request with a problem. It carries no stack trace: what was wrong stands in the problem. */
final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unanswerable(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    Unanswerable(Fault fault) {
        this(Problem.of(fault));
    }

    Problem problem() {
        return problem;
    }
}
