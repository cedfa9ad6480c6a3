package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.SENDER;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import java.time.Instant;
import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.DepartureRecorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** She leaves. Every guard is judged again now; what held when it was signed is not enough. {@code plannedArrival} is UTC. */
@ActedBy(
        value = SENDER,
        roles = {NATIONAL_FOCAL_POINT, IOM_OFFICER, NGO_CASE_MANAGER})
public record RecordDeparture(CaseId caseId, ReferralId referralId, LocalDate departedOn, Instant plannedArrival)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        Checks checks = Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(READY), Rule.MUST_BE_READY, "state", referral.state());
        DepartureChecks.require(checks, state, referral, context);
        return checks.require(() -> !referral.deadline().lapsed(context.now()), Rule.DEPARTURE_WINDOW_PASSED)
                .require(
                        () -> !departedOn.isBefore(signedOn(referral, context)),
                        Rule.DEPARTURE_BEFORE_SIGNATURES,
                        "pointer",
                        "/departedOn")
                .require(
                        () -> !plannedArrival.isBefore(context.startOf(departedOn, referral.from())),
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
                .happenedOne(() -> new DepartureRecorded(
                        caseId,
                        referralId,
                        departedOn,
                        plannedArrival,
                        context.start(TimeLimit.ARRIVAL, referral.to(), plannedArrival)));
    }

    /** The day, in the sending country, on which the second signature made the referral ready. */
    private static LocalDate signedOn(Referral referral, Context context) {
        return context.dayOf(referral.deadline().startsAt(), referral.from());
    }

    @Override
    public LocalDate occurredOn() {
        return departedOn;
    }

    @Override
    public String dayField() {
        return "departedOn";
    }
}
