package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.EITHER_SIDE;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.CONSULATE;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.MIGRATION_AUTHORITY;
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
import org.trm.events.ReferralEvent.PreconditionRevoked;
import org.trm.events.types.CaseId;
import org.trm.events.types.Evidence;
import org.trm.events.types.ReferralId;

/** The side that confirmed takes its confirmation back; signatures that relied on it are void. */
@ActedBy(
        value = EITHER_SIDE,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            CONSULATE,
            MIGRATION_AUTHORITY,
            NGO_CASE_MANAGER,
            HEALTH_PROVIDER,
            IOM_OFFICER
        })
public record RevokePrecondition(CaseId caseId, ReferralId referralId, Evidence evidence) implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(referral.is(PREPARING, READY), Rule.MUST_BE_IN_PREPARATION, "state", referral.state())
                .require(
                        () -> referral.sideOf(context.actor()).orElseThrow() == evidence.side(),
                        Rule.EVIDENCE_OF_OTHER_SIDE,
                        "side",
                        evidence.side())
                .require(
                        () -> referral.confirmations().containsKey(evidence),
                        Rule.EVIDENCE_NOT_CONFIRMED,
                        "evidence",
                        evidence)
                .happenedOne(() -> new PreconditionRevoked(caseId, referralId, evidence));
    }
}
