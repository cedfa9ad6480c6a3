package org.trm.query.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.query.access.CountrySight;
import org.trm.query.reading.Seen;
import org.trm.query.referral.Standing;

/**
 * The referrals of one case that the reader may see.
 *
 * @param country as which country the reader sees the case
 */
public record CaseReferrals(
        CaseId caseId,
        CaseReference reference,
        long version,
        CountryCode country,
        Relation relation,
        List<ReferralDetail> referrals) {

    /** @param ofPerson whether the reader's role may see what is known of the person */
    static CaseReferrals of(Seen<InboxRow> seen, boolean ofPerson, Instant now) {
        InboxRow row = seen.row();
        CountrySight foremost = seen.sight().foremost();
        return new CaseReferrals(
                row.caseId(),
                row.reference(),
                foremost.version(row.version()),
                foremost.country(),
                seen.sight().standing(),
                row.referrals().stream()
                        .filter(referral -> row.relations()
                                .address(referral.referralId())
                                .filter(seen.sight()::sees)
                                .isPresent())
                        .map(referral -> ReferralDetail.of(referral, knowsChain(referral, seen), now))
                        .map(referral -> ofPerson ? referral : referral.withoutPerson())
                        .toList());
    }

    /** Empty when there is no such referral that the reader may see. */
    Optional<ReferralDetail> referral(ReferralId referralId) {
        return referrals.stream()
                .filter(referral -> referral.referralId().equals(referralId))
                .findFirst();
    }

    private static boolean knowsChain(Standing referral, Seen<InboxRow> seen) {
        CountrySight foremost = seen.sight().foremost();
        return foremost.relation() == Relation.HOLDER || referral.from().equals(foremost.country());
    }
}
