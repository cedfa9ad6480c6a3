package org.trm.query.timeline;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.wiring.EventCatalogue;
import org.trm.query.web.QueryProblem;

/**
 * Which events of all cases are looked for; null leaves a thing open.
 *
 * @param actor who acted, by pseudonym
 * @param organisation for which somebody acted
 * @param country for which somebody acted
 * @param type the event's logical name
 * @param from when it was recorded at the earliest
 * @param to before when it was recorded
 * @param correlation the root of all that followed from one request
 */
public record EventFilter(
        CaseId caseId,
        UUID actor,
        OrganisationId organisation,
        CountryCode country,
        String type,
        Instant from,
        Instant to,
        UUID correlation) {
    /** Nothing was recorded before; and no store can compare every instant that can be written down. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws QueryProblem when something is looked for that cannot be */
    public EventFilter {
        requireComparable("from", from);
        requireComparable("to", to);
        if (from != null && to != null && !from.isBefore(to)) {
            throw QueryProblem.parameter("to", "must be later than from");
        }
        if (type != null && !EventCatalogue.all().containsKey(type)) {
            throw QueryProblem.parameter("type", "must be the name of an event, such as trm.case.CaseOpened");
        }
    }

    private static void requireComparable(String name, Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw QueryProblem.parameter(name, "must be an instant of the years 2000 to 2199");
        }
    }

    /** Whether she is told that it is so: whoever may not know who acted must not find it out by asking for each. */
    boolean isToldBy(Entry told) {
        return isTold(actor, told.actorId())
                && isTold(organisation, told.actingOrganisation())
                && isTold(country, told.actingCountry())
                && isTold(text(correlation), told.correlation());
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static boolean isTold(Object wanted, Object told) {
        return wanted == null || Objects.equals(wanted, told);
    }
}
