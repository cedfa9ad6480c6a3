package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReferralConditionallyAccepted;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** The receiving country would accept; it says on which conditions, and each must be met before it does. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT})
public record AcceptConditionally(CaseId caseId, ReferralId referralId, Set<AcceptanceCondition> conditions)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(!conditions.isEmpty(), Rule.EMPTY_LIST, "pointer", "/conditions")
                .require(referral.is(RECEIVED), Rule.MUST_BE_RECEIVED, "state", referral.state())
                .happenedOne(() -> new ReferralConditionallyAccepted(
                        caseId, referralId, conditions, context.start(TimeLimit.CONDITIONS, referral.from())));
    }
}
