package org.trm.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DAY;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.NOON;
import static org.trm.query.sample.Happenings.RO;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.events.CaseEvent;
import org.trm.events.ConsentEvent.ConsentWithdrawn;
import org.trm.events.IdentificationEvent.VictimConfirmed;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.ReferralEvent.ReferralWithdrawn;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.Guard;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.Role;
import org.trm.events.types.Side;
import org.trm.events.types.SignaturesVoid;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TraffickingAct;
import org.trm.events.types.WithdrawalReason;
import org.trm.query.sample.Happenings;
import org.trm.query.sample.Samples;

class SentencesTest {
    private static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final ReferralId REFERRAL = new ReferralId(new UUID(2, 2));
    private static final ConsentId CONSENT = new ConsentId(new UUID(4, 4));
    private static final Happenings HER = new Happenings(CASE);

    private static Stream<Class<? extends CaseEvent>> types() {
        return Samples.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventIsTold_inASentenceThatNamesACountryOrWhoKeepsTheMechanismForAll_andNoCode(
            Class<? extends CaseEvent> type) {
        Samples samples = new Samples(7);
        for (int i = 0; i < 200; i++) {
            Told told = told(samples.event(type, CASE, REFERRAL));
            assertThat(told.sentence())
                    .matches("[A-ZÅ].{15,}\\.")
                    .containsPattern("Bulgaria|Romania|Germany|Netherlands|Bosnia and Herzegovina|Kosovo"
                            + "|^The operator of the mechanism");
            assertNoCode(told.sentence());
            if (told.detail() != null) {
                assertThat(told.detail()).matches("[A-Z].{5,}\\.");
                assertNoCode(told.detail());
            }
        }
    }

    private static void assertNoCode(String text) {
        assertThat(text.replace(" UTC", ""))
                .as("neither a constant nor a code of an organisation")
                .doesNotContainPattern("[A-Z]{2}|_")
                .as("nor a class")
                .doesNotContainPattern("[a-z][A-Z]")
                .as("nor an id")
                .doesNotContainPattern("[0-9a-f]{8}-")
                .doesNotContain("null", "  ", "..", " .");
    }

    @Test
    void whatIsKnownOfThePersonIsNoPartOfTheSentence() {
        Told told = told(HER.opened());
        assertThat(told.sentence()).isEqualTo("Bulgaria opened the case and is responsible for it.");
        assertThat(told.detail())
                .isEqualTo(
                        "Age: from 24 to 26; gender: feminine; language: Romanian; citizenship: Romania; exploitation: forced labour; "
                                + "needs: shelter and medical care; urgency: routine; risk: medium; legal stay: unknown.");
        assertThat(told.occurredOn()).isEqualTo(DAY);
    }

    @Test
    void theIdentificationSaysOfWhatInTheDetail() {
        Told told = told(new VictimConfirmed(
                CASE,
                EnumSet.of(TraffickingAct.RECRUITMENT, TraffickingAct.TRANSPORTATION),
                Set.of(),
                EnumSet.of(ExploitationForm.SEXUAL_EXPLOITATION),
                DAY));
        assertThat(told.sentence()).isEqualTo("Bulgaria identified the person as a victim of trafficking.");
        assertThat(told.detail())
                .isEqualTo("Act: recruitment and transportation; means: none; purpose: sexual exploitation.");
    }

    @Test
    void aCorrectionSaysWhichEntryItCorrects() {
        Told told = told(HER.needsAssessed(7L));
        assertThat(told.sentence()).isEqualTo("Bulgaria assessed what the person needs; this corrects entry 7.");
        assertThat(told.corrects()).isEqualTo(7);
    }

    @Test
    void timeLimitsAreToldInWords() {
        assertThat(sentence(HER.received(REFERRAL)))
                .isEqualTo("Romania acknowledged the receipt of the referral from Bulgaria; "
                        + "a decision is due by 2 March 2026, 12:00 UTC, at the latest by 3 March 2026, 12:00 UTC.");
        assertThat(sentence(new DeadlineEscalated(
                        CASE, REFERRAL, TimeLimit.DECISION, Happenings.deadline(TimeLimit.DECISION))))
                .isEqualTo("The time to decide ran out in the referral from Bulgaria to Romania, and the coordinators "
                        + "of both countries were told; the time limit lapses on 3 March 2026, 12:00 UTC.");
    }

    @Test
    void reasonsAreToldInWords() {
        assertThat(sentence(new ReferralDeclined(CASE, REFERRAL, DeclineReason.NOT_NATIONAL_OR_RESIDENT)))
                .isEqualTo("Romania declined the referral from Bulgaria: "
                        + "the person is neither a national nor a resident.");
        assertThat(sentence(new SignaturesVoided(
                        CASE,
                        REFERRAL,
                        SignaturesVoid.GUARD_TURNED_FALSE,
                        EnumSet.of(Guard.CONSENT_TO_TRANSFER, Guard.TRAVEL_DOCUMENT),
                        null)))
                .isEqualTo("The signatures for the departure from Bulgaria to Romania became void: something does not "
                        + "hold any more (consent to the transfer and the travel document).");
    }

    @Test
    void aWithdrawalSaysWhichConsentWasWithdrawn() {
        List<CaseEvent> before =
                List.of(HER.opened(), HER.consented(CONSENT, ConsentScope.TRANSFER, CountryCode.of("NL")));
        assertThat(told(before, new ConsentWithdrawn(CASE, CONSENT, DAY), BG).sentence())
                .isEqualTo("Bulgaria recorded that the consent to the transfer to the Netherlands was withdrawn.");
    }

    @Test
    void aDraftIsDiscardedAndAReferralIsWithdrawn() {
        CaseEvent withdrawn = new ReferralWithdrawn(CASE, REFERRAL, WithdrawalReason.RISK_CHANGED);
        CaseEvent drafted = HER.drafted(REFERRAL, ReferralKind.INFORMATION_OR_SERVICE, BG, RO, null);
        assertThat(told(List.of(HER.opened(), drafted), withdrawn, BG).sentence())
                .isEqualTo("Bulgaria discarded the draft of its request to Romania: the risk changed.");
        assertThat(sentence(withdrawn)).isEqualTo("Bulgaria withdrew its referral to Romania: the risk changed.");
    }

    @Test
    void theSentenceOfADraftDoesNotSayWhoHadItMade() {
        ReferralId next = new ReferralId(new UUID(2, 3));
        CaseEvent draft = HER.drafted(next, ReferralKind.CUSTODY_TRANSFER, BG, DE, REFERRAL);
        assertThat(told(List.of(HER.opened()), draft, RO).sentence())
                .isEqualTo("A referral from Bulgaria to Germany was drafted: voluntary return.");
    }

    @Test
    void responsibilityMovesByTwoAcknowledgements() {
        assertThat(sentence(HER.acknowledged(REFERRAL, Side.RECEIVING)))
                .isEqualTo("Romania acknowledged the handover from Bulgaria to Romania.");
        assertThat(sentence(HER.custodyMoved(REFERRAL, BG, RO)))
                .isEqualTo("Responsibility for the case moved from Bulgaria to Romania.");
    }

    private static String sentence(CaseEvent event) {
        return told(event).sentence();
    }

    private static Told told(CaseEvent event) {
        if (event instanceof CaseOpened) {
            return told(List.of(), event, BG);
        }
        List<CaseEvent> before = new ArrayList<>(List.of(HER.opened()));
        if (!(event instanceof ReferralDrafted)) {
            before.addAll(List.of(HER.drafted(REFERRAL, BG, RO), HER.submitted(REFERRAL)));
        }
        return told(before, event, BG);
    }

    /** The event as it is told after these, when somebody of this country acts. */
    private static Told told(List<CaseEvent> before, CaseEvent event, CountryCode by) {
        Actor actor = new Actor(
                ActorKind.PERSON, new UUID(9, 9), "issuer", Happenings.organisation(by), by, Role.NATIONAL_FOCAL_POINT);
        TimelineRow row = null;
        for (CaseEvent each : before) {
            row = TimelineRow.after(row, new Recorded<>(each, row == null ? 1 : row.version() + 1, NOON, actor));
        }
        row = TimelineRow.after(row, new Recorded<>(event, before.size() + 1, NOON, actor));
        return row.entries().get(before.size()).told();
    }
}
