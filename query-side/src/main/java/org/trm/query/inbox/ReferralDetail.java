package org.trm.query.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.CountryCode;
import org.trm.events.types.InformationItem;
import org.trm.events.types.Need;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReferralState;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;
import org.trm.query.referral.Expectation;
import org.trm.query.referral.RunningLimit;
import org.trm.query.referral.Standing;
import org.trm.query.referral.Standing.Confirmation;
import org.trm.query.referral.Standing.Incident;
import org.trm.query.referral.Standing.Journey;
import org.trm.query.referral.Standing.Monitored;
import org.trm.query.referral.Standing.Signed;

/**
 * A referral at length.
 *
 * @param forwardedFrom the referral of the country that named this one as competent; the receiving country is not told
 * @param waitingOn the countries on which it waits; none when nothing is expected any more
 * @param deadline the time limit that is running; null when none is
 * @param asked null for a role that sees nothing of the person, as are {@code conditions}, {@code openConditions}, {@code
 *     services}, {@code confirmations}, {@code incidents} and {@code monitoring}
 */
public record ReferralDetail(
        ReferralId referralId,
        ReferralKind kind,
        CountryCode from,
        CountryCode to,
        ReferralReason reason,
        Urgency urgency,
        @Optional ReferralId forwardedFrom,
        @Optional CountryCode forwardedTo,
        ReferralState state,
        Instant since,
        List<CountryCode> waitingOn,
        @Optional Expectation.Step expected,
        @Optional Deadline deadline,
        Instant draftedAt,
        @Optional Instant submittedAt,
        @Optional Set<InformationItem> asked,
        @Optional Set<AcceptanceCondition> conditions,
        @Optional Set<AcceptanceCondition> openConditions,
        @Optional OrganisationId receivingOrganisation,
        @Optional Set<Need> services,
        @Optional List<Confirmation> confirmations,
        List<Signed> signatures,
        @Optional Journey journey,
        @Optional List<Incident> incidents,
        List<Signed> handover,
        @Optional List<Monitored> monitoring,
        @Optional String endedBecause) {

    /**
     * A time limit that is running.
     *
     * @param due by when what is expected is to be done; from then on it is overdue, and the coordinators are told
     * @param until when it lapses, or the coordinators are told next if it never does
     * @param escalated when the coordinators were told; null when they have not been
     */
    record Deadline(
            TimeLimit limit,
            Instant since,
            Instant due,
            Instant until,
            @Optional Instant escalated,
            boolean overdue) {
        private static Deadline of(RunningLimit running, Instant now) {
            return running == null
                    ? null
                    : new Deadline(
                            running.limit(),
                            running.since(),
                            running.due(),
                            running.until(),
                            running.escalated(),
                            running.overdue(now));
        }
    }

    /**
     * For a role that sees how far a referral has come and nothing of the person: what was asked, required, confirmed,
     * found on the way and reported afterwards is all about her.
     */
    ReferralDetail withoutPerson() {
        return new ReferralDetail(
                referralId,
                kind,
                from,
                to,
                reason,
                urgency,
                forwardedFrom,
                forwardedTo,
                state,
                since,
                waitingOn,
                expected,
                deadline,
                draftedAt,
                submittedAt,
                null,
                null,
                null,
                receivingOrganisation,
                null,
                null,
                signatures,
                journey,
                null,
                handover,
                null,
                endedBecause);
    }

    /** @param withChain whether the reader's country sent it, or holds the case */
    static ReferralDetail of(Standing referral, boolean withChain, Instant now) {
        Expectation expected = Expectation.of(referral);
        return new ReferralDetail(
                referral.referralId(),
                referral.kind(),
                referral.from(),
                referral.to(),
                referral.reason(),
                referral.urgency(),
                withChain ? referral.forwardedFrom() : null,
                referral.forwardedTo(),
                referral.state(),
                referral.since(),
                expected.countries(),
                expected.step(),
                Deadline.of(referral.limit(), now),
                referral.draftedAt(),
                referral.submittedAt(),
                referral.asked(),
                referral.conditions(),
                referral.openConditions(),
                referral.receivingOrganisation(),
                referral.services(),
                referral.confirmations(),
                referral.signatures(),
                referral.journey(),
                referral.incidents(),
                referral.handover(),
                referral.monitoring(),
                referral.endedBecause());
    }
}
