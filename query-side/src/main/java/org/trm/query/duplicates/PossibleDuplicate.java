package org.trm.query.duplicates;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.CountryCode;
import org.trm.query.web.Cursor;

/**
 * That somebody else's case, or another one of one's own, may be of the same person. Of how many, and by what, it is not told.
 *
 * @param caseId one's own
 * @param country that is responsible for the other one now, and whose focal point is to be asked
 * @param foundAt when any such one was first found
 */
record PossibleDuplicate(UUID caseId, CountryCode country, Instant foundAt) {
    Cursor place() {
        return Cursor.at(foundAt, caseId, country);
    }
}
