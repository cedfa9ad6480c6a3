package org.trm.query.view;

import java.util.List;
import java.util.Optional;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;

/** How a view's row follows from events: the one function behind the live view, the past view and the rebuilt view. */
@FunctionalInterface
public interface CaseFold<R extends CaseRow> {
    /**
     * What the row is after the event: pure, and a row for every event, its {@code version} that of the event.
     *
     * @param row what stood before; null for the first event of a case
     */
    R after(R row, Recorded<CaseEvent> event);

    /** The row as it was after the last of these events of one case, in order from its first; empty when there are none. */
    default Optional<R> over(List<Recorded<CaseEvent>> events) {
        R row = null;
        for (Recorded<CaseEvent> event : events) {
            row = after(row, event);
        }
        return Optional.ofNullable(row);
    }
}
