package org.trm.command.casefile.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.trm.command.casefile.Referral;

/** How far ahead an arrival may be planned: a slip of the pen must not silence the limit by which she is missed. */
final class Journey {
    /** Our own default; no convention says one. */
    static final Duration LONGEST = Duration.ofDays(30);

    private Journey() {}

    /** Each country counts days in its own zone: who travels east across the date line arrives a day before she left. */
    static LocalDate earliestArrival(Referral referral) {
        return referral.departedOn().minusDays(1);
    }

    static boolean canEnd(Instant plannedArrival, Instant now) {
        return !plannedArrival.isAfter(now.plus(LONGEST));
    }
}
