package org.trm.query.reading;

import java.time.Instant;
import org.trm.query.access.Sight;

/**
 * A case as one reader may see it.
 *
 * @param row as of the moment that was asked for
 * @param sight what of it she sees
 * @param past whether that moment is one of the past, so that the row holds all that happened up to it
 */
public record Seen<R extends CaseOfParties>(R row, Sight sight, boolean past) {
    /** When the latest event of which she is told was recorded. */
    public Instant latest() {
        return row.relations().noticed(sight.foremost().country()).orElseThrow().at();
    }

    /** The version of the case that she is told. */
    public long version() {
        return sight.version(row.version());
    }
}
