package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.ACCEPTED;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.ServicesConfirmed;
import org.trm.events.types.CaseId;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralId;

/** The receiving country confirms services beyond those it named when it accepted. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT, NGO_CASE_MANAGER})
public record ConfirmServices(CaseId caseId, ReferralId referralId, Set<Need> services) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(!services.isEmpty(), Rule.EMPTY_LIST, "pointer", "/services")
                .require(
                        referral.is(ACCEPTED, PREPARING, READY), Rule.MUST_BE_IN_PREPARATION, "state", referral.state())
                .happenedOne(() -> new ServicesConfirmed(caseId, referralId, services));
    }
}
