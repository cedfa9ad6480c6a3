package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.CONDITIONALLY_ACCEPTED;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.types.CaseId;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.ReferralId;

/** The receiving country declines, and says why; the sender may draft another referral. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT})
public record DeclineReferral(CaseId caseId, ReferralId referralId, DeclineReason reason) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(
                        referral.is(RECEIVED, CONDITIONALLY_ACCEPTED),
                        Rule.MUST_AWAIT_DECISION,
                        "state",
                        referral.state())
                .happenedOne(() -> new ReferralDeclined(caseId, referralId, reason));
    }
}
