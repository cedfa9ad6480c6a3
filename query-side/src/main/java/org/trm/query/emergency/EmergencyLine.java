package org.trm.query.emergency;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.Optional;
import org.trm.events.types.Role;

/**
 * An emergency access in the list of those who review it.
 *
 * @param country whose officer opened it
 * @param officer by pseudonym, as in the history; who that is, only her organisation can say
 * @param until when it ended, or ends, by itself
 * @param due until when it is to be reviewed
 * @param overdue whether it waits for its review and that moment has come
 * @param reviewedBy the country whose data protection officer reviewed it; null while nobody has
 */
record EmergencyLine(
        UUID caseId,
        String reference,
        UUID accessId,
        String country,
        String organisation,
        Role role,
        UUID officer,
        EmergencyGround ground,
        Instant openedAt,
        Instant until,
        Instant due,
        boolean overdue,
        @Optional Instant reviewedAt,
        @Optional String reviewedBy,
        @Optional EmergencyFinding finding) {}
