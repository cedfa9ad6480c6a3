package org.trm.query.casestatus;

import java.util.List;
import java.util.Optional;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Relation;
import org.trm.query.referral.Standing;

/** Where a case stands on the whole: by the transfer that is under way, else by how far identification has come. */
public enum Stage {
    IDENTIFICATION,
    /** The authority did not identify the person as a victim. */
    NOT_IDENTIFIED,
    /** Identified, and assisted in the country that holds the case. */
    ASSISTANCE,
    TRANSFER_REQUESTED,
    TRANSFER_PREPARATION,
    IN_TRANSIT,
    /** Arrived, and not handed over yet: the sending country is still responsible. */
    ARRIVED,
    /** Handed over; the receiving country reports how she fares. */
    MONITORING,
    /** For the country that handed the case over: its part is done. */
    HANDED_OVER,
    CLOSED;

    /** The stage as a country of this relation sees it by these referrals; null when it may not know. */
    static Stage of(CaseFacts facts, List<Standing> referrals, Relation relation) {
        if (facts.closure() != null) {
            return CLOSED;
        }
        Optional<Stage> transfer = referrals.stream()
                .filter(referral ->
                        referral.transfersCustody() && !referral.state().terminal())
                .filter(referral -> referral.state() != ReferralState.DRAFT)
                .map(referral -> of(referral.state()))
                .min(Stage::compareTo);
        if (transfer.isPresent()) {
            return transfer.get();
        }
        return switch (relation) {
            case HOLDER -> of(facts.identification());
            case FORMER_HOLDER -> HANDED_OVER;
            case ADDRESSED, FORMERLY_ADDRESSED, NONE -> null;
        };
    }

    private static Stage of(ReferralState state) {
        return switch (state) {
            case SUBMITTED, RECEIVED, INFO_REQUESTED, CONDITIONALLY_ACCEPTED -> TRANSFER_REQUESTED;
            case ACCEPTED, PREPARING, READY -> TRANSFER_PREPARATION;
            case IN_TRANSIT, INTERRUPTED -> IN_TRANSIT;
            case ARRIVED -> ARRIVED;
            case HANDED_OVER, MONITORING -> MONITORING;
            case DRAFT, COMPLETED, DECLINED, FORWARDED, WITHDRAWN, CONSENT_WITHDRAWN, EXPIRED, FAILED ->
                throw new IllegalArgumentException(state + " is no state of a transfer that is under way");
        };
    }

    private static Stage of(IdentificationState identification) {
        return switch (identification) {
            case DETECTED, PRESUMED -> IDENTIFICATION;
            case NO_REASONABLE_GROUNDS, NOT_CONFIRMED -> NOT_IDENTIFIED;
            case CONFIRMED -> ASSISTANCE;
        };
    }
}
