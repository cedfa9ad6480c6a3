package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;
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
import org.trm.events.ReferralEvent.InformationRequested;
import org.trm.events.types.CaseId;
import org.trm.events.types.InformationItem;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** The receiving country asks before it decides; asking acknowledges the receipt, and the time to decide stands still. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT})
public record RequestInformation(CaseId caseId, ReferralId referralId, Set<InformationItem> items)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(!items.isEmpty(), Rule.EMPTY_LIST, "pointer", "/items")
                .require(referral.is(SUBMITTED, RECEIVED), Rule.MUST_BE_UNDECIDED, "state", referral.state())
                .happenedOne(() -> new InformationRequested(
                        caseId, referralId, items, context.start(TimeLimit.INFORMATION, referral.from())));
    }
}
