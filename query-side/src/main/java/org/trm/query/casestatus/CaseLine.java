package org.trm.query.casestatus;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.Optional;
import org.trm.events.types.Relation;

/**
 * A case in a list of cases, as one country sees it; what it may not see is null.
 *
 * @param country as which country the reader sees it
 * @param due when the first thing that is expected is due; null when nothing is running
 * @param until when what is due next lapses or is escalated; null when nothing is running
 */
record CaseLine(
        UUID caseId,
        String reference,
        long version,
        String country,
        Relation relation,
        Instant since,
        @Optional String responsibleCountry,
        @Optional String responsibleOrganisation,
        @Optional Stage stage,
        @Optional IdentificationState identification,
        @Optional Safety safety,
        @Optional Boolean open,
        @Optional ClosureReason closure,
        boolean overdue,
        @Optional Instant due,
        @Optional Instant until,
        Instant updatedAt) {}
