package org.trm.command.casefile;

import java.util.Optional;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;

/** What rules ask of the directory of countries; an immutable picture of it at one moment. */
public interface Directory {
    /** Empty when the country has no national mechanism in the directory. */
    Optional<Mechanism> mechanism(CountryCode country);

    /** Whether the organisation for which somebody acts is one of her country's mechanism. */
    default boolean authorises(Actor actor) {
        return mechanism(actor.country())
                .filter(mechanism -> mechanism.organisations().contains(actor.organisation()))
                .isPresent();
    }

    /** The country has an active focal point and has not paused referrals. */
    boolean takesReferrals(CountryCode country);

    /** Whether the country ever published one; where it did not, it can neither hold a case nor receive one. */
    boolean hasProcedure(CountryCode country);

    /**
     * The procedure in force.
     *
     * @throws java.util.NoSuchElementException when the country never published one
     */
    InForce procedure(CountryCode country);

    /** A procedure and the version by which history will name it. */
    record InForce(ProcedureVersion version, Procedure values) {}
}
