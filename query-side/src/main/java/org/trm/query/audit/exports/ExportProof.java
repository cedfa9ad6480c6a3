package org.trm.query.audit.exports;

import org.trm.events.types.Optional;

/**
 * One thing that was taken away, and what proves it.
 *
 * @param record what is recorded of its end, as it was sealed: canonical JSON (RFC 8785); null before
 * @param entry what the leaf is the hash of, as text: {@code SHA-256(0x00 ‖ entry)} (RFC 6962, 2.1); the SHA-256 of the record
 *     stands in it; null until it is sealed
 */
record ExportProof(
        ExportLine export,
        @Optional String record,
        @Optional String entry) {}
