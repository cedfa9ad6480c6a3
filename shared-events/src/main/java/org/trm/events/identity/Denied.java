package org.trm.events.identity;

/** Someone was not let in. Without a stack trace: whom and where says nothing that the reason does not. */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Denial denial;

    public Denied(Denial denial) {
        this(denial, denial.sentence());
    }

    /** @param detail what to do about it; names claims and headers, never their values */
    public Denied(Denial denial, String detail) {
        super(detail, null, false, false);
        this.denial = denial;
    }

    public Denial denial() {
        return denial;
    }
}
