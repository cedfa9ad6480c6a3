package org.trm.query.duplicates;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DuplicateOutcome;
import org.trm.events.types.Optional;
import org.trm.query.web.Cursor;

/**
 * That somebody else's case, or another one of one's own, may be of the same person. Of how many, and by what, it is not told.
 *
 * @param caseId one's own
 * @param country that is responsible for the other one now, and whose focal point is to be asked
 * @param foundAt when any such one was first found
 * @param outcome what came of asking there, as one's own country said it last; null while something that is found there is
 *     not settled
 * @param settledAt when that was said; null likewise
 * @param settledBy who said it, by pseudonym; null likewise
 */
record PossibleDuplicate(
        UUID caseId,
        CountryCode country,
        Instant foundAt,
        @Optional DuplicateOutcome outcome,
        @Optional Instant settledAt,
        @Optional UUID settledBy) {
    Cursor place() {
        return Cursor.at(foundAt, caseId, country);
    }
}
