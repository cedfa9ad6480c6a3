package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.SENDER;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReferralWithdrawn;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.WithdrawalReason;

/** The sending country withdraws before the departure; a draft is discarded this way. */
@ActedBy(
        value = SENDER,
        roles = {NATIONAL_FOCAL_POINT})
public record WithdrawReferral(CaseId caseId, ReferralId referralId, WithdrawalReason reason)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.state().compareTo(READY) <= 0, Rule.CANNOT_WITHDRAW, "state", referral.state())
                .happenedOne(() -> new ReferralWithdrawn(caseId, referralId, reason));
    }
}
