package org.trm.deploy.verifier;

/** The command line asks for something that cannot be done; the message says what to do. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }
}
