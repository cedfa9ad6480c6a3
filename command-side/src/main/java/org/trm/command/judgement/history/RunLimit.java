package org.trm.command.judgement.history;

import java.time.Instant;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;

/**
 * A time limit that ran in a case, by the procedure of the day and by the other one.
 *
 * @param referralId null for a limit of the case itself
 * @param startedBy the version of the case from which on it ran
 * @param day as it was recorded when it started
 * @param other as it would have been
 * @param endedBy the version at which something else took its place; null while it runs
 * @param endedAt null while it runs
 */
record RunLimit(ReferralId referralId, long startedBy, Deadline day, Deadline other, Long endedBy, Instant endedAt) {

    /** How a limit was kept. */
    enum Kept {
        /** What it was for was done before anybody was told. */
        IN_TIME,
        /** The coordinators were told of it, or would have been. */
        REMINDED,
        /** It lapsed, or would have. */
        LAPSED
    }

    RunLimit ended(long by, Instant at) {
        return new RunLimit(referralId, startedBy, day, other, by, at);
    }

    /** @param end as of which it is told of one that runs still */
    Kept kept(Deadline deadline, Instant end) {
        Instant until = endedAt == null ? end : endedAt;
        if (deadline.lapsed(until)) {
            return Kept.LAPSED;
        }
        return deadline.due(until) ? Kept.REMINDED : Kept.IN_TIME;
    }
}
