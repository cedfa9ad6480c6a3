package org.trm.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.events.CaseEvent;
import org.trm.events.ConsentEvent.ConsentGiven;
import org.trm.events.ConsentEvent.ConsentWithdrawn;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.IntakeEvent.NeedsAssessed;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.HandoverAcknowledged;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.ReferralEvent.ReferralSubmitted;
import org.trm.events.Samples;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;
import org.trm.events.wiring.EventCatalogue;

/** How the timeline tells what happened. */
class SentencesTest {
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor ROMANIA = new Actor(
            ActorKind.PERSON,
            new UUID(3, 3),
            "test",
            OrganisationId.of("RO-ANITP"),
            CountryCode.of("RO"),
            Role.NATIONAL_FOCAL_POINT);

    static Stream<CaseEvent> everyEventWithAllThatItCanHoldAndWithNoMoreThanItMust() {
        return EventCatalogue.events(CaseEvent.class)
                .flatMap(type -> Stream.of(Samples.full(type), Samples.sparse(type)))
                .map(CaseEvent.class::cast)
                .filter(SentencesTest::couldHaveHappened)
                .distinct();
    }

    /** By the rules a consent names the country that it is given for, where its scope has one. */
    private static boolean couldHaveHappened(CaseEvent event) {
        return !(event instanceof ConsentGiven consent) || !consent.scope().namesCountry() || consent.country() != null;
    }

    @ParameterizedTest
    @MethodSource("everyEventWithAllThatItCanHoldAndWithNoMoreThanItMust")
    void aSentenceNamesACountryAndNeitherACodeNorAnIdNorAClass(CaseEvent event) {
        Told told = told(ROMANIA, event);

        assertThat(told.sentence())
                .matches("[A-Z].*[^.]\\.")
                .containsAnyOf("Bulgaria", "Romania", "Germany")
                .satisfies(SentencesTest::readsAsPlainEnglish);
        if (told.detail() != null) {
            assertThat(told.detail()).endsWith(".").satisfies(SentencesTest::readsAsPlainEnglish);
        }
    }

    private static void readsAsPlainEnglish(String text) {
        assertThat(text)
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}")
                .doesNotContainPattern("[A-Z0-9]+_[A-Z0-9_]+")
                .doesNotContainPattern("[a-z][A-Z]")
                .doesNotContain("null", "  ", "[", "{");
    }

    @Test
    void theClockActsForNobody() {
        Stream<CaseEvent> events = everyEventWithAllThatItCanHoldAndWithNoMoreThanItMust();

        assertThat(events.map(event -> told(Actor.CLOCK, event).sentence())).noneMatch(s -> s.contains("null"));
    }

    @Test
    void aHandoverIsToldAsOneStepOfEachSide() {
        assertThat(sentence(Samples.full(HandoverAcknowledged.class)))
                .isEqualTo("Romania acknowledged the handover from Bulgaria to Romania.");
        assertThat(sentence(Samples.full(CustodyTransferred.class)))
                .isEqualTo("Responsibility for the case moved from Bulgaria to Romania.");
    }

    @Test
    void aRefusalSaysWhy() {
        assertThat(sentence(Samples.full(ReferralDeclined.class)))
                .startsWith("Romania declined the referral from Bulgaria: ");
    }

    @Test
    void aWithdrawalSaysWhatHadBeenConsentedTo() {
        ConsentGiven given = Samples.full(ConsentGiven.class);
        ConsentWithdrawn withdrawn = Samples.full(ConsentWithdrawn.class);

        assertThat(withdrawn.consentId()).isEqualTo(given.consentId());
        assertThat(folded(ROMANIA, given, withdrawn).sentence())
                .isEqualTo("Romania recorded that the consent to the disclosure of data to Romania was withdrawn.");
    }

    @Test
    void aCorrectionNamesTheEntryThatItCorrects() {
        NeedsAssessed correction = Samples.full(NeedsAssessed.class);

        assertThat(sentence(correction)).endsWith("; this corrects entry " + correction.corrects() + ".");
        assertThat(told(ROMANIA, correction).corrects()).isEqualTo(correction.corrects());
    }

    @Test
    void whatIsKnownOfThePersonStandsBesideTheSentenceAndNotInIt() {
        Told opened = told(ROMANIA, Samples.full(CaseOpened.class));

        assertThat(opened.sentence()).isEqualTo("Bulgaria opened the case and is responsible for it.");
        assertThat(opened.detail()).isNotBlank();
    }

    private static String sentence(CaseEvent event) {
        return told(ROMANIA, event).sentence();
    }

    private static Told told(Actor actor, CaseEvent event) {
        return folded(actor, event);
    }

    /** The last of these events, told in a case in which Bulgaria has asked Romania. */
    private static Told folded(Actor actor, CaseEvent... events) {
        List<CaseEvent> before = List.of(
                Samples.full(CaseOpened.class),
                Samples.full(ReferralDrafted.class),
                Samples.full(ReferralSubmitted.class));
        List<CaseEvent> all = Stream.concat(before.stream(), Stream.of(events)).toList();
        TimelineRow row = null;
        for (CaseEvent event : all) {
            row = TimelineRow.after(row, new Recorded<>(event, row == null ? 1 : row.version() + 1, AT, actor));
        }
        return row.entries().get(all.size() - 1).told();
    }
}
