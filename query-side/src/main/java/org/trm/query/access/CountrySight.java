package org.trm.query.access;

import java.util.Optional;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.query.access.Relations.Address;

/**
 * What one country sees of one case, by what it is and was to it:
 *
 * <ul>
 *   <li>the holder everything;
 *   <li>a former holder everything up to the event by which custody moved, and afterwards what it rules itself, and that
 *       the person was forgotten;
 *   <li>the countries of a referral what happens in it, the sending one from its draft on, the receiving one from its
 *       submission on and with what the draft said;
 *   <li>an addressed country, for as long as it is one, what is meant for every party of the case, and what it recorded
 *       itself.
 * </ul>
 */
public record CountrySight(CountryCode country, Relation relation, Relations relations) {
    public static CountrySight of(CountryCode country, Relations relations) {
        return new CountrySight(country, relations.of(country), relations);
    }

    /**
     * Whether the country sees an event.
     *
     * @param referralId of an event of a referral; null otherwise
     * @param by the country for which somebody acted; null for the clock
     */
    public boolean sees(long version, Audience audience, ReferralId referralId, CountryCode by) {
        if (audience == Audience.RECORDER_ONLY && !country.equals(by)) {
            return false;
        }
        return relation == Relation.HOLDER
                || version <= heldUntil()
                || audience == Audience.HOLDER_AND_RECORDER && country.equals(by)
                || audience == Audience.KEEPERS && heldUntil() > 0
                || relation == Relation.ADDRESSED && (audience == Audience.CASE_PARTIES || country.equals(by))
                || ownReferral(referralId)
                        .filter(a -> isShared(a, version, audience))
                        .isPresent();
    }

    public boolean sees(Recorded<CaseEvent> event) {
        ReferralId referralId = event.event() instanceof ReferralEvent ofReferral ? ofReferral.referralId() : null;
        return sees(
                event.version(),
                Audience.of(event.event()),
                referralId,
                event.actor().country());
    }

    /**
     * The version of the case to tell: its own to a country that may act on it, so that it can make its act conditional;
     * to one whose part has ended the latest that it sees.
     */
    public long version(long ofCase) {
        return relation == Relation.HOLDER || relation == Relation.ADDRESSED
                ? ofCase
                : relations.noticed(country).orElseThrow().version();
    }

    /** Whether the country may know of a referral; what it sees of it is then all there is of it. */
    public boolean sees(Address referral) {
        return relation == Relation.HOLDER
                || referral.isBetween(country)
                || referral.ended() != null && referral.ended() <= heldUntil();
    }

    /** Up to which version it sees everything; 0 when it sees nothing for having been responsible. */
    public long heldUntil() {
        return relations.lastHeld(country).orElse(0L);
    }

    private Optional<Address> ownReferral(ReferralId referralId) {
        return referralId == null
                ? Optional.empty()
                : relations.address(referralId).filter(address -> address.isBetween(country));
    }

    private boolean isShared(Address referral, long version, Audience audience) {
        return referral.from().equals(country)
                || audience != Audience.HOLDER_ONLY
                        && (version == referral.drafted() || version >= referral.submitted());
    }
}
