package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.focalPointOf;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.Guard.BEST_INTERESTS;
import static org.trm.events.types.Guard.CONSENT_TO_DISCLOSURE;
import static org.trm.events.types.Guard.CONSENT_TO_TRANSFER;
import static org.trm.events.types.Guard.CONTACT_LIST;
import static org.trm.events.types.Guard.LEGAL_STAY;
import static org.trm.events.types.Guard.RECEPTION;
import static org.trm.events.types.Guard.REFLECTION_OVER;
import static org.trm.events.types.Guard.RISK_ASSESSED;
import static org.trm.events.types.Guard.SERVICES_CONFIRMED;
import static org.trm.events.types.Guard.TRANSFER_BASIS;
import static org.trm.events.types.Guard.TRAVEL_DOCUMENT;
import static org.trm.events.types.ReferralState.ACCEPTED;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.protection.DetermineBestInterests;
import org.trm.command.casefile.protection.EndGuardianship;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.ConfirmServices;
import org.trm.command.casefile.referral.RevokePrecondition;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.events.ConsentEvent.ConsentWithdrawn;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.ReferralAccepted;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.ChildView;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.Evidence;
import org.trm.events.types.Guard;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.Need;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Side;

/** Each guard true, never given, lapsed by date, revoked, and given by the wrong side. */
class GuardsTest {
    private static final AuthoriseDeparture SIGN = new AuthoriseDeparture(CASE, REFERRAL);

    private static List<Guard> unmet(Story story) {
        Context context = new Context(person(BG, NATIONAL_FOCAL_POINT), story.now, story.countries, null);
        return Guards.of(story.state, story.referral(), context).unmet();
    }

    private static void departureIsRefusedFor(Story story, Guard guard) {
        assertThat(unmet(story)).contains(guard);
        Rule first = Guards.rule(unmet(story).get(0));
        Refused refused = story.refuses(person(BG, NATIONAL_FOCAL_POINT), SIGN, first);
        assertThat(refused.facts().get("unmet")).contains(guard.number());
    }

    @Test
    void allGuardsOfAnAdultHoldWhenEverythingIsPrepared() {
        assertThat(unmet(Story.ofAnAdult().with(PREPARING))).isEmpty();
    }

    @Test
    void allGuardsOfAChildHoldWhenEverythingIsPrepared() {
        assertThat(unmet(Story.ofAChild().with(PREPARING))).isEmpty();
    }

