package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.EITHER_SIDE;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import java.time.LocalDate;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.IncidentRecorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.IncidentKind;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** Something happened on the way. Custody is unchanged; {@code interrupts} says whether the journey stopped. */
@ActedBy(
        value = EITHER_SIDE,
        roles = {NATIONAL_FOCAL_POINT, IOM_OFFICER, NGO_CASE_MANAGER})
public record RecordIncident(
        CaseId caseId, ReferralId referralId, IncidentKind kind, boolean interrupts, LocalDate occurredOn)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(IN_TRANSIT), Rule.MUST_BE_IN_TRANSIT, "state", referral.state())
                .happenedOne(() -> new IncidentRecorded(
                        caseId,
                        referralId,
                        kind,
                        interrupts,
                        occurredOn,
                        interrupts ? context.start(TimeLimit.INTERRUPTION, referral.from()) : null));
    }
}
