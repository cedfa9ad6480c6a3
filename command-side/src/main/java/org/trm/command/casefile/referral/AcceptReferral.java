package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.ReferralState.CONDITIONALLY_ACCEPTED;
import static org.trm.events.types.ReferralState.RECEIVED;
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
import org.trm.events.ReferralEvent.ReferralAccepted;
import org.trm.events.types.CaseId;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.StaffId;
import org.trm.events.types.TimeLimit;

/**
 * The receiving country accepts, and names who receives: organisation, case manager, and the services it confirms. What it
 * accepts must still be what she consented to. Which needs must be answered before she leaves is settled now, by the
 * sending country's procedure of this moment.
 */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT})
public record AcceptReferral(
        CaseId caseId,
        ReferralId referralId,
        OrganisationId receivingOrganisation,
        StaffId caseManager,
        Set<Need> services)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        return Checks.on(state)
                .require(
                        referral.is(RECEIVED, CONDITIONALLY_ACCEPTED),
                        Rule.MUST_AWAIT_DECISION,
                        "state",
                        referral.state())
                .require(
                        () -> Guards.consentedToEnquiry(state, referral.to(), context.now()),
                        Rule.CONSENT_REQUIRED,
                        "country",
                        referral.to())
                .require(
                        () -> referral.openConditions().isEmpty(),
                        Rule.CONDITIONS_OPEN,
                        "open",
                        referral.openConditions())
                .require(
                        () -> context.directory()
                                .mechanism(referral.to())
                                .filter(m -> m.organisations().contains(receivingOrganisation))
                                .isPresent(),
                        Rule.ORGANISATION_NOT_IN_COUNTRY,
                        "pointer",
                        "/receivingOrganisation")
                .happenedOne(() -> new ReferralAccepted(
                        caseId,
                        referralId,
                        receivingOrganisation,
                        caseManager,
                        services,
                        mandatoryNeeds(referral, context),
                        context.start(TimeLimit.PREPARATION, referral.from())));
    }

    /** Where nobody leaves, no need must be answered before she does. */
    private static Set<Need> mandatoryNeeds(Referral referral, Context context) {
        return referral.transfersCustody()
                ? context.directory().procedure(referral.from()).values().mandatoryNeeds()
                : Set.of();
    }
}
