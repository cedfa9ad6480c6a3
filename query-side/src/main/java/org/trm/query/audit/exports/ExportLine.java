package org.trm.query.audit.exports;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/**
 * That somebody took a list or a case file away.
 *
 * @param endedAt null while it is sent, and when nobody could say any more how that ended
 * @param lines how many were sent so far; of a case file, how many files
 * @param sha256 of all bytes that were sent, in hexadecimal; null as {@code endedAt} is
 * @param question the address that was asked
 * @param reader by pseudonym, as in the history
 * @param leaf which leaf of the log of readings says how it ended, so that its receipt is at
 *     {@code /api/log/readings/proof/{leaf}}; null until it is sealed
 */
record ExportLine(
        long number,
        Instant begunAt,
        @Optional Instant endedAt,
        State state,
        long lines,
        @Optional String sha256,
        String format,
        String question,
        UUID reader,
        Role role,
        CountryCode country,
        @Optional OrganisationId organisation,
        @Optional Long leaf) {

    /** How it goes, or went. */
    enum State {
        RUNNING,
        FINISHED,
        BROKEN_OFF
    }
}
