package org.trm.command.casefile;

import static org.trm.events.types.Evidence.ESCORT_ARRANGED;
import static org.trm.events.types.Evidence.FITNESS_TO_TRAVEL;
import static org.trm.events.types.Evidence.FITNESS_TO_TRAVEL_ESCORTED;
import static org.trm.events.types.Evidence.PROCEEDINGS_CHECKED;
import static org.trm.events.types.Evidence.RECEPTION_ARRANGED;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trm.events.RiskEvent.RiskAssessed;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Evidence;
import org.trm.events.types.Guard;
import org.trm.events.types.Mechanism.DataProtection;
import org.trm.events.types.RiskLevel;

/**
 * The guards G-1 to G-11 of a transfer, computed from the case as it stands at one moment: never cached, never ticked.
 */
public final class Guards {
    private static final Instant NOT_MET = Instant.MIN;
    private static final Instant WITHOUT_END = Instant.MAX;

    /** Either shows that she is fit to travel. */
    static final Set<Evidence> FITNESS = Set.of(FITNESS_TO_TRAVEL, FITNESS_TO_TRAVEL_ESCORTED);

    private final CaseState state;
    private final Referral referral;
    private final Context context;

    private Guards(CaseState state, Referral referral, Context context) {
        this.state = state;
        this.referral = referral;
        this.context = context;
    }

    public static Guards of(CaseState state, Referral referral, Context context) {
        return new Guards(state, referral, context);
    }

    /** The guards that are false now, in their order. */
    public List<Guard> unmet() {
        return Arrays.stream(Guard.values())
                .filter(g -> !context.now().isBefore(holdsUntil(g)))
                .toList();
    }

