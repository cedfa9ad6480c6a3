package org.trm.command.casefile;

import static org.trm.command.casefile.GuardStanding.Finding.HOLDS;
import static org.trm.command.casefile.GuardStanding.Finding.INSUFFICIENT;
import static org.trm.command.casefile.GuardStanding.Finding.LAPSED;
import static org.trm.command.casefile.GuardStanding.Finding.NOT_GIVEN;
import static org.trm.command.casefile.GuardStanding.Finding.PENDING;
import static org.trm.command.casefile.GuardStanding.Finding.REVOKED;
import static org.trm.events.types.Side.RECEIVING;
import static org.trm.events.types.Side.SENDING;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.command.casefile.GuardStanding.Finding;
import org.trm.events.RiskEvent.RiskAssessed;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.Evidence;
import org.trm.events.types.Guard;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Side;

/** Explains the guards of a transfer: what is missing of each that does not hold, and who must act. */
public final class Standings {
    private final CaseState state;
    private final Referral referral;
    private final Context context;
    private final Guards guards;

    private Standings(CaseState state, Referral referral, Context context) {
        this.state = state;
        this.referral = referral;
        this.context = context;
        this.guards = Guards.of(state, referral, context);
    }

    /** Every guard in its order. */
    public static List<GuardStanding> of(CaseState state, Referral referral, Context context) {
        Standings standings = new Standings(state, referral, context);
        return Arrays.stream(Guard.values()).map(standings::standing).toList();
    }

    /** A part of a guard that does not hold, and the side that answers for it. */
    private record Missing(Side side, Finding finding) {}

    private GuardStanding standing(Guard guard) {
        Instant until = guards.holdsUntil(guard);
        if (context.now().isBefore(until)) {
            return new GuardStanding(guard, true, HOLDS, until.equals(Instant.MAX) ? null : until, Set.of());
        }
        List<Missing> missing = missing(guard).filter(m -> m.finding() != HOLDS).toList();
        Finding finding = missing.get(0).finding();
        return new GuardStanding(
                guard,
                false,
                finding,
                finding == PENDING ? state.reflection().deadline().lapsesAt() : null,
                missing.stream().map(Missing::side).collect(Collectors.toSet()));
    }

    private Stream<Missing> missing(Guard guard) {
        return switch (guard) {
            case CONSENT_TO_TRANSFER -> Stream.of(new Missing(SENDING, consent(ConsentScope.TRANSFER, c -> true)));
            case CONSENT_TO_DISCLOSURE ->
                Stream.of(
                        new Missing(RECEIVING, referral.receivingOrganisation() == null ? NOT_GIVEN : HOLDS),
                        new Missing(SENDING, consent(ConsentScope.DISCLOSURE, this::namesReceiver)));
            case RISK_ASSESSED -> Stream.of(SENDING, RECEIVING).map(side -> new Missing(side, risk(side)));
            case BEST_INTERESTS ->
                Stream.of(
                        new Missing(SENDING, bestInterests()),
                        new Missing(RECEIVING, state.guardianIn(referral.to()) ? HOLDS : NOT_GIVEN));
            case LEGAL_STAY -> Stream.of(new Missing(RECEIVING, anyOf(Evidence.of(guard))));
            case TRAVEL_DOCUMENT, CONTACT_LIST, TRANSFER_BASIS ->
                Stream.of(new Missing(SENDING, anyOf(Evidence.of(guard))));
            case SERVICES_CONFIRMED ->
                Stream.of(new Missing(RECEIVING, referral.services().isEmpty() ? NOT_GIVEN : INSUFFICIENT));
            case RECEPTION ->
                Stream.of(
                        new Missing(RECEIVING, evidence(Evidence.RECEPTION_ARRANGED)),
                        new Missing(SENDING, anyOf(Guards.FITNESS)),
                        new Missing(SENDING, escort()));
            // What comes to hold by itself is said last: while more is missing, waiting alone does not help.
            case REFLECTION_AND_PROCEEDINGS ->
                Stream.of(
                        new Missing(SENDING, evidence(Evidence.PROCEEDINGS_CHECKED)),
                        new Missing(SENDING, reflection()));
        };
    }

    private boolean namesReceiver(Consent consent) {
        return referral.receivingOrganisation() == null || consent.names(referral.receivingOrganisation());
    }

    private Finding consent(ConsentScope scope, Predicate<Consent> further) {
        ConsentHolder rightHolder = state.minor() ? ConsentHolder.GUARDIAN : ConsentHolder.ADULT;
        List<Consent> given = state.consents().stream()
                .filter(c -> c.given().scope() == scope)
                .toList();
        List<Consent> fitting = given.stream()
                .filter(c ->
                        referral.to().equals(c.given().country()) && c.given().holder() == rightHolder)
                .filter(further)
                .toList();
        if (fitting.isEmpty()) {
            return given.isEmpty() ? NOT_GIVEN : INSUFFICIENT;
        } else if (fitting.stream().allMatch(Consent::withdrawn)) {
            return REVOKED;
        }
        return fitting.stream()
                        .anyMatch(c -> !c.withdrawn() && isLater(c.given().validUntil()))
                ? HOLDS
                : LAPSED;
    }

    private Finding risk(Side side) {
        Optional<RiskAssessed> assessed = state.risk(referral.country(side), referral.to());
        if (assessed.isEmpty()) {
            return NOT_GIVEN;
        } else if (assessed.get().level() == RiskLevel.UNACCEPTABLE) {
            return INSUFFICIENT;
        }
        return isLater(assessed.get().validUntil()) ? HOLDS : LAPSED;
    }

    private Finding bestInterests() {
        if (state.bestInterests().isEmpty()) {
            return NOT_GIVEN;
        }
        return Guards.inBestInterests(state, referral.to()) ? HOLDS : INSUFFICIENT;
    }

    private Finding escort() {
        return Guards.escorted(state, referral) ? evidence(Evidence.ESCORT_ARRANGED) : HOLDS;
    }

    private Finding reflection() {
        if (state.reflection().over()) {
            return HOLDS;
        }
        return state.reflection().running() ? PENDING : NOT_GIVEN;
    }

    /** Of several kinds of evidence one suffices; what was once shown explains more than what never was. */
    private Finding anyOf(Set<Evidence> kinds) {
        List<Finding> findings = kinds.stream().map(this::evidence).toList();
        return Stream.of(HOLDS, LAPSED, REVOKED)
                .filter(findings::contains)
                .findFirst()
                .orElse(NOT_GIVEN);
    }

    private Finding evidence(Evidence evidence) {
        Instant until = referral.confirmations().get(evidence);
        if (until == null) {
            return referral.revoked().contains(evidence) ? REVOKED : NOT_GIVEN;
        }
        return isLater(until) ? HOLDS : LAPSED;
    }

    private boolean isLater(Instant moment) {
        return context.now().isBefore(moment);
    }
}
