package org.trm.query.casestatus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.CountryCode;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReferralState;
import org.trm.events.types.ReflectionState;
import org.trm.events.types.Relation;
import org.trm.events.types.Responsible;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Part;
import org.trm.query.casestatus.Keeping.ErasureRequest;
import org.trm.query.casestatus.Keeping.LegalHold;
import org.trm.query.referral.RunningLimit;
import org.trm.query.referral.Standing;

/**
 * The answer to where a case stands. What the reader may not see is null, and named in {@code withheld}.
 *
 * @param country as which country the reader sees the case; {@code relation} is what it is to it, and {@code since} when
 *     it first had to do with it
 * @param closure why the case is closed; null while it is open
 * @param erasureRequested that one data protection officer has asked that the person be forgotten, and another is to confirm
 *     it; null when nobody has
 * @param legalHolds by which what is known of the person must be kept: all, for the country that is responsible; for
 *     another its own
 */
public record CaseStatus(
        CaseId caseId,
        CaseReference reference,
        long version,
        Instant updatedAt,
        CountryCode country,
        Relation relation,
        Instant since,
        @Optional Responsible responsible,
        @Optional Stage stage,
        @Optional IdentificationState identification,
        @Optional Reflection reflection,
        @Optional Safety safety,
        @Optional Boolean open,
        @Optional ClosureReason closure,
        @Optional Boolean minor,
        @Optional MinimalDataSet minimalDataSet,
        List<Referral> referrals,
        List<Deadline> deadlines,
        @Optional ErasureRequest erasureRequested,
        List<LegalHold> legalHolds,
        List<String> withheld) {

    record Reflection(ReflectionState state, @Optional LocalDate until) {}

    /** A referral in short; the case's referrals have it at length. */
    record Referral(
            ReferralId referralId,
            ReferralKind kind,
            CountryCode from,
            CountryCode to,
            ReferralReason reason,
            Urgency urgency,
            ReferralState state,
            Instant since,
            @Optional OrganisationId receivingOrganisation) {
        private static Referral of(Standing referral) {
            return new Referral(
                    referral.referralId(),
                    referral.kind(),
                    referral.from(),
                    referral.to(),
                    referral.reason(),
                    referral.urgency(),
                    referral.state(),
                    referral.since(),
                    referral.receivingOrganisation());
        }
    }

    /**
     * A time limit that is running.
     *
     * @param referralId null for one of the case itself
     * @param due by when what is expected is to be done; from then on it is overdue, and the coordinators are told
     * @param until when it lapses, or the coordinators are told next if it never does
     * @param escalated when the coordinators were told; null when they have not been
     */
    record Deadline(
            TimeLimit limit,
            @Optional ReferralId referralId,
            Instant since,
            Instant due,
            Instant until,
            @Optional Instant escalated,
            boolean overdue) {
        private static Deadline of(StatusSeen.Limit limit, Instant now) {
            RunningLimit running = limit.running();
            return new Deadline(
                    running.limit(),
                    limit.referralId(),
                    running.since(),
                    running.due(),
                    running.until(),
                    running.escalated(),
                    running.overdue(now));
        }
    }

    /** @param entitlement of what is known of the person, and of what is told event by event, it needs what her role may see */
    static CaseStatus of(CaseId caseId, StatusSeen seen, Entitlement entitlement, Instant now) {
        CaseFacts facts =
                entitlement.to(Part.MINIMAL_DATA) ? seen.facts() : seen.facts().withoutMinimalData();
        Keeping keeping = entitlement.to(Part.TIMELINE) ? facts.keeping() : Keeping.NOBODY_RULED;
        boolean knowsState = facts.identification() != null;
        return new CaseStatus(
                caseId,
                facts.reference(),
                seen.version(),
                seen.updatedAt(),
                seen.country(),
                seen.relation(),
                seen.since(),
                facts.responsible(),
                seen.stage(),
                facts.identification(),
                knowsState
                        ? new Reflection(
                                facts.reflection().state(), facts.reflection().until())
                        : null,
                facts.safety(),
                knowsState ? facts.closure() == null : null,
                facts.closure(),
                facts.minor(),
                facts.minimalDataSet(),
                seen.referrals().stream().map(Referral::of).toList(),
                seen.limits().stream().map(limit -> Deadline.of(limit, now)).toList(),
                keeping.requested(),
                keeping.holds(),
                withheld(facts, seen.relation(), entitlement.to(Part.TIMELINE)));
    }

    private static List<String> withheld(CaseFacts facts, Relation relation, boolean withEvents) {
        List<String> withheld = new ArrayList<>();
        if (!withEvents || relation != Relation.HOLDER) {
            withheld.addAll(List.of("erasureRequested", "legalHolds"));
        }
        if (facts.responsible() == null) {
            withheld.add("responsible");
        }
        if (facts.identification() == null) {
            withheld.addAll(List.of("identification", "reflection", "safety", "open"));
        }
        if (facts.minimalDataSet() == null) {
            withheld.addAll(List.of("minor", "minimalDataSet"));
        }
        return List.copyOf(withheld);
    }
}
