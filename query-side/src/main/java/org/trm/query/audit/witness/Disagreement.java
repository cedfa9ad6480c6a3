package org.trm.query.audit.witness;

/** A witness saw another history of the log than ours; the message says what it claims. */
final class Disagreement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Disagreement(String message) {
        super(message);
    }
}
