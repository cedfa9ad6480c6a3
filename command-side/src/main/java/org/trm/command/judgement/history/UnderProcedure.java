package org.trm.command.judgement.history;

import java.util.Optional;
import org.trm.command.casefile.Directory;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;

/** The directory as it stood, but for the procedure of one country. */
record UnderProcedure(Directory day, CountryCode country, InForce instead) implements Directory {
    @Override
    public Optional<Mechanism> mechanism(CountryCode some) {
        return day.mechanism(some);
    }

    @Override
    public boolean takesReferrals(CountryCode some) {
        return day.takesReferrals(some);
    }

    @Override
    public boolean hasProcedure(CountryCode some) {
        return some.equals(country) || day.hasProcedure(some);
    }

    @Override
    public InForce procedure(CountryCode some) {
        return some.equals(country) ? instead : day.procedure(some);
    }
}
