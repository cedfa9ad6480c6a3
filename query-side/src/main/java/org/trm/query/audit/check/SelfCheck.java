package org.trm.query.audit.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trm.events.types.Optional;
import org.trm.query.audit.sealing.Finding;
import org.trm.query.audit.sealing.LogName;

/**
 * How the comparison of everything stored with its log goes, or went.
 *
 * @param leavesAll how many leaves there were when it began
 * @param secondsLeft about; null when nothing is known, and when it has ended
 * @param failure why it came to no end; null when it did not fail
 * @param findings what does not agree; while it runs, what was found so far
 * @param redacted of how many records what was sealed was taken out after the person was erased, as an event says: nothing is
 *     wrong with these
 * @param redactions the first of them, in words
 */
public record SelfCheck(
        long number,
        LogName log,
        State state,
        Instant begunAt,
        @Optional Instant endedAt,
        long leavesDone,
        long leavesAll,
        @Optional Long secondsLeft,
        @Optional String failure,
        List<Finding> findings,
        long redacted,
        List<Finding> redactions) {

    /** How far it is. */
    public enum State {
        RUNNING,
        /** Everything stored agrees with the log. */
        NOTHING_FOUND,
        /** Something does not: an alarm. */
        FOUND,
        FAILED
    }

    static State state(Instant endedAt, String failure, List<Finding> findings) {
        if (endedAt == null) {
            return State.RUNNING;
        }
        return failure != null ? State.FAILED : findings.isEmpty() ? State.NOTHING_FOUND : State.FOUND;
    }

    static Long secondsLeft(Instant begunAt, Instant movedAt, long done, long all) {
        long millis = Duration.between(begunAt, movedAt).toMillis();
        return done == 0 ? null : millis * Math.max(0, all - done) / done / 1000;
    }
}
