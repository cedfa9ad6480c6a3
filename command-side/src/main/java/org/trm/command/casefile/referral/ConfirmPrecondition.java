package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.EITHER_SIDE;
import static org.trm.events.types.ReferralState.ACCEPTED;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.CONSULATE;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.MIGRATION_AUTHORITY;
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
import org.trm.events.ReferralEvent.PreconditionConfirmed;
import org.trm.events.types.CaseId;
import org.trm.events.types.Evidence;
import org.trm.events.types.ReferralId;

/** One side confirms on evidence what it answers for. {@code validUntil} is null where evidence has no end. */
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
public record ConfirmPrecondition(
        CaseId caseId, ReferralId referralId, Evidence evidence, LocalDate confirmedOn, Instant validUntil)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS)
                .require(
                        referral.is(ACCEPTED, PREPARING, READY), Rule.MUST_BE_IN_PREPARATION, "state", referral.state())
                .require(
                        () -> referral.sideOf(context.actor()).orElseThrow() == evidence.side(),
                        Rule.EVIDENCE_OF_OTHER_SIDE,
                        "side",
                        evidence.side())
                .require(
                        validUntil == null || validUntil.isAfter(context.now()),
                        Rule.EVIDENCE_LAPSED,
                        "pointer",
                        "/validUntil")
                .happenedOne(() -> new PreconditionConfirmed(caseId, referralId, evidence, confirmedOn, validUntil));
    }

    @Override
    public LocalDate occurredOn() {
        return confirmedOn;
    }

    @Override
    public String dayField() {
        return "confirmedOn";
    }
}
