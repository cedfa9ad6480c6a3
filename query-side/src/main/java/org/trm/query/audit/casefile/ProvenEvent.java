package org.trm.query.audit.casefile;

import java.util.Optional;
import org.trm.events.proof.Receipt;
import org.trm.query.audit.sealing.StoredRecord;
import org.trm.query.timeline.Disclosure;

/**
 * An event of a case as its reader may have it.
 *
 * @param entry what of it stands in the log, as its leaf is the hash of it
 */
record ProvenEvent(Disclosure told, StoredRecord stored, byte[] entry, Receipt receipt) {
    long version() {
        return told.entry().version();
    }

    /** As it is stored; empty where that says more than its reader may know. */
    Optional<byte[]> content() {
        return told.content() ? Optional.of(stored.payload()) : Optional.empty();
    }

    /** As it is stored; empty where that says more than its reader may know. */
    Optional<byte[]> metadata() {
        return told.provenance() ? Optional.of(stored.metadata()) : Optional.empty();
    }
}
