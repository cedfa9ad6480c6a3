package org.trm.query.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.events.wiring.EventCatalogue;
import org.trm.query.access.Audience;
import org.trm.query.access.Sight;
import org.trm.query.view.Column;

/**
 * One event of a case as the timeline keeps it, for whoever may see it.
 *
 * @param act the event's logical name
 * @param actingOrganisation null for the clock, as are country and role
 * @param actorId by pseudonym; null where a reader is not told who acted
 * @param correlation the root of all that followed from one request; null as {@code actorId} is
 */
record Entry(
        CaseId caseId,
        long version,
        Instant at,
        String act,
        Told told,
        ReferralId referralId,
        Audience audience,
        ActorKind actorKind,
        CountryCode actingCountry,
        OrganisationId actingOrganisation,
        Role actingRole,
        UUID actorId,
        String correlation)
        implements Sight.Meant {
    static final List<Column<Entry>> COLUMNS = List.of(
            column("case_id", Entry::caseId),
            column("version", Entry::version),
            column("at", Entry::at),
            column("act", Entry::act),
            column("sentence", entry -> entry.told.sentence()),
            column("detail", entry -> entry.told.detail()),
            column("occurred_on", entry -> entry.told.occurredOn()),
            column("corrects", entry -> entry.told.corrects()),
            column("referral_id", Entry::referralId),
            column("audience", Entry::audience),
            column("actor_kind", Entry::actorKind),
            column("acting_country", Entry::actingCountry),
            column("acting_organisation", Entry::actingOrganisation),
            column("acting_role", Entry::actingRole),
            column("actor_id", Entry::actorId),
            column("correlation", Entry::correlation));

    static Entry of(Recorded<CaseEvent> recorded, Told told) {
        CaseEvent event = recorded.event();
        return new Entry(
                event.caseId(),
                recorded.version(),
                recorded.at(),
                EventCatalogue.nameOf(event.getClass()),
                told,
                event instanceof ReferralEvent ofReferral ? ofReferral.referralId() : null,
                Audience.of(event),
                recorded.actor().kind(),
                recorded.actor().country(),
                recorded.actor().organisation(),
                recorded.actor().role(),
                recorded.actor().id(),
                recorded.correlation());
    }

    /** For whoever may not know to which referral it belongs. */
    Entry withoutReferral() {
        return with(null, actingCountry, actingOrganisation, actingRole, actorId, correlation);
    }

    /** For whoever may not know who acted, nor find it out by what else came of the same request. */
    Entry withoutActor() {
        return with(referralId, null, null, null, null, null);
    }

    private Entry with(
            ReferralId referral, CountryCode country, OrganisationId organisation, Role role, UUID actor, String root) {
        return new Entry(
                caseId,
                version,
                at,
                act,
                told,
                referral,
                audience,
                actorKind,
                country,
                organisation,
                role,
                actor,
                root);
    }

    private static Column<Entry> column(String name, Function<Entry, ?> value) {
        return new Column<>(name, value);
    }
}
