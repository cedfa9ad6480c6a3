package org.trm.query.audit.witness;

/** A witness said nothing that we could use; the message says why. */
final class Silence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Silence(String message) {
        super(message);
    }
}
