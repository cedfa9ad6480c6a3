package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.SENDER;
import static org.trm.events.types.ReferralState.INFO_REQUESTED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Guards;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.InformationSupplied;
import org.trm.events.types.CaseId;
import org.trm.events.types.InformationItem;
import org.trm.events.types.ReferralId;

/**
 * The sending country answers every item that was asked; the time to decide runs on from where it stood. An answer is a
 * disclosure, so consent to it must hold at that moment.
 */
@ActedBy(
        value = SENDER,
        roles = {NATIONAL_FOCAL_POINT})
public record SupplyInformation(CaseId caseId, ReferralId referralId, Set<InformationItem> items)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.is(INFO_REQUESTED), Rule.MUST_AWAIT_INFORMATION, "state", referral.state())
                .require(
                        () -> Guards.consentedToDisclosure(state, referral.to(), context.now()),
                        Rule.DISCLOSURE_CONSENT_REQUIRED,
                        "country",
                        referral.to())
                .require(
                        () -> items.containsAll(referral.asked()),
                        Rule.INFORMATION_INCOMPLETE,
                        "pointer",
                        "/items",
                        "asked",
                        referral.asked())
                .happenedOne(() -> new InformationSupplied(
                        caseId,
                        referralId,
                        items,
                        referral.resumedDecision(context.now())
                                .orElseGet(() -> DecisionTime.from(state, referral, context))));
    }
}
