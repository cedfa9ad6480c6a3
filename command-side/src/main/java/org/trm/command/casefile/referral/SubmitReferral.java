package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.SENDER;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Guards;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReferralSubmitted;
import org.trm.events.types.CaseId;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;

/** The holder asks the receiving country. From now on that country sees the minimal data set, and nothing else. */
@ActedBy(
        value = SENDER,
        roles = {NATIONAL_FOCAL_POINT})
public record SubmitReferral(CaseId caseId, ReferralId referralId) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.is(DRAFT), Rule.MUST_BE_DRAFT, "state", referral.state())
                .require(referral.from().equals(state.holder()), Rule.NOT_HOLDER, "allowed", Relation.HOLDER)
                .require(
                        () -> context.directory().takesReferrals(referral.to()),
                        Rule.COUNTRY_TAKES_NO_REFERRALS,
                        "to",
                        referral.to())
                .require(state.represented(), Rule.GUARDIAN_REQUIRED, "country", state.holder())
                .require(
                        () -> Guards.consentedToEnquiry(state, referral.to(), context.now()),
                        Rule.CONSENT_REQUIRED,
                        "country",
                        referral.to())
                .require(
                        () -> Guards.consentedToDisclosure(state, referral.to(), context.now()),
                        Rule.DISCLOSURE_CONSENT_REQUIRED,
                        "country",
                        referral.to())
                .require(() -> !foundUnacceptable(state, referral), Rule.RISK_UNACCEPTABLE, "country", referral.to())
                .happenedOne(() -> new ReferralSubmitted(caseId, referralId, acknowledgement(referral, context)));
    }

    private static boolean foundUnacceptable(CaseState state, Referral referral) {
        return state.risk(referral.from(), referral.to())
                .filter(r -> r.level() == RiskLevel.UNACCEPTABLE)
                .isPresent();
    }

    private static Deadline acknowledgement(Referral referral, Context context) {
        boolean emergency = referral.draft().urgency() == Urgency.EMERGENCY;
        TimeLimit limit = emergency ? TimeLimit.EMERGENCY_ACKNOWLEDGEMENT : TimeLimit.ACKNOWLEDGEMENT;
        return context.start(limit, referral.to());
    }
}
