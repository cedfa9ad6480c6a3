package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.INTERRUPTED;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ArrivalConfirmed;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** The receiving country confirms that she has arrived. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT, IOM_OFFICER, NGO_CASE_MANAGER, SHELTER_PROVIDER})
public record ConfirmArrival(CaseId caseId, ReferralId referralId, LocalDate arrivedOn) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(IN_TRANSIT, INTERRUPTED), Rule.MUST_BE_ON_THE_WAY, "state", referral.state())
                .require(
                        () -> !arrivedOn.isBefore(Journey.earliestArrival(referral)),
                        Rule.ARRIVAL_BEFORE_DEPARTURE,
                        "pointer",
                        "/arrivedOn",
                        "departedOn",
                        referral.departedOn())
                .happenedOne(() -> new ArrivalConfirmed(
                        caseId, referralId, arrivedOn, context.start(TimeLimit.HANDOVER, referral.from())));
    }

    @Override
    public LocalDate occurredOn() {
        return arrivedOn;
    }

    @Override
    public String dayField() {
        return "arrivedOn";
    }
}
