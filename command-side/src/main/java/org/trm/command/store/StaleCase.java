package org.trm.command.store;

/** A refusal was decided on a state of the case that is no longer the latest; it must be decided anew. */
public final class StaleCase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleCase() {
        super("the case has moved on", null, false, false);
    }
}
