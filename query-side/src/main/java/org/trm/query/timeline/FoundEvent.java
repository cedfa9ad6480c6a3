package org.trm.query.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.Optional;
import org.trm.events.types.Role;
import org.trm.query.web.Cursor;

/**
 * An event of any case, as a reader who looks for it is told it: nothing of it is about the person.
 *
 * @param version the number of events of its case up to and including this one
 * @param at when it was recorded
 * @param type what happened, for machines: the stable name of the event
 * @param sentence what happened, for people
 * @param occurredOn when it happened, as the actor says; null where the act has no day of its own
 * @param corrects the version of the event that this one corrects; null when it is no correction
 * @param referralId null when it belongs to no referral, and where the reader may not know it
 * @param actor what kind of thing acted
 * @param actorId who acted, by pseudonym; null where the reader may not know
 * @param actingCountry null for the clock, and where the reader may not know, as are organisation and role
 * @param correlation the same for all that followed from one request; null where the reader may not know who acted
 */
public record FoundEvent(
        CaseId caseId,
        long version,
        Instant at,
        String type,
        String sentence,
        @Optional LocalDate occurredOn,
        @Optional Long corrects,
        @Optional UUID referralId,
        ActorKind actor,
        @Optional UUID actorId,
        @Optional String actingCountry,
        @Optional String actingOrganisation,
        @Optional Role actingRole,
        @Optional String correlation) {

    /** Where it stands in the order in which events were recorded. */
    public Cursor place() {
        return Cursor.at(at, caseId, version);
    }

    static FoundEvent of(Entry told) {
        return new FoundEvent(
                told.caseId(),
                told.version(),
                told.at(),
                told.act(),
                told.told().sentence(),
                told.told().occurredOn(),
                told.told().corrects(),
                told.referralId() == null ? null : told.referralId().value(),
                told.actorKind(),
                told.actorId(),
                TimelineEntry.text(told.actingCountry()),
                TimelineEntry.text(told.actingOrganisation()),
                told.actingRole(),
                told.correlation());
    }
}
