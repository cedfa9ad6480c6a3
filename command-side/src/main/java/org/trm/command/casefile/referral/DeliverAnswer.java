package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.ACCEPTED;
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
import org.trm.events.ReferralEvent.AnswerDelivered;
import org.trm.events.types.AnswerKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;

/** The receiving country gives the information or the service; custody never moved. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT, NGO_CASE_MANAGER})
public record DeliverAnswer(CaseId caseId, ReferralId referralId, AnswerKind answer) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(!referral.transfersCustody(), Rule.ONLY_FOR_INFORMATION)
                .require(referral.is(ACCEPTED), Rule.MUST_BE_ACCEPTED, "state", referral.state())
                .happenedOne(() -> new AnswerDelivered(caseId, referralId, answer));
    }
}
