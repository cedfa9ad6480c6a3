package org.trm.command.store;

/** Something was decided on a state of the case that is no longer the latest; it must be decided anew. */
public final class StaleCase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleCase() {
        super("the case has moved on", null, false, false);
    }
}
