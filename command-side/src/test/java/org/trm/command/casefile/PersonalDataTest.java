package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.erasure.PlaceLegalHold;
import org.trm.command.casefile.person.AttachDocument;
import org.trm.command.casefile.person.RecordPersonalData;
import org.trm.command.casefile.person.WithdrawDocument;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.PersonalEvent.DocumentAttached;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.DocumentWithdrawalGround;
import org.trm.events.types.LegalHoldGround;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Role;
import org.trm.events.types.Sealed;

/** What is known of the person by name is recorded by who answers for it, and only where she is. */
class PersonalDataTest {
    private static Sealed sealed(PersonalField field) {
        return new Sealed(CASE, 1, field.dataClass(), field, null, "c2VhbGVk");
    }

    private static RecordPersonalData recording(PersonalField... fields) {
        return new RecordPersonalData(
                CASE, Arrays.stream(fields).map(PersonalDataTest::sealed).toList(), null);
    }

    @Test
    void eachFieldIsAFactOfItsOwnAndNothingOfItIsRead() {
        Story story = Story.ofAnAdult().opened();

        story.does(BG, NATIONAL_FOCAL_POINT, recording(PersonalField.IDENTITY, PersonalField.PAPERS));

        assertThat(story.happened)
                .containsExactly(
                        new PersonalDataRecorded(CASE, sealed(PersonalField.IDENTITY), null),
                        new PersonalDataRecorded(CASE, sealed(PersonalField.PAPERS), null));
    }

    @TestFactory
    Stream<DynamicTest> aFieldIsRecordedByWhoAnswersForItAndByNobodyElse() {
        return Arrays.stream(PersonalField.values())
                .flatMap(field -> Arrays.stream(Role.values())
                        .filter(role -> Arrays.asList(RecordPersonalData.class
                                        .getAnnotation(ActedBy.class)
                                        .roles())
                                .contains(role))
                        .map(role -> DynamicTest.dynamicTest(field + " " + role, () -> {
                            Story story = Story.ofAnAdult().opened();
                            if (RecordPersonalData.recorders(field).contains(role)) {
                                story.does(BG, role, recording(field));
                            } else {
                                Refused refused =
                                        story.refuses(person(BG, role), recording(field), Rule.FIELD_OF_ANOTHER_ROLE);
                                assertThat(refused.facts()).containsEntry("field", field.name());
                            }
                        })));
    }

    @Test
    void everyFieldHasSomebodyWhoRecordsItAndWhoDoesMayActAtAll() {
        List<Role> roles = Arrays.asList(
                RecordPersonalData.class.getAnnotation(ActedBy.class).roles());
        for (PersonalField field : PersonalField.values()) {
            assertThat(RecordPersonalData.recorders(field)).isNotEmpty().isSubsetOf(roles);
        }
    }

