package org.trm.query.view;

import org.trm.events.CaseEvent;
import org.trm.events.Recorded;

/**
 * A fold that checks itself: what it has taken in it skips, and an event that does not follow the last one it fails on,
 * so that a view is right or stands still and says so.
 */
public record CheckedFold<R extends CaseRow>(String view, CaseFold<R> fold) implements CaseFold<R> {
    public static <R extends CaseRow> CheckedFold<R> of(CaseView<R> view) {
        return new CheckedFold<>(view.name(), view.fold());
    }

    /** @throws IllegalStateException when an event is missing, or the fold does not carry the event's version */
    @Override
    public R after(R row, Recorded<CaseEvent> event) {
        long version = row == null ? 0 : row.version();
        if (event.version() <= version) {
            return row;
        }
        if (event.version() != version + 1) {
            throw wrong(event, "comes after version " + version + ": an event in between is missing");
        }
        R next = fold.after(row, event);
        if (next == null || next.version() != event.version()) {
            throw wrong(event, "was folded into a row that does not carry its version");
        }
        return next;
    }

    private IllegalStateException wrong(Recorded<CaseEvent> event, String what) {
        return new IllegalStateException("View " + view + ": version " + event.version() + " of case "
                + event.event().caseId() + " " + what + ". Rebuild the view when the cause is mended.");
    }
}
