package org.trm.deploy.benchmarks;

/** The command line asks for something that does not exist. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }
}
