package org.trm.deploy.verifier;

/** Something that must be read cannot be, so that nothing is known: neither that all is well nor that it is not. */
final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(String message) {
        super(message);
    }
}
