package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.SENDER;
import static org.trm.events.types.ReferralState.INTERRUPTED;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import java.time.Instant;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.JourneyResumed;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** The interrupted journey goes on, with a new planned arrival (UTC). */
@ActedBy(
        value = SENDER,
        roles = {NATIONAL_FOCAL_POINT, IOM_OFFICER, NGO_CASE_MANAGER})
public record ResumeJourney(CaseId caseId, ReferralId referralId, Instant plannedArrival) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(INTERRUPTED), Rule.MUST_BE_INTERRUPTED, "state", referral.state())
                .require(
                        () -> plannedArrival.isAfter(context.now()),
                        Rule.ARRIVAL_BEFORE_DEPARTURE,
                        "pointer",
                        "/plannedArrival")
                .require(
                        () -> Journey.canEnd(plannedArrival, context.now()),
                        Rule.ARRIVAL_TOO_FAR,
                        "pointer",
                        "/plannedArrival",
                        "mostDays",
                        Journey.LONGEST.toDays())
                .happenedOne(() -> new JourneyResumed(
                        caseId,
                        referralId,
                        plannedArrival,
                        context.start(TimeLimit.ARRIVAL, referral.to(), plannedArrival)));
    }
}
