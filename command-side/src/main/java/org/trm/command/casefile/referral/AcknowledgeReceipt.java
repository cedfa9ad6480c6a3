package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReceiptAcknowledged;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;

/** The receiving focal point confirms that it has the referral; its time to decide begins. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT})
public record AcknowledgeReceipt(CaseId caseId, ReferralId referralId) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.is(SUBMITTED), Rule.MUST_AWAIT_ACKNOWLEDGEMENT, "state", referral.state())
                .happenedOne(
                        () -> new ReceiptAcknowledged(caseId, referralId, DecisionTime.from(state, referral, context)));
    }
}
