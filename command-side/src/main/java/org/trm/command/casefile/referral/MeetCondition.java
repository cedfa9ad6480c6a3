package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.SENDER;
import static org.trm.events.types.ReferralState.CONDITIONALLY_ACCEPTED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ConditionMet;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;

/** The sending country states that one condition of the acceptance is met. */
@ActedBy(
        value = SENDER,
        roles = {NATIONAL_FOCAL_POINT})
public record MeetCondition(CaseId caseId, ReferralId referralId, AcceptanceCondition condition, LocalDate occurredOn)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(
                        referral.is(CONDITIONALLY_ACCEPTED),
                        Rule.MUST_BE_CONDITIONALLY_ACCEPTED,
                        "state",
                        referral.state())
                .require(
                        () -> referral.openConditions().contains(condition),
                        Rule.CONDITION_NOT_OPEN,
                        "pointer",
                        "/condition",
                        "open",
                        referral.openConditions())
                .happenedOne(() -> new ConditionMet(caseId, referralId, condition, occurredOn));
    }
}
