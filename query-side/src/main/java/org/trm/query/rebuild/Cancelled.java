package org.trm.query.rebuild;

/** An operator does not wish the rebuild any more. */
final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
        super("The rebuild was cancelled.", null, false, false);
    }
}
