package org.trm.query.rebuild;

import java.time.Instant;
import org.trm.events.types.Optional;

/**
 * How a view's projection stands.
 *
 * @param generation the one being read, or the one that is being filled to be
 * @param since when that began
 * @param position the global index up to which it has taken in events; -1 before the first
 * @param head the highest global index that is visible; -1 when there is none
 * @param lagEvents how many events of cases it has yet to take in; counted up to 100,000
 * @param lagSeconds how long ago the oldest of them was recorded; 0 when there is none
 * @param failure why it stands still on the node that answers; null when it does not
 * @param rebuild how the rebuild goes that is under way, or how the last one went that failed or was cancelled; null when there is none
 */
public record ProjectionStatus(
        String name,
        State state,
        int generation,
        Instant since,
        long position,
        long head,
        long lagEvents,
        double lagSeconds,
        @Optional String failure,
        @Optional Progress rebuild) {

    /** Whether the projection goes on. */
    public enum State {
        LIVE,
        STANDS_STILL,
        /** Not read yet: what was recorded before is being taken in, by the rebuild that is told of. */
        FILLING
    }
}
