package org.trm.query.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Code;
import org.trm.events.types.Optional;
import org.trm.events.types.Role;

/**
 * An event of a case as one reader is told it.
 *
 * @param version the number of the entry: the number of events of the case up to and including this one
 * @param at when it was recorded
 * @param occurredOn when it happened, as the actor says; null where the act has no day of its own
 * @param sentence what happened, for people
 * @param detail what it says of the person; null when it says nothing, or the reader may not see it
 * @param corrects the entry that this one corrects; null when it is no correction
 * @param correctedBy the entry that corrects this one; null when it stands
 * @param act what happened, for machines: the stable name of the event
 * @param referralId null when it belongs to no referral
 * @param actor what kind of thing acted
 * @param actingCountry null for the clock, and where the reader may not know, as are organisation and role
 */
public record TimelineEntry(
        long version,
        Instant at,
        @Optional LocalDate occurredOn,
        String sentence,
        @Optional String detail,
        @Optional Long corrects,
        @Optional Long correctedBy,
        String act,
        @Optional UUID referralId,
        ActorKind actor,
        @Optional String actingCountry,
        @Optional String actingOrganisation,
        @Optional Role actingRole) {

    static TimelineEntry of(Entry entry, boolean withDetail, Long correctedBy) {
        Told told = entry.told();
        return new TimelineEntry(
                entry.version(),
                entry.at(),
                told.occurredOn(),
                told.sentence(),
                withDetail ? told.detail() : null,
                told.corrects(),
                correctedBy,
                entry.act(),
                entry.referralId() == null ? null : entry.referralId().value(),
                entry.actorKind(),
                text(entry.actingCountry()),
                text(entry.actingOrganisation()),
                entry.actingRole());
    }

    static String text(Code code) {
        return code == null ? null : code.value();
    }
}
