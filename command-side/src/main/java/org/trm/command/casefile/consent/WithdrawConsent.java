package org.trm.command.casefile.consent;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.GUARDIAN;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.LAWYER_OR_ADVOCATE;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Consent;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Guards;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Rule;
import org.trm.events.CaseEvent;
import org.trm.events.ConsentEvent.ConsentWithdrawn;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.ReferralStopped;
import org.trm.events.types.CaseId;
import org.trm.events.types.ConsentId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.SafetyPlan;

/**
 * Withdraws a consent: always possible, no reason needed. A referral that no longer rests on any consent stops by itself;
 * after a handover custody does not bounce back.
 *
 * @param safetyPlan what is done for her if she is on the way; by default she stops at the next safe point
 */
@ActedBy(
        value = HOLDER,
        roles = {
            NATIONAL_FOCAL_POINT,
            COMPETENT_AUTHORITY,
            NGO_CASE_MANAGER,
            SHELTER_PROVIDER,
            LAWYER_OR_ADVOCATE,
            GUARDIAN,
            IOM_OFFICER
        })
public record WithdrawConsent(CaseId caseId, ConsentId consentId, SafetyPlan safetyPlan, LocalDate occurredOn)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Optional<Consent> consent = state.consent(consentId);
        return Checks.on(state)
                .require(consent.isPresent(), Rule.UNKNOWN_CONSENT)
                .require(() -> !consent.get().withdrawn(), Rule.CONSENT_ALREADY_WITHDRAWN)
                .happened(() -> withdrawn(state, consent.get(), context));
    }

    private List<CaseEvent> withdrawn(CaseState state, Consent consent, Context context) {
        ConsentWithdrawn withdrawn = new ConsentWithdrawn(caseId, consentId, occurredOn);
        CaseState after =
                CaseState.after(state, new Recorded<>(withdrawn, state.version() + 1, context.now(), context.actor()));
        List<CaseEvent> events = new ArrayList<>(List.of(withdrawn));
        for (Referral referral : state.referrals()) {
            if (referral.state().beforeHandover()
                    && restedOn(consent, referral)
                    && !restsOnAny(after, consent, referral, context)) {
                events.add(new ReferralStopped(caseId, referral.id(), consentId, plan(referral)));
            }
        }
        return events;
    }

    private static boolean restedOn(Consent consent, Referral referral) {
        return consent.given().scope().namesCountry()
                && referral.to().equals(consent.given().country());
    }

    /** Whether another consent of the kind that was withdrawn still carries the referral. */
    private static boolean restsOnAny(CaseState after, Consent withdrawn, Referral referral, Context context) {
        CountryCode country = referral.to();
        Instant now = context.now();
        return switch (withdrawn.given().scope()) {
            case DISCLOSURE -> Guards.consentedToDisclosure(after, country, now);
            case TRANSFER ->
                referral.transfersCustody()
                        ? Guards.consentedToTransfer(after, country, now)
                        : Guards.consentedToEnquiry(after, country, now);
            case ENQUIRY -> Guards.consentedToEnquiry(after, country, now);
            case INTERVIEW, ASSISTANCE -> true;
        };
    }

    private SafetyPlan plan(Referral referral) {
        if (!referral.state().onTheWay()) {
            return null;
        }
        return safetyPlan == null ? SafetyPlan.STOP_AT_NEXT_SAFE_POINT : safetyPlan;
    }
}
