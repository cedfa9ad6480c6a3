package org.trm.events.proof;

/** What was read does not have the form that it must have; the message says what does not fit. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
