package org.trm.command.casefile;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;

/**
 * One emergency access to what is known of the person.
 *
 * @param country for which it was opened
 * @param openedBy by pseudonymous id
 * @param until when it ends; not included
 * @param review until when it is to be reviewed
 * @param finding of its review; null until then
 */
public record EmergencyAccess(
        EmergencyAccessId id,
        CountryCode country,
        UUID openedBy,
        Instant until,
        Deadline review,
        EmergencyFinding finding) {

    public boolean reviewed() {
        return finding != null;
    }

    public boolean notJustified() {
        return finding == EmergencyFinding.NOT_JUSTIFIED;
    }

    /** It is personal: nobody else reads by it, not even a colleague. */
    public boolean isOpenTo(Actor actor, Instant now) {
        return openedBy.equals(actor.id()) && actor.actsFor(country) && now.isBefore(until);
    }

    /** Whether it is for this country to look into it: its own officer opened it, or it holds the case. */
    public boolean isReviewedBy(CountryCode someCountry, CountryCode holder) {
        return country.equals(someCountry) || holder.equals(someCountry);
    }

    /** One that was not justified ends with its review. */
    EmergencyAccess reviewed(EmergencyFinding found, Instant at) {
        boolean ends = found == EmergencyFinding.NOT_JUSTIFIED && at.isBefore(until);
        return new EmergencyAccess(id, country, openedBy, ends ? at : until, review, found);
    }
}
