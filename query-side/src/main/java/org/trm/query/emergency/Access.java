package org.trm.query.emergency;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/**
 * One emergency access.
 *
 * @param holder the country that holds the case now
 * @param officer by pseudonym, as in the history
 * @param due until when it is to be reviewed
 * @param reviewed null while it waits for it
 */
record Access(
        EmergencyAccessId accessId,
        CaseId caseId,
        CountryCode holder,
        CountryCode country,
        OrganisationId organisation,
        Role role,
        UUID officer,
        EmergencyGround ground,
        Instant openedAt,
        Instant until,
        Instant due,
        Review reviewed) {

    record Review(Instant at, CountryCode by, EmergencyFinding finding) {}

    static Access of(EmergencyAccessOpened opened, CountryCode holder, Recorded<?> recorded) {
        Actor actor = recorded.actor();
        return new Access(
                opened.accessId(),
                opened.caseId(),
                holder,
                actor.country(),
                actor.organisation(),
                actor.role(),
                actor.id(),
                opened.ground(),
                recorded.at(),
                opened.until(),
                opened.review().escalatesAt(),
                null);
    }

    Access after(EmergencyAccessReviewed review, Recorded<?> recorded) {
        return review.accessId().equals(accessId)
                ? with(holder, new Review(recorded.at(), recorded.actor().country(), review.finding()))
                : this;
    }

    Access heldBy(CountryCode now) {
        return with(now, reviewed);
    }

    private Access with(CountryCode heldBy, Review review) {
        return new Access(
                accessId, caseId, heldBy, country, organisation, role, officer, ground, openedAt, until, due, review);
    }
}