    /** When the first guard lapses that is true now; {@link Instant#MAX} when none ever does. */
    public Instant holdUntil() {
        return Arrays.stream(Guard.values())
                .map(this::holdsUntil)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Until when a guard holds; the distant past when it does not, the distant future when it has no end. */
    public Instant holdsUntil(Guard guard) {
        return switch (guard) {
            case CONSENT_TO_TRANSFER -> consent(ConsentScope.TRANSFER, c -> true);
            case CONSENT_TO_DISCLOSURE ->
                consent(
                        ConsentScope.DISCLOSURE,
                        c -> referral.receivingOrganisation() != null && c.names(referral.receivingOrganisation()));
            case RISK_ASSESSED -> earliest(risk(referral.from()), risk(referral.to()));
            case BEST_INTERESTS ->
                when(!state.minor() || state.guardianIn(referral.to()) && inBestInterests(state, referral.to()));
            case LEGAL_STAY, TRAVEL_DOCUMENT, CONTACT_LIST -> anyEvidence(guard);
            case SERVICES_CONFIRMED -> when(referral.receivingOrganisation() != null && mandatoryNeedsAnswered());
            case RECEPTION -> reception();
            case REFLECTION_AND_PROCEEDINGS -> earliest(when(state.reflection().over()), evidence(PROCEEDINGS_CHECKED));
            case TRANSFER_BASIS -> insideEuropeanEconomicArea() ? WITHOUT_END : anyEvidence(guard);
        };
    }

    /** The code by which a false guard refuses a departure. */
    public static Rule rule(Guard guard) {
        return switch (guard) {
            case CONSENT_TO_TRANSFER -> Rule.CONSENT_TO_TRANSFER_MISSING;
            case CONSENT_TO_DISCLOSURE -> Rule.CONSENT_TO_DISCLOSURE_MISSING;
            case RISK_ASSESSED -> Rule.RISK_NOT_ASSESSED;
            case BEST_INTERESTS -> Rule.BEST_INTERESTS_NOT_SHOWN;
            case LEGAL_STAY -> Rule.LEGAL_STAY_NOT_SHOWN;
            case TRAVEL_DOCUMENT -> Rule.TRAVEL_DOCUMENT_MISSING;
            case SERVICES_CONFIRMED -> Rule.SERVICES_UNCONFIRMED;
            case RECEPTION -> Rule.RECEPTION_UNCONFIRMED;
            case REFLECTION_AND_PROCEEDINGS -> Rule.REFLECTION_OR_PROCEEDINGS_OPEN;
            case CONTACT_LIST -> Rule.CONTACT_LIST_MISSING;
            case TRANSFER_BASIS -> Rule.TRANSFER_BASIS_MISSING;
        };
    }

    /** The consents that a referral must rest on from its submission on, when only the minimal data set is disclosed. */
    public static boolean consentedToEnquiry(CaseState state, CountryCode country, Instant now) {
        return Stream.of(ConsentScope.ENQUIRY, ConsentScope.TRANSFER)
                .anyMatch(scope -> consented(state, scope, country, now));
    }

    public static boolean consentedToTransfer(CaseState state, CountryCode country, Instant now) {
        return consented(state, ConsentScope.TRANSFER, country, now);
    }

    public static boolean consentedToDisclosure(CaseState state, CountryCode country, Instant now) {
        return consented(state, ConsentScope.DISCLOSURE, country, now);
    }

    private static boolean consented(CaseState state, ConsentScope scope, CountryCode country, Instant now) {
        return state.consents().stream().anyMatch(c -> c.holds(scope, country, state.minor(), now));
    }

    private Instant consent(ConsentScope scope, Predicate<Consent> further) {
        return state.consents().stream()
                .filter(c -> c.holds(scope, referral.to(), state.minor(), context.now()))
                .filter(further)
                .map(c -> c.given().validUntil())
                .max(Comparator.naturalOrder())
                .orElse(NOT_MET);
    }

    private Instant risk(CountryCode assessedBy) {
        Optional<RiskAssessed> assessed = state.risk(assessedBy, referral.to());
        return assessed.filter(r -> r.level() != RiskLevel.UNACCEPTABLE)
                .map(RiskAssessed::validUntil)
                .orElse(NOT_MET);
    }

    /** Found to be in the child's best interests, in this country and with a caregiver who agrees and is able. */
    static boolean inBestInterests(CaseState state, CountryCode country) {
        return state.bestInterests()
                .filter(b -> b.outcome() == BestInterestsOutcome.IN_BEST_INTERESTS)
                .filter(b -> b.country().equals(country))
                .filter(b -> b.caregiver() == Caregiver.AGREED_AND_ABLE)
                .isPresent();
    }

    private boolean mandatoryNeedsAnswered() {
        return state.needs().stream()
                .filter(referral.mandatoryNeeds()::contains)
                .allMatch(referral.services()::contains);
    }

    private Instant reception() {
        Instant arranged = earliest(evidence(RECEPTION_ARRANGED), latest(FITNESS));
        return escorted(state, referral) ? earliest(arranged, evidence(ESCORT_ARRANGED)) : arranged;
    }

    /** A child never travels alone, nor does who was found fit to travel with an escort only. */
    static boolean escorted(CaseState state, Referral referral) {
        return state.minor() || referral.confirmations().containsKey(FITNESS_TO_TRAVEL_ESCORTED);
    }

    private boolean insideEuropeanEconomicArea() {
        return context.directory()
                .mechanism(referral.to())
                .filter(m -> m.dataProtection() == DataProtection.EUROPEAN_ECONOMIC_AREA)
                .isPresent();
    }

    private Instant anyEvidence(Guard guard) {
        return latest(Evidence.of(guard));
    }

    private Instant latest(Set<Evidence> anyOf) {
        return anyOf.stream().map(this::evidence).max(Comparator.naturalOrder()).orElse(NOT_MET);
    }

    private Instant evidence(Evidence evidence) {
        return referral.confirmations().getOrDefault(evidence, NOT_MET);
    }

    private static Instant when(boolean met) {
        return met ? WITHOUT_END : NOT_MET;
    }

    private static Instant earliest(Instant some, Instant other) {
        return some.isBefore(other) ? some : other;
    }
}
