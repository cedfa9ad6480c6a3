package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.DATA_PROTECTION_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.closing.ReopenCase;
import org.trm.command.casefile.erasure.ConfirmErasure;
import org.trm.command.casefile.erasure.LiftLegalHold;
import org.trm.command.casefile.erasure.PlaceLegalHold;
import org.trm.command.casefile.erasure.RedactSealedData;
import org.trm.command.casefile.erasure.RequestErasure;
import org.trm.command.casefile.erasure.WithdrawErasureRequest;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.ContentHash;
import org.trm.events.types.ErasureGround;
import org.trm.events.types.LegalHoldGround;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Remainder;
import org.trm.events.types.ReopeningReason;
import org.trm.events.types.Role;

/** What is known of a person is forgotten when two officers say so, and never while it must be kept. */
class ErasureTest {
    private static final Actor FIRST = person(BG, DATA_PROTECTION_OFFICER);
    private static final Actor SECOND = new Actor(
            FIRST.kind(), new UUID(7, 7), FIRST.issuer(), FIRST.organisation(), FIRST.country(), FIRST.role());
    /** She belongs to no country. */
    private static final Actor OPERATOR =
            new Actor(ActorKind.PERSON, new UUID(8, 8), "test", null, null, Role.SYSTEM_OPERATOR);

    private static final RequestErasure REQUEST = new RequestErasure(CASE, ErasureGround.DATA_SUBJECT_REQUEST);

