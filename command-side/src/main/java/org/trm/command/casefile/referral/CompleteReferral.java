package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.MONITORING;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ReferralCompleted;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;

/** Every report is filed or waived: the referral is complete. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT, NGO_CASE_MANAGER})
public record CompleteReferral(CaseId caseId, ReferralId referralId) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(MONITORING), Rule.MUST_BE_MONITORING, "state", referral.state())
                .require(
                        () -> referral.openMilestones().isEmpty(),
                        Rule.MONITORING_OPEN,
                        "open",
                        referral.openMilestones())
                .happenedOne(() -> new ReferralCompleted(caseId, referralId));
    }
}
