package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.EITHER_SIDE;
import static org.trm.events.types.ReferralState.ARRIVED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.ArrayList;
import java.util.List;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.CaseEvent;
import org.trm.events.ProtectionEvent.GuardianshipEnded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.HandoverAcknowledged;
import org.trm.events.types.CaseId;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Responsible;
import org.trm.events.types.Side;

/**
 * A focal point signs the handover protocol for its side. The second acknowledgement, by another person, and the transfer
 * of custody are one decision, so that custody can neither be lost nor doubled. A child's guardian changes with it.
 */
@ActedBy(
        value = EITHER_SIDE,
        roles = {NATIONAL_FOCAL_POINT})
public record AcknowledgeHandover(CaseId caseId, ReferralId referralId) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        Side side = referral.sideOf(context.actor()).orElseThrow();
        boolean second = referral.acknowledgedBy(side.other());
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(ARRIVED), Rule.MUST_HAVE_ARRIVED, "state", referral.state())
                .require(!referral.acknowledgedBy(side), Rule.ALREADY_ACKNOWLEDGED, "side", side)
                .require(!referral.acknowledgedBy(context.actor().id()), Rule.SAME_SIGNATORY)
                .require(
                        !second || !state.minor() || state.guardianIn(referral.to()),
                        Rule.RECEIVING_GUARDIAN_REQUIRED,
                        "country",
                        referral.to())
                .happened(() -> acknowledged(state, referral, side, second, context));
    }

    private List<CaseEvent> acknowledged(
            CaseState state, Referral referral, Side side, boolean second, Context context) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(new HandoverAcknowledged(caseId, referralId, side));
        if (second) {
            events.add(new CustodyTransferred(
                    caseId,
                    referralId,
                    state.responsible(),
                    new Responsible(referral.to(), referral.receivingOrganisation()),
                    Monitoring.deadline(MonitoringMilestone.AFTER_72_HOURS, context.now(), referral, context)));
            if (state.guardianIn(referral.from())) {
                events.add(new GuardianshipEnded(caseId, referral.from(), GuardianshipEnd.CUSTODY_MOVED, null));
            }
        }
        return events;
    }
}
