package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.List;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.ReferralEvent.ReferralForwarded;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** The receiving country names another one as competent. Its referral ends; a draft to that country is left to the holder, and nobody else learns of it before the holder submits it. {@code draft} is the new referral's id. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT})
public record ForwardReferral(CaseId caseId, ReferralId referralId, CountryCode to, ReferralId draft)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.is(RECEIVED), Rule.MUST_BE_RECEIVED, "state", referral.state())
                .require(state.referral(draft).isEmpty(), Rule.REFERRAL_ID_USED, "pointer", "/draft")
                .require(
                        !to.equals(referral.from()) && !to.equals(referral.to()),
                        Rule.FORWARDED_TO_A_PARTY,
                        "pointer",
                        "/to")
                .require(!to.equals(state.holder()), Rule.REFERRAL_TO_HOLDER, "pointer", "/to")
                .require(
                        () -> context.directory().mechanism(to).isPresent(),
                        Rule.COUNTRY_NOT_IN_DIRECTORY,
                        "pointer",
                        "/to")
                .require(() -> context.directory().takesReferrals(to), Rule.COUNTRY_TAKES_NO_REFERRALS, "to", to)
                .happened(() -> List.of(
                        new ReferralForwarded(caseId, referralId, to, draft),
                        newDraft(referral.draft(), state, context)));
    }

    private ReferralDrafted newDraft(ReferralDrafted original, CaseState state, Context context) {
        return new ReferralDrafted(
                caseId,
                draft,
                original.kind(),
                state.holder(),
                to,
                original.reason(),
                original.urgency(),
                referralId,
                context.start(TimeLimit.DRAFT, state.holder()));
    }
}