    @Test
    void allGuardsHoldForACountryOutsideTheEuropeanEconomicAreaWhenABasisIsRecorded() {
        assertThat(unmet(Story.ofAnAdult().to(AL).with(PREPARING))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void everyGuardHasItsOwnRefusal(Guard guard) {
        long sharing = Arrays.stream(Guard.values())
                .filter(g -> Guards.rule(g) == Guards.rule(guard))
                .count();
        assertThat(sharing).isOne();
        assertThat(Guards.rule(guard).sentence()).startsWith(guard.number() + ":");
    }

    // Never given

    @Test
    void withoutAnythingPreparedAllGuardsThatNeedEvidenceAreFalse() {
        Story story = Story.ofAChild().to(AL).with(RECEIVED).does(AL, NATIONAL_FOCAL_POINT, bare(AL));

        assertThat(unmet(story))
                .containsExactly(
                        RISK_ASSESSED,
                        BEST_INTERESTS,
                        LEGAL_STAY,
                        TRAVEL_DOCUMENT,
                        SERVICES_CONFIRMED,
                        RECEPTION,
                        CONTACT_LIST,
                        TRANSFER_BASIS);
    }

    private static ReferralCommand bare(CountryCode country) {
        return new AcceptReferral(
                CASE,
                REFERRAL,
                focalPointOf(country),
                Story.ofAnAdult().acceptance().caseManager(),
                Set.of());
    }

    @Test
    void g1AndG2AreFalseWithoutConsentToTheTransferAndToDisclosure() {
        Story story = Story.ofAnAdult().opened().identified();
        for (ConsentScope scope : List.of(ConsentScope.ENQUIRY, ConsentScope.DISCLOSURE)) {
            story.does(BG, NATIONAL_FOCAL_POINT, story.consent(scope));
        }
        story.does(BG, NATIONAL_FOCAL_POINT, story.draft());
        story.does(BG, NATIONAL_FOCAL_POINT, new SubmitReferral(CASE, REFERRAL));
        story.does(RO, NATIONAL_FOCAL_POINT, new AcknowledgeReceipt(CASE, REFERRAL));
        story.accepted().prepared();

        assertThat(unmet(story)).containsExactly(CONSENT_TO_TRANSFER);
        departureIsRefusedFor(story, CONSENT_TO_TRANSFER);
    }

    @Test
    void g2IsFalseForAnotherOrganisationThanTheOneThatReceives() {
        Story story = Story.ofAnAdult().with(PREPARING);
        RecordConsent disclosure = new RecordConsent(
                CASE,
                story.consentId(ConsentScope.ASSISTANCE),
                ConsentScope.DISCLOSURE,
                AL,
                focalPointOf(AL),
                EnumSet.of(DataClass.B),
                DisclosurePurpose.REFERRAL,
                ConsentHolder.ADULT,
                null,
                new LanguageCode("ron"),
                false,
                null,
                null);
        story.does(BG, NATIONAL_FOCAL_POINT, disclosure);

        Context context = new Context(person(BG, NATIONAL_FOCAL_POINT), story.now, story.countries, null);
        CaseState without = CaseState.after(
                story.state,
                new Recorded<>(
                        new ConsentWithdrawn(CASE, story.consentId(ConsentScope.DISCLOSURE), null),
                        story.state.version() + 1,
                        story.now,
                        context.actor()));
        assertThat(Guards.of(without, without.referral(REFERRAL).orElseThrow(), context)
                        .unmet())
                .containsExactly(CONSENT_TO_DISCLOSURE);
    }

    @Test
    void g7IsFalseWhileAMandatoryNeedIsUnanswered() {
        Story story = Story.ofAnAdult().with(PREPARING);
        story.countries.procedure(BG);
        story.does(BG, NATIONAL_FOCAL_POINT, new AssessNeeds(CASE, Set.of(Need.SHELTER, Need.SCHOOLING), null, null));
        assertThat(unmet(story)).isEmpty();

        Story unanswered = Story.ofAnAdult().with(RECEIVED).does(RO, NATIONAL_FOCAL_POINT, bare(RO));
        assertThat(unmet(unanswered)).contains(SERVICES_CONFIRMED);
        unanswered.does(RO, NATIONAL_FOCAL_POINT, new ConfirmServices(CASE, REFERRAL, Set.of(Need.SHELTER)));
        assertThat(unmet(unanswered)).contains(SERVICES_CONFIRMED);
        unanswered.does(RO, NATIONAL_FOCAL_POINT, new ConfirmServices(CASE, REFERRAL, Set.of(Need.MEDICAL)));
        assertThat(unmet(unanswered)).doesNotContain(SERVICES_CONFIRMED);
    }

    @Test
    void aProcedureThatIsPublishedAfterTheAcceptanceAddsNoNeedToWhatWasAccepted() {
        Story story = Story.ofAnAdult().with(READY);
        story.countries.republish(BG, Set.of(Need.SHELTER, Need.MEDICAL, Need.LEGAL));

        assertThat(unmet(story)).isEmpty();
        story.does(RO, NATIONAL_FOCAL_POINT, new ConfirmServices(CASE, REFERRAL, Set.of(Need.FOOD)));
        assertThat(story.referralState()).isEqualTo(READY);
        story.does(BG, NATIONAL_FOCAL_POINT, story.departure());
        assertThat(story.referralState()).isEqualTo(IN_TRANSIT);
    }

    @Test
    void whatIsAcceptedAfterwardsIsJudgedByTheProcedureOfThatDay() {
        Story story = Story.ofAnAdult().with(RECEIVED);
        story.countries.republish(BG, Set.of(Need.LEGAL));
        story.does(RO, NATIONAL_FOCAL_POINT, story.acceptance());
        ReferralAccepted accepted = (ReferralAccepted) story.happened.get(0);

        assertThat(accepted.mandatoryNeeds()).containsExactly(Need.LEGAL);
        assertThat(accepted.deadline().procedure()).isEqualTo(new ProcedureVersion(BG, 2));
        assertThat(unmet(story)).contains(SERVICES_CONFIRMED);
        story.does(RO, NATIONAL_FOCAL_POINT, new ConfirmServices(CASE, REFERRAL, Set.of(Need.LEGAL)));
        assertThat(unmet(story)).doesNotContain(SERVICES_CONFIRMED);
    }

    @Test
    void whereNobodyLeavesNoNeedIsMandatory() {
        Story story = Story.ofAnAdult().askingForInformation().with(ACCEPTED);
        assertThat(story.referral().mandatoryNeeds()).isEmpty();
    }

    @Test
    void g8NeedsAnEscortForAChild() {
        Story story = Story.ofAChild().with(PREPARING);
        story.does(BG, NATIONAL_FOCAL_POINT, new RevokePrecondition(CASE, REFERRAL, Evidence.ESCORT_ARRANGED));
        departureIsRefusedFor(story, RECEPTION);
    }

    @Test
    void g9IsFalseWhileTheReflectionPeriodRuns() {
        Story story = Story.ofAnAdult().opened();
        story.does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        story.does(
                BG,
                COMPETENT_AUTHORITY,
                new GrantReflectionPeriod(CASE, story.today(), story.today().plusDays(30), null));
        story.consented().does(BG, NATIONAL_FOCAL_POINT, story.draft());

        assertThat(unmet(story)).contains(REFLECTION_OVER);
    }

    // Lapsed by date

    @Test
    void g1AndG2LapseWithTheConsent() {
        Story story = Story.ofAnAdult().with(PREPARING).later(Duration.ofDays(181));
        story.assessed(BG, RiskLevel.LOW).assessed(RO, RiskLevel.LOW);

        assertThat(unmet(story)).containsExactly(CONSENT_TO_TRANSFER, CONSENT_TO_DISCLOSURE);
        departureIsRefusedFor(story, CONSENT_TO_TRANSFER);
    }

    @Test
    void g3LapsesWithEitherSidesAssessment() {
        Story story = Story.ofAnAdult().with(PREPARING).later(Duration.ofDays(91));
        assertThat(unmet(story)).containsExactly(RISK_ASSESSED);
        story.assessed(BG, RiskLevel.LOW);
        assertThat(unmet(story)).containsExactly(RISK_ASSESSED);
        story.assessed(RO, RiskLevel.MEDIUM);
        assertThat(unmet(story)).isEmpty();
    }

    static Stream<Arguments> evidence() {
        return Stream.of(
                Arguments.of(LEGAL_STAY, Evidence.NATIONALITY_VERIFIED),
                Arguments.of(TRAVEL_DOCUMENT, Evidence.PASSPORT),
                Arguments.of(RECEPTION, Evidence.RECEPTION_ARRANGED),
                Arguments.of(RECEPTION, Evidence.FITNESS_TO_TRAVEL),
                Arguments.of(CONTACT_LIST, Evidence.CONTACT_LIST_GIVEN),
                Arguments.of(TRANSFER_BASIS, Evidence.APPROPRIATE_SAFEGUARDS));
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void evidenceLapses(Guard guard, Evidence evidence) {
        Story story = Story.ofAnAdult().to(AL).with(PREPARING);
        story.confirms(evidence, story.now.plus(Duration.ofDays(10)));
        assertThat(unmet(story)).isEmpty();

        story.later(Duration.ofDays(10));

        assertThat(unmet(story)).containsExactly(guard);
        departureIsRefusedFor(story, guard);
    }

    // Revoked

    @ParameterizedTest
    @MethodSource("evidence")
    void evidenceIsRevokedByWhoConfirmedIt(Guard guard, Evidence evidence) {
        Story story = Story.ofAnAdult().to(AL).with(READY);
        CountryCode country = evidence.side() == Side.SENDING ? BG : AL;

        story.does(country, NATIONAL_FOCAL_POINT, new RevokePrecondition(CASE, REFERRAL, evidence));

        assertThat(unmet(story)).containsExactly(guard);
        assertThat(story.referralState()).isEqualTo(PREPARING);
        assertThat(story.referral().signatures()).isEmpty();
        assertThat(story.happened)
                .last()
                .isInstanceOfSatisfying(
                        SignaturesVoided.class, v -> assertThat(v.guards()).containsExactly(guard));
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void evidenceOfTheOtherSideIsRefused(Guard guard, Evidence evidence) {
        Story story = Story.ofAnAdult().to(AL).with(PREPARING);
        CountryCode wrong = evidence.side() == Side.SENDING ? AL : BG;

        story.refuses(
                person(wrong, NATIONAL_FOCAL_POINT),
                new ConfirmPrecondition(CASE, REFERRAL, evidence, story.today(), null),
                Rule.EVIDENCE_OF_OTHER_SIDE);
        story.refuses(
                person(wrong, NATIONAL_FOCAL_POINT),
                new RevokePrecondition(CASE, REFERRAL, evidence),
                Rule.EVIDENCE_OF_OTHER_SIDE);
    }

    @Test
    void aSignedDepartureIsVoidWhenARiskIsFoundUnacceptable() {
        Story story = Story.ofAnAdult().with(READY);
        story.assessed(RO, RiskLevel.UNACCEPTABLE);
        assertThat(unmet(story)).containsExactly(RISK_ASSESSED);
        assertThat(story.referralState()).isEqualTo(PREPARING);
    }

    @Test
    void aSignedDepartureIsVoidWhenTheReceivingGuardianIsEnded() {
        Story story = Story.ofAChild().with(READY);
        story.does(
                RO, CHILD_PROTECTION_AUTHORITY, new EndGuardianship(CASE, GuardianshipEnd.CONFLICT_OF_INTEREST, null));
        assertThat(unmet(story)).containsExactly(BEST_INTERESTS);
        assertThat(story.referralState()).isEqualTo(PREPARING);
    }

    @Test
    void theHolderDeterminesBestInterestsAndNotTheReceivingSide() {
        Story story = Story.ofAChild().with(PREPARING);
        DetermineBestInterests against = new DetermineBestInterests(
                CASE,
                BestInterestsOutcome.NOT_IN_BEST_INTERESTS,
                DurableSolution.LOCAL_INTEGRATION,
                RO,
                Caregiver.NONE_FOUND,
                true,
                ChildView.OBJECTS,
                null,
                null);
        story.refuses(person(RO, CHILD_PROTECTION_AUTHORITY), against, Rule.NOT_HOLDER);
        story.does(BG, CHILD_PROTECTION_AUTHORITY, against);
        departureIsRefusedFor(story, BEST_INTERESTS);
    }

    @Test
    void oneSidesRiskAssessmentDoesNotStandForTheOthers() {
        Story story = Story.ofAnAdult()
                .with(RECEIVED)
                .does(RO, NATIONAL_FOCAL_POINT, Story.ofAnAdult().acceptance());
        story.prepared().assessed(RO, RiskLevel.LOW);
        assertThat(unmet(story)).containsExactly(RISK_ASSESSED);
        story.does(BG, NATIONAL_FOCAL_POINT, new RecordRiskAssessment(CASE, BG, RiskLevel.LOW, story.today(), null));
        assertThat(unmet(story)).containsExactly(RISK_ASSESSED);
    }

    // And again at the departure

    @Test
    void aGuardThatLapsedAfterTheSignaturesStopsTheDeparture() {
        Story story = Story.ofAnAdult().with(PREPARING);
        Instant tomorrow = story.now.plus(Duration.ofDays(1));
        story.confirms(Evidence.FITNESS_TO_TRAVEL, tomorrow).signed(BG).signed(RO);
        assertThat(story.referralState()).isEqualTo(READY);

        story.later(Duration.ofDays(1));

        story.refuses(person(BG, NATIONAL_FOCAL_POINT), story.departure(), Rule.RECEPTION_UNCONFIRMED);
    }

    @Test
    void aFirstSignatureIsVoidWhenAGuardLapsedBeforeTheSecond() {
        Story story = Story.ofAnAdult().with(PREPARING);
        story.confirms(Evidence.FITNESS_TO_TRAVEL, story.now.plus(Duration.ofDays(1)))
                .signed(BG);

        story.later(Duration.ofDays(2)).confirms(Evidence.FITNESS_TO_TRAVEL).signed(RO);

        assertThat(story.happened.get(0)).isInstanceOf(SignaturesVoided.class);
        assertThat(story.referralState()).isEqualTo(PREPARING);
        story.signed(BG);
        assertThat(story.referralState()).isEqualTo(READY);
    }
}
