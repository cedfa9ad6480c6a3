package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;

/** The holder prepares a referral to another country. A child needs a guardian first, a transfer excludes any other. */
@ActedBy(
        value = HOLDER,
        roles = {NATIONAL_FOCAL_POINT})
public record DraftReferral(
        CaseId caseId, ReferralId referralId, ReferralKind kind, CountryCode to, ReferralReason reason, Urgency urgency)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(state.referral(referralId).isEmpty(), Rule.REFERRAL_ID_USED, "pointer", "/referralId")
                .require(!to.equals(state.holder()), Rule.REFERRAL_TO_HOLDER, "pointer", "/to")
                .require(
                        () -> context.directory().mechanism(to).isPresent(),
                        Rule.COUNTRY_NOT_IN_DIRECTORY,
                        "pointer",
                        "/to")
                .require(() -> context.directory().takesReferrals(to), Rule.COUNTRY_TAKES_NO_REFERRALS, "to", to)
                .require(
                        kind != ReferralKind.CUSTODY_TRANSFER
                                || state.liveTransfer().isEmpty(),
                        Rule.TRANSFER_ALREADY_LIVE)
                .require(state.represented(), Rule.GUARDIAN_REQUIRED, "country", state.holder())
                .happenedOne(() -> new ReferralDrafted(
                        caseId,
                        referralId,
                        kind,
                        state.holder(),
                        to,
                        reason,
                        urgency,
                        null,
                        context.start(TimeLimit.DRAFT, state.holder())));
    }
}
