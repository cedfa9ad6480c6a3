package org.trm.query.custody;

import java.time.Instant;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Side;
import org.trm.query.access.Audience;
import org.trm.query.access.Sight;

/**
 * One side's signature under a handover.
 *
 * @param by the country that signed; {@code organisation} is that of who did it, and null when it was no person
 */
record Acknowledgement(
        ReferralId referralId, Side side, long version, Instant at, CountryCode by, OrganisationId organisation)
        implements Sight.Meant {
    @Override
    public Audience audience() {
        return Audience.REFERRAL_PARTIES;
    }

    @Override
    public CountryCode actingCountry() {
        return by;
    }
}
