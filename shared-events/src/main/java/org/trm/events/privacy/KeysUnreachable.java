package org.trm.events.privacy;

/** The keys cannot be reached now, or one that must be there is missing; nothing was sealed or opened. */
public final class KeysUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeysUnreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
