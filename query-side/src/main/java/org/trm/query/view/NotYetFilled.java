package org.trm.query.view;

/** A view that is new, or laid out anew, has not yet taken in what had been recorded before. */
public final class NotYetFilled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Its filling has not begun yet. */
    public NotYetFilled(String view) {
        super("The view " + view + " is about to be filled. Ask again in a moment.");
    }

    /** @param done about how many of {@code all} events it has taken in */
    public NotYetFilled(String view, long done, long all) {
        super("The view " + view + " is being filled: about " + done + " of " + all
                + " events are in it. Ask again in a moment.");
    }
}
