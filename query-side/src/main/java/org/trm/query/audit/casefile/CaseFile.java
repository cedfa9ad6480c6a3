package org.trm.query.audit.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.trm.events.proof.SignedNote;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.query.access.AccessScope;

/**
 * What one reader is given of one case.
 *
 * @param reader by pseudonym, as in the history
 * @param version of the case, as she is told it
 * @param events those that her timeline tells, in order
 * @param checkpoint by which every event is proven
 * @param keys by which checkpoints were signed, the one in use last
 */
record CaseFile(
        CaseId caseId,
        CaseReference reference,
        UUID reader,
        AccessScope scope,
        long version,
        Instant madeAt,
        List<ProvenEvent> events,
        SignedNote checkpoint,
        List<String> keys) {}
