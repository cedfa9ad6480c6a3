package org.trm.query.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.trm.events.proof.LogEntry;
import org.trm.events.types.Optional;
import org.trm.query.audit.sealing.StoredLeaf;

/**
 * Where an event of a case stands in the sealed log.
 *
 * @param version of the case that the event made
 * @param leaf which leaf, counted from 0; its receipt is at {@code /api/log/proof/{leaf}}
 * @param entry what the leaf is the hash of, as text: {@code SHA-256(0x00 ‖ entry)} (RFC 6962, 2.1)
 * @param redacted where what was sealed about the person was taken out of the event, a sentence that says by what; what is
 *     stored of it is then not what the entry names as its payload. Null where nothing was
 */
public record CaseLeaf(
        long version,
        String eventId,
        long leaf,
        String entry,
        @Optional String redacted) {
    static CaseLeaf of(StoredLeaf leaf, String redacted) {
        LogEntry entry = LogEntry.parse(leaf.entry());
        return new CaseLeaf(entry.seq() + 1, entry.eventId(), leaf.index(), new String(leaf.entry(), UTF_8), redacted);
    }
}
