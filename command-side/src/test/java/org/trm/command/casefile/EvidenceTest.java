package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.Evidence.ESCORT_ARRANGED;
import static org.trm.events.types.Evidence.FITNESS_TO_TRAVEL_ESCORTED;
import static org.trm.events.types.Guard.RECEPTION;
import static org.trm.events.types.Guard.TRANSFER_BASIS;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.RevokePrecondition;
import org.trm.events.types.Actor;
import org.trm.events.types.Evidence;
import org.trm.events.types.Side;

/**
 * Every kind of evidence by which a guard comes true: given, never given, lapsed by date, revoked, and given by the wrong
 * side; at the signing and at the departure. The country is outside the European Economic Area, so that every guard asks
 * for something.
 */
class EvidenceTest {
    private static final Duration SHORT = Duration.ofDays(3);

    /** Everything is prepared but this evidence, and what would do in its place. */
    private static Story withoutAny(Evidence kind) {
        Set<Evidence> missing = alternatives(kind);
        Story story = kind == ESCORT_ARRANGED ? Story.ofAChild() : Story.ofAnAdult();
        story.to(AL)
                .without((actor, command) ->
                        command instanceof ConfirmPrecondition confirms && missing.contains(confirms.evidence()))
                .with(PREPARING)
                .whole();
        return kind == FITNESS_TO_TRAVEL_ESCORTED ? story.confirms(ESCORT_ARRANGED) : story;
    }

    private static Set<Evidence> alternatives(Evidence kind) {
        return switch (kind.guard()) {
            case LEGAL_STAY, TRAVEL_DOCUMENT, TRANSFER_BASIS -> Evidence.of(kind.guard());
            default -> Guards.FITNESS.contains(kind) ? Guards.FITNESS : EnumSet.of(kind);
        };
    }

    private static Story withOnly(Evidence kind) {
        return withoutAny(kind).confirms(kind);
    }

    private static Story lapsingSoon(Evidence kind) {
        Story story = withoutAny(kind);
        return story.confirms(kind, story.now.plus(SHORT));
    }

    private static Actor focalPoint(Side side) {
        return person(side == Side.SENDING ? BG : AL, NATIONAL_FOCAL_POINT);
    }

    private static Story revoked(Story story, Evidence kind) {
        return story.does(focalPoint(kind.side()), new RevokePrecondition(CASE, REFERRAL, kind));
    }

    private static ConfirmPrecondition confirmation(Story story, Evidence kind, Duration valid) {
        return new ConfirmPrecondition(CASE, REFERRAL, kind, story.today(), story.now.plus(valid));
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void eachKindIsEnough(Evidence kind) {
        Departure.happens(withOnly(kind));
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void neverGivenItKeepsBothFromSigning(Evidence kind) {
        Departure.cannotBeSigned(withoutAny(kind), kind.guard());
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void lapsedItKeepsBothFromSigning(Evidence kind) {
        Departure.cannotBeSigned(lapsingSoon(kind).later(SHORT), kind.guard());
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void lapsedSinceTheSignaturesItStopsTheDeparture(Evidence kind) {
        Departure.cannotBegin(lapsingSoon(kind).signed(BG).signed(AL).later(SHORT), kind.guard());
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void revokedItKeepsBothFromSigning(Evidence kind) {
        Departure.cannotBeSigned(revoked(withOnly(kind), kind), kind.guard());
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void revokedAfterTheSignaturesItVoidsThem(Evidence kind) {
        Departure.wasStopped(revoked(withOnly(kind).signed(BG).signed(AL), kind), kind.guard());
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void theOtherSideNeitherConfirmsNorRevokesIt(Evidence kind) {
        Actor other = focalPoint(kind.side().other());
        Story story = withoutAny(kind);
        story.refuses(other, confirmation(story, kind, SHORT), Rule.EVIDENCE_OF_OTHER_SIDE);
        Departure.cannotBeSigned(story, kind.guard());

        story.confirms(kind);
        story.refuses(other, new RevokePrecondition(CASE, REFERRAL, kind), Rule.EVIDENCE_OF_OTHER_SIDE);
        Departure.happens(story);
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void itMustStillBeValidWhenItIsRecorded(Evidence kind) {
        Story story = withoutAny(kind);
        Actor actor = focalPoint(kind.side());
        story.refuses(actor, confirmation(story, kind, Duration.ZERO), Rule.EVIDENCE_LAPSED);
        story.does(actor, confirmation(story, kind, Duration.ofMillis(1)));
    }

    @ParameterizedTest
    @EnumSource(Evidence.class)
    void onlyWhatIsConfirmedCanBeRevoked(Evidence kind) {
        Actor actor = focalPoint(kind.side());
        RevokePrecondition revoke = new RevokePrecondition(CASE, REFERRAL, kind);
        Story story = withoutAny(kind);
        story.refuses(actor, revoke, Rule.EVIDENCE_NOT_CONFIRMED);
        story.confirms(kind).does(actor, revoke);
        story.refuses(actor, revoke, Rule.EVIDENCE_NOT_CONFIRMED);
    }

    @Test
    void whoIsFitToTravelWithAnEscortOnlyDoesNotLeaveAlone() {
        Story story = Story.ofAnAdult().with(READY).confirms(FITNESS_TO_TRAVEL_ESCORTED);
        Departure.wasStopped(story, RECEPTION);

        story.confirms(ESCORT_ARRANGED, story.now.plus(SHORT));
        assertThat(Departure.unmet(story)).isEmpty();
        Departure.cannotBeSigned(story.later(SHORT), RECEPTION);

        Departure.happens(revoked(story, FITNESS_TO_TRAVEL_ESCORTED));
    }

    @Test
    void insideTheEuropeanEconomicAreaNoBasisIsNeeded() {
        Story story = Story.ofAnAdult().to(DE).with(PREPARING);
        assertThat(story.referral().confirmations().keySet()).noneMatch(e -> e.guard() == TRANSFER_BASIS);
        Departure.happens(story);
    }
}
