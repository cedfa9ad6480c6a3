package org.trm.events.privacy;

/** Something sealed is not what was sealed: it was altered, moved to another place, or the wrong key was given. */
public final class Tampered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Tampered(String what) {
        super(what);
    }
}