    @Test
    void ofSeveralFieldsOneThatIsNotHersRefusesAll() {
        Story story = Story.ofAnAdult().opened();
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                recording(PersonalField.IDENTITY, PersonalField.ACCOUNT),
                Rule.FIELD_OF_ANOTHER_ROLE);
    }

    @Test
    void anActThatSaysNothingIsRefused() {
        Story.ofAnAdult().opened().refuses(person(BG, NATIONAL_FOCAL_POINT), recording(), Rule.NOTHING_RECORDED);
    }

    private static AttachDocument attaching(PersonalField field, UUID documentId) {
        return new AttachDocument(
                CASE, new DocumentId(documentId), sealed(field), ContentHash.of(new byte[] {1, 2, 3}), null);
    }

    @Test
    void aDocumentIsAttachedByWhoAnswersForTheFieldAndEachUnderItsOwnId() {
        Story story = Story.ofAnAdult().opened();
        AttachDocument passport = attaching(PersonalField.PAPERS, new UUID(1, 1));

        story.does(BG, NATIONAL_FOCAL_POINT, passport);

        assertThat(story.happened)
                .containsExactly(new DocumentAttached(
                        CASE, passport.documentId(), passport.description(), passport.content(), null));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), passport, Rule.DOCUMENT_ID_USED);
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                attaching(PersonalField.HEALTH_NOTE, new UUID(1, 2)),
                Rule.FIELD_OF_ANOTHER_ROLE);
    }

    private static WithdrawDocument takingBack(AttachDocument attached) {
        return new WithdrawDocument(CASE, attached.documentId(), DocumentWithdrawalGround.WRONG_PERSON);
    }

    @Test
    void aDocumentIsTakenBackOnceByWhoAnswersForItsField() {
        Story story = Story.ofAnAdult().opened();
        AttachDocument passport = attaching(PersonalField.PAPERS, new UUID(1, 1));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), takingBack(passport), Rule.UNKNOWN_DOCUMENT);
        story.does(BG, NATIONAL_FOCAL_POINT, passport);
        story.refuses(person(BG, SHELTER_PROVIDER), takingBack(passport), Rule.FIELD_OF_ANOTHER_ROLE);

        story.does(BG, NATIONAL_FOCAL_POINT, takingBack(passport));

        assertThat(story.happened)
                .last()
                .isEqualTo(new DocumentWithdrawn(
                        CASE, passport.documentId(), PersonalField.PAPERS, DocumentWithdrawalGround.WRONG_PERSON));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), takingBack(passport), Rule.UNKNOWN_DOCUMENT);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), passport, Rule.DOCUMENT_ID_USED);
    }

    @Test
    void aDocumentThatMustBeKeptIsNotTakenBack() {
        Story story = Story.ofAnAdult().opened();
        AttachDocument passport = attaching(PersonalField.PAPERS, new UUID(1, 1));
        story.does(BG, NATIONAL_FOCAL_POINT, passport);
        story.does(BG, COMPETENT_AUTHORITY, new PlaceLegalHold(CASE, LegalHoldGround.COURT_ORDER));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), takingBack(passport), Rule.LEGAL_HOLD_STANDS);
    }

    @Test
    void whatTheFormerHolderAttachedIsItsOwnRecord() {
        Story story = Story.ofAnAdult().with(ReferralState.IN_TRANSIT);
        AttachDocument passport = attaching(PersonalField.PAPERS, new UUID(1, 1));
        story.does(BG, NATIONAL_FOCAL_POINT, passport)
                .does(RO, NATIONAL_FOCAL_POINT, new ConfirmArrival(CASE, Story.REFERRAL, story.today()))
                .handoverAcknowledgedBy(BG)
                .handoverAcknowledgedBy(RO);
        story.refuses(person(RO, NATIONAL_FOCAL_POINT), takingBack(passport), Rule.UNKNOWN_DOCUMENT);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), takingBack(passport), Rule.NOT_HOLDER);
    }

    @Test
    void oneThatWasTakenBackMakesRoomForAnother() {
        Story story = Story.ofAnAdult().opened();
        for (int i = 0; i < AttachDocument.MOST; i++) {
            story.does(BG, NATIONAL_FOCAL_POINT, attaching(PersonalField.PAPERS, new UUID(2, i)));
        }
        story.does(BG, NATIONAL_FOCAL_POINT, takingBack(attaching(PersonalField.PAPERS, new UUID(2, 7))));
        story.does(BG, NATIONAL_FOCAL_POINT, attaching(PersonalField.PAPERS, new UUID(3, 3)));
    }

    @Test
    void aCaseHasNoMoreDocumentsThanACaseMayHave() {
        Story story = Story.ofAnAdult().opened();
        for (int i = 0; i < AttachDocument.MOST; i++) {
            story.does(BG, NATIONAL_FOCAL_POINT, attaching(PersonalField.PAPERS, new UUID(2, i)));
        }
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                attaching(PersonalField.PAPERS, new UUID(3, 3)),
                Rule.TOO_MANY_DOCUMENTS);
    }

    @Test
    void onlyTheCountryThatIsResponsibleRecordsAndOnAnOpenCaseOnly() {
        Story story = Story.ofAnAdult().with(ReferralState.READY);
        story.refuses(person(RO, COMPETENT_AUTHORITY), recording(PersonalField.ACCOUNT), Rule.NOT_HOLDER);

        Story closed = Story.ofAnAdult().opened();
        closed.does(BG, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.ENTERED_IN_ERROR, null));
        closed.refuses(person(BG, NATIONAL_FOCAL_POINT), recording(PersonalField.IDENTITY), Rule.CASE_CLOSED);
    }
}