    private static Story closed() {
        return Story.ofAnAdult()
                .opened()
                .does(BG, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.NOT_A_VICTIM, null));
    }

    @Test
    void oneOfficerAsksAndAnotherConfirms() {
        Story story = closed().does(FIRST, REQUEST);
        story.refuses(FIRST, new ConfirmErasure(CASE), Rule.FOUR_EYES_REQUIRED);

        story.does(SECOND, new ConfirmErasure(CASE));

        assertThat(story.happened)
                .containsExactly(new PersonErased(CASE, story.today().plusDays(30)));
        assertThat(story.state.erased()).isTrue();
    }

    @Test
    void nothingIsConfirmedThatNobodyAskedForNorAskedForTwice() {
        Story story = closed();
        story.refuses(SECOND, new ConfirmErasure(CASE), Rule.ERASURE_NOT_REQUESTED);
        story.refuses(FIRST, new WithdrawErasureRequest(CASE), Rule.ERASURE_NOT_REQUESTED);
        story.does(FIRST, REQUEST);
        story.refuses(SECOND, REQUEST, Rule.ERASURE_REQUESTED);
        story.does(SECOND, new WithdrawErasureRequest(CASE));
        story.refuses(SECOND, new ConfirmErasure(CASE), Rule.ERASURE_NOT_REQUESTED);
    }

    @Test
    void anOpenCaseIsNotForgottenAndReopeningItEndsTheRequest() {
        Story.ofAnAdult().opened().refuses(FIRST, REQUEST, Rule.CASE_STILL_OPEN);

        Story story = closed().does(FIRST, REQUEST);
        story.does(BG, NATIONAL_FOCAL_POINT, new ReopenCase(CASE, ReopeningReason.values()[0]));
        story.refuses(SECOND, new ConfirmErasure(CASE), Rule.ERASURE_NOT_REQUESTED);
    }

    @Test
    void aLegalHoldStandsAgainstAskingAndAgainstConfirming() {
        Actor authority = person(BG, COMPETENT_AUTHORITY);
        PlaceLegalHold hold = new PlaceLegalHold(CASE, LegalHoldGround.CRIMINAL_PROCEEDINGS);
        Story story = closed();
        story.refuses(authority, new LiftLegalHold(CASE), Rule.NO_LEGAL_HOLD);
        story.does(authority, hold);
        story.refuses(authority, hold, Rule.LEGAL_HOLD_PLACED);
        story.refuses(FIRST, REQUEST, Rule.LEGAL_HOLD_STANDS);
        story.does(authority, new LiftLegalHold(CASE)).does(FIRST, REQUEST).does(authority, hold);

        story.refuses(SECOND, new ConfirmErasure(CASE), Rule.LEGAL_HOLD_STANDS);
    }

    @Test
    void aCountryThatHandedTheCaseOverRulesOnItsOwnRecord() {
        Story story = Story.ofAnAdult().with(ReferralState.MONITORING);
        Actor formerly = person(BG, COMPETENT_AUTHORITY);
        story.does(formerly, new PlaceLegalHold(CASE, LegalHoldGround.CRIMINAL_PROCEEDINGS));
        story.does(RO, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.INCLUSION_ACHIEVED, null));

        story.refuses(person(RO, DATA_PROTECTION_OFFICER), REQUEST, Rule.LEGAL_HOLD_STANDS);
        story.refuses(person(RO, COMPETENT_AUTHORITY), new LiftLegalHold(CASE), Rule.NO_LEGAL_HOLD);
        assertThat(Rule.NO_LEGAL_HOLD.sentence()).contains("each country lifts its own");
        story.refuses(person(BG, DATA_PROTECTION_OFFICER), REQUEST, Rule.NOT_HOLDER);
        story.does(formerly, new LiftLegalHold(CASE)).does(RO, DATA_PROTECTION_OFFICER, REQUEST);
    }

    @Test
    void whatWasSealedIsTakenOutByAnOperatorOnceThePersonIsErasedAndWhatIsStoredIsAsItWasSealed() {
        Set<Remainder> left = Set.of(new Remainder(2L, ContentHash.of(new byte[] {1})));
        RedactSealedData redaction = new RedactSealedData(CASE, left, true);
        Story story = closed().does(FIRST, REQUEST);
        story.refuses(OPERATOR, redaction, Rule.PERSON_NOT_ERASED);
        story.does(SECOND, new ConfirmErasure(CASE));
        story.refuses(OPERATOR, new RedactSealedData(CASE, left, false), Rule.NOT_AS_SEALED);

        story.does(OPERATOR, redaction);

        assertThat(story.happened).containsExactly(new SealedDataRedacted(CASE, left));
        story.refuses(FIRST, REQUEST, Rule.PERSON_ERASED);
    }

    @Test
    void whereNothingIsLeftToBeTakenOutNothingIsRecorded() {
        Story story = closed().does(FIRST, REQUEST).does(SECOND, new ConfirmErasure(CASE));
        story.does(OPERATOR, new RedactSealedData(CASE, Set.of(), true));
        assertThat(story.happened).isEmpty();
    }

    @Test
    void nobodyElseTakesAnythingOutAndOfACaseThatThereIsNotNobody() {
        RedactSealedData redaction = new RedactSealedData(CASE, Set.of(), true);
        Story story = closed().does(FIRST, REQUEST).does(SECOND, new ConfirmErasure(CASE));
        story.refuses(FIRST, redaction, Rule.ROLE_NOT_ALLOWED);
        story.refuses(Actor.CLOCK, redaction, Rule.ROLE_NOT_ALLOWED);
        Story.ofAnAdult().refuses(OPERATOR, redaction, Rule.UNKNOWN_CASE);
    }

    @Test
    void nothingIsDoneToACaseOfWhomNothingIsKnownAnyMore() {
        Story story = closed().does(FIRST, REQUEST).does(SECOND, new ConfirmErasure(CASE));
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                new ReopenCase(CASE, ReopeningReason.values()[0]),
                Rule.PERSON_ERASED);
        story.refuses(FIRST, REQUEST, Rule.PERSON_ERASED);
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                new AssessNeeds(CASE, Set.of(Need.LEGAL), null, null),
                Rule.PERSON_ERASED);
        story.refuses(person(RO, DATA_PROTECTION_OFFICER), REQUEST, Rule.UNKNOWN_CASE);
    }
}
