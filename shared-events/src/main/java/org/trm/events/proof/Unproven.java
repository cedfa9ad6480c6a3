package org.trm.events.proof;

/** A proof or a signature does not show what it is to show; the message says why. */
public final class Unproven extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unproven(String message) {
        super(message);
    }
}
