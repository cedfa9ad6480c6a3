package org.trm.query.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.trm.events.proof.LogEntry;

/**
 * Where an event of a case stands in the sealed log.
 *
 * @param version of the case that the event made
 * @param leaf which leaf, counted from 0; its receipt is at {@code /api/log/proof/{leaf}}
 * @param entry what the leaf is the hash of, as text: {@code SHA-256(0x00 ‖ entry)} (RFC 6962, 2.1)
 */
public record CaseLeaf(long version, String eventId, long leaf, String entry) {
    static CaseLeaf of(long leaf, byte[] entry) {
        LogEntry parsed = LogEntry.parse(entry);
        return new CaseLeaf(parsed.seq() + 1, parsed.eventId(), leaf, new String(entry, UTF_8));
    }
}
