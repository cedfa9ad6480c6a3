package org.trm.query.duplicates;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.privacy.BlindIndex;
import org.trm.events.types.CountryCode;
import org.trm.query.web.Cursor;

/**
 * That somebody else's case, or another one of one's own, may be of the same person. Of how many it is not told.
 *
 * @param caseId one's own
 * @param country that is responsible for the other one now, and whose focal point is to be asked
 * @param by what the two have in common
 * @param foundAt when that was first found
 */
record PossibleDuplicate(UUID caseId, CountryCode country, BlindIndex by, Instant foundAt) {
    Cursor place() {
        return Cursor.at(foundAt, caseId, country, by);
    }
}
