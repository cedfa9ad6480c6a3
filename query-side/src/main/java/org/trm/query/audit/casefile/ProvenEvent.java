package org.trm.query.audit.casefile;

import java.util.Optional;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.proof.Receipt;
import org.trm.events.wiring.EventCatalogue;
import org.trm.query.audit.sealing.StoredRecord;
import org.trm.query.timeline.Disclosure;

/**
 * An event of a case as its reader may have it.
 *
 * @param entry what of it stands in the log, as its leaf is the hash of it
 * @param redacted that what was sealed in it was taken out, and by what, as a sentence; null when nothing was
 */
record ProvenEvent(Disclosure told, StoredRecord stored, byte[] entry, Receipt receipt, String redacted) {
    private static final String REDACTION = EventCatalogue.nameOf(SealedDataRedacted.class);

    long version() {
        return told.entry().version();
    }

    /** As it is stored; empty where that says more than its reader may know. */
    Optional<byte[]> content() {
        return told.content() ? Optional.of(stored.payload()) : Optional.empty();
    }

    /** Whether its reader sees by it which events were redacted, and to what. */
    boolean tellsOfRedaction() {
        return told.content() && stored.type().equals(REDACTION);
    }

    /** As it is stored; empty where that says more than its reader may know. */
    Optional<byte[]> metadata() {
        return told.provenance() ? Optional.of(stored.metadata()) : Optional.empty();
    }
}
