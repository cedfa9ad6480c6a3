package org.trm.query.projection;

import java.time.Instant;
import org.trm.query.view.Schema;

/**
 * One set of a view's tables.
 *
 * @param number counts a view's generations from 1
 * @param layout the layout of the view that made it
 * @param builtAt when its bulk was there; null before, and for one that grew event by event
 * @param eventsDone how many events its building has folded
 * @param eventsAll about how many there were to fold
 * @param startsAt the global index after which its processor begins; null for the beginning
 * @param failure why it came to nothing; null when it did not
 * @param wish what an operator wishes of its building
 * @param pausedMillis how long its bulk has stood paused; a pause counts when it is over
 */
public record Generation(
        String view,
        int number,
        int layout,
        State state,
        Instant begunAt,
        Instant changedAt,
        Instant builtAt,
        long eventsDone,
        long eventsAll,
        Long startsAt,
        String failure,
        Wish wish,
        long pausedMillis) {

    /** What becomes of a generation, in order. */
    public enum State {
        /** Filled in bulk, beside the one being read. */
        BUILDING,
        /** Filled; its processor takes in what was recorded meanwhile. */
        CATCHING_UP,
        /** One of the two before, resting until an operator resumes it. */
        PAUSED,
        /** The one being read by nodes that know its layout. */
        CURRENT,
        /** Read no more by who asks anew; kept for a little while for those who did before. */
        RETIRED,
        DROPPED,
        /** Given up before it was read; its tables are gone. */
        FAILED,
        /** Given up because an operator wished it; its tables are gone. */
        CANCELLED;

        public boolean isInTheMaking() {
            return this == BUILDING || this == CATCHING_UP || this == PAUSED;
        }
    }

    /** What an operator wishes of the building of a generation. */
    public enum Wish {
        GO_ON,
        PAUSE,
        CANCEL
    }

    public Schema schema() {
        return Schema.of(view, number);
    }

    /** The name of its event processor. */
    public String processor() {
        return "view-" + view + "-" + number;
    }
}
