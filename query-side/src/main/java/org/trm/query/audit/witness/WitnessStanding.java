package org.trm.query.audit.witness;

import java.time.Instant;
import org.trm.events.types.Optional;

/**
 * How a witness stands to a log.
 *
 * @param name of the witness
 * @param key by which its signatures are verified
 * @param log the origin of the log
 * @param size how many leaves the log had when it signed last; null when it never did
 * @param at when that was, as it says; null when it never did
 * @param since when it fell silent; null unless it did
 * @param sentence what is wrong; null when nothing is
 */
record WitnessStanding(
        String name,
        String key,
        String log,
        @Optional Long size,
        @Optional Instant at,
        State state,
        @Optional Instant since,
        @Optional String sentence) {

    /** Whether what we signed and what the witness signed go together. */
    enum State {
        /** It signs what we sign, or was asked a moment ago. */
        WELL,
        /** It has not signed what it was shown for longer than it should take. */
        SILENT,
        /** It saw another history of the log: somebody rewrote one of the two. */
        DISAGREES
    }
}
