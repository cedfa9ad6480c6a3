package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.SENDER;
import static org.trm.events.types.ReferralState.ARRIVED;
import static org.trm.events.types.ReferralState.INTERRUPTED;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
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
import org.trm.events.ReferralEvent.TransferFailed;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TransferFailure;

/** The transfer failed, before the departure or on the way: the sending country stays responsible. */
@ActedBy(
        value = SENDER,
        roles = {NATIONAL_FOCAL_POINT})
public record FailTransfer(CaseId caseId, ReferralId referralId, TransferFailure reason) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(
                        referral.is(READY, IN_TRANSIT, INTERRUPTED, ARRIVED),
                        Rule.CANNOT_FAIL,
                        "state",
                        referral.state())
                .happenedOne(() -> new TransferFailed(caseId, referralId, reason));
    }
}
