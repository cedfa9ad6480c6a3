package org.trm.command.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.trm.command.casefile.Directory.InForce;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.TimeLimit;

/**
 * All that a rule may know besides the case itself.
 *
 * @param now UTC, milliseconds; what is decided is recorded at exactly this instant
 * @param expectedVersion the version that the actor saw and insists on, or null
 */
public record Context(Actor actor, Instant now, Directory directory, Long expectedVersion) {

    /** Starts a time limit now, by the procedure of the country whose duty it is. */
    public Deadline start(TimeLimit limit, CountryCode whose) {
        return start(limit, whose, now);
    }

    public Deadline start(TimeLimit limit, CountryCode whose, Instant from) {
        InForce procedure = directory.procedure(whose);
        return new WorkingCalendar(procedure.values()).deadline(limit, from, procedure.version());
    }

    /** The day it is now in a country. */
    public LocalDate today(CountryCode country) {
        return dayOf(now, country);
    }

    /** The day that an instant falls on in a country. */
    public LocalDate dayOf(Instant instant, CountryCode country) {
        return instant.atZone(directory.procedure(country).values().zone().zone())
                .toLocalDate();
    }

    /** The first instant of a day in a country. */
    public Instant startOf(LocalDate day, CountryCode country) {
        return day.atStartOfDay(directory.procedure(country).values().zone().zone())
                .toInstant();
    }

    /** The first instant after a day has passed in a country. */
    public Instant endOf(LocalDate day, CountryCode country) {
        return startOf(day.plusDays(1), country);
    }

    /** The same, not earlier than what the case has recorded: recorded time never runs backwards within a case. */
    Context notBefore(Instant recordedAt) {
        return recordedAt == null || !now.isBefore(recordedAt)
                ? this
                : new Context(actor, recordedAt, directory, expectedVersion);
    }
}
