package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.focalPointOf;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Departure.unmet;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.Guard.BEST_INTERESTS;
import static org.trm.events.types.Guard.CONSENT_TO_DISCLOSURE;
import static org.trm.events.types.Guard.CONSENT_TO_TRANSFER;
import static org.trm.events.types.Guard.CONTACT_LIST;
import static org.trm.events.types.Guard.LEGAL_STAY;
import static org.trm.events.types.Guard.RECEPTION;
import static org.trm.events.types.Guard.REFLECTION_AND_PROCEEDINGS;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.protection.AppointGuardian;
import org.trm.command.casefile.protection.DetermineBestInterests;
import org.trm.command.casefile.protection.EndGuardianship;
import org.trm.command.casefile.protection.ExtendReflectionPeriod;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.protection.WaiveReflectionPeriod;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.ConfirmServices;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.events.ReferralEvent.ReferralAccepted;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.types.Actor;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.ChildView;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.Evidence;
import org.trm.events.types.Guard;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.Need;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.RiskLevel;

/**
 * Each guard true, never given, lapsed by date, taken back, and given by the wrong side; at the signing and at the
 * departure. Here are those that are computed from the facts of the case; those that rest on evidence are in
 * {@link EvidenceTest}.
 */
class GuardsTest {
    private static final Actor HOLDER = person(BG, NATIONAL_FOCAL_POINT);
    private static final Actor RECEIVER = person(RO, NATIONAL_FOCAL_POINT);
    private static final Actor CHILD_AUTHORITY = person(BG, CHILD_PROTECTION_AUTHORITY);
    private static final Actor ITS_CHILD_AUTHORITY = person(RO, CHILD_PROTECTION_AUTHORITY);

    /** More than is left of what lapses soon, and less than the time to depart. */
    private static final Duration SOON = Duration.ofDays(11);

    /** A case of which exactly one guard is, or comes to be, false. */
    private record Example(String name, Guard guard, Supplier<Story> story) {}

    private static Stream<DynamicTest> each(List<Example> examples, Consumer<Example> check) {
        return examples.stream()
                .map(e -> DynamicTest.dynamicTest(e.guard().number() + ": " + e.name(), () -> check.accept(e)));
    }

    // True

    @Test
    void sheLeavesWhenEverythingIsPrepared() {
        Departure.happens(Story.ofAnAdult().with(PREPARING));
    }

    @Test
    void aChildLeavesWhenEverythingIsPrepared() {
        Departure.happens(Story.ofAChild().with(PREPARING));
    }

    @Test
    void sheLeavesForACountryOutsideTheEuropeanEconomicAreaWhenABasisIsRecorded() {
        Departure.happens(Story.ofAnAdult().to(AL).with(PREPARING));
    }

    @Test
    void everyGuardHasItsOwnRefusal() {
        assertThat(Stream.of(Guard.values()).map(Guards::rule))
                .containsExactly(
                        Rule.CONSENT_TO_TRANSFER_MISSING,
                        Rule.CONSENT_TO_DISCLOSURE_MISSING,
                        Rule.RISK_NOT_ASSESSED,
                        Rule.BEST_INTERESTS_NOT_SHOWN,
                        Rule.LEGAL_STAY_NOT_SHOWN,
                        Rule.TRAVEL_DOCUMENT_MISSING,
                        Rule.SERVICES_UNCONFIRMED,
                        Rule.RECEPTION_UNCONFIRMED,
                        Rule.REFLECTION_OR_PROCEEDINGS_OPEN,
                        Rule.CONTACT_LIST_MISSING,
                        Rule.TRANSFER_BASIS_MISSING);
        assertThat(Guard.values())
                .allSatisfy(g -> assertThat(Guards.rule(g).sentence()).startsWith(g.number() + ":"));
    }

    // Never given

    @Test
    void withoutAnythingPreparedEveryGuardIsFalseButTheConsents() {
        Story story = Story.ofAChild()
                .to(AL)
                .without(doing(WaiveReflectionPeriod.class))
                .with(RECEIVED)
                .does(AL, NATIONAL_FOCAL_POINT, bare(AL));

        assertThat(unmet(story))
                .containsExactly(
                        RISK_ASSESSED,
                        BEST_INTERESTS,
                        LEGAL_STAY,
                        TRAVEL_DOCUMENT,
                        SERVICES_CONFIRMED,
                        RECEPTION,
                        REFLECTION_AND_PROCEEDINGS,
                        CONTACT_LIST,
                        TRANSFER_BASIS);
    }

    private static final Example WITHOUT_CONSENT = new Example(
            "she consented to the enquiry only",
            CONSENT_TO_TRANSFER,
            () -> Story.ofAnAdult()
                    .without((actor, command) ->
                            command instanceof RecordConsent c && c.scope() == ConsentScope.TRANSFER)
                    .with(PREPARING)
                    .whole());
    private static final Example DISCLOSED_ELSEWHERE = new Example(
            "the consent to disclosure was for another organisation",
            CONSENT_TO_DISCLOSURE,
            () -> corrected(Story.ofAnAdult().with(PREPARING), ConsentScope.DISCLOSURE));
    private static final Example WITHOUT_ITS_ASSESSMENT =
            new Example("the receiving side assessed nothing", RISK_ASSESSED, () -> unassessedBy(RO));
    private static final Example UNDETERMINED = new Example(
            "best interests were not determined",
            BEST_INTERESTS,
            () -> Story.ofAChild()
                    .without(doing(DetermineBestInterests.class))
                    .with(PREPARING)
                    .whole());
    private static final Example WITHOUT_ITS_GUARDIAN = new Example(
            "no guardian was appointed where the child is received",
            BEST_INTERESTS,
            () -> Story.ofAChild()
                    .without((actor, command) -> command instanceof AppointGuardian && actor.actsFor(RO))
                    .with(PREPARING)
                    .whole());
    private static final Example UNANSWERED = new Example(
            "no service was confirmed",
            SERVICES_CONFIRMED,
            () -> Story.ofAnAdult()
                    .with(RECEIVED)
                    .does(RECEIVER, bare(RO))
                    .assessed(BG, RiskLevel.LOW)
                    .assessed(RO, RiskLevel.LOW)
                    .prepared());
    private static final Example UNREFLECTED = new Example(
            "no reflection period was granted",
            REFLECTION_AND_PROCEEDINGS,
            () -> Story.ofAnAdult()
                    .without(doing(WaiveReflectionPeriod.class))
                    .with(PREPARING)
                    .whole());

    private static final List<Example> NEVER_GIVEN = List.of(
            WITHOUT_CONSENT,
            DISCLOSED_ELSEWHERE,
            new Example("the sending side assessed nothing", RISK_ASSESSED, () -> unassessedBy(BG)),
            WITHOUT_ITS_ASSESSMENT,
            UNDETERMINED,
            WITHOUT_ITS_GUARDIAN,
            UNANSWERED,
            new Example(
                    "one mandatory need is unanswered",
                    SERVICES_CONFIRMED,
                    () -> UNANSWERED
                            .story()
                            .get()
                            .does(RECEIVER, new ConfirmServices(CASE, REFERRAL, Set.of(Need.SHELTER)))),
            UNREFLECTED,
            new Example("the reflection period is running", REFLECTION_AND_PROCEEDINGS, () -> {
                Story story = UNREFLECTED.story().get();
                return story.does(BG, COMPETENT_AUTHORITY, grant(story));
            }));

    @TestFactory
    Stream<DynamicTest> whatWasNeverGivenKeepsBothFromSigning() {
        return each(NEVER_GIVEN, e -> Departure.cannotBeSigned(e.story().get(), e.guard()));
    }

    private static BiPredicate<Actor, CaseCommand> doing(Class<? extends CaseCommand> something) {
        return (actor, command) -> something.isInstance(command);
    }

    private static Story unassessedBy(CountryCode country) {
        return Story.ofAnAdult()
                .without((actor, command) -> command instanceof RecordRiskAssessment && actor.actsFor(country))
                .with(PREPARING)
                .whole();
    }

    private static AcceptReferral bare(CountryCode country) {
        return new AcceptReferral(
                CASE,
                REFERRAL,
                focalPointOf(country),
                Story.ofAnAdult().acceptance().caseManager(),
                Set.of());
    }

    private static GrantReflectionPeriod grant(Story story) {
        return new GrantReflectionPeriod(CASE, story.today(), story.today().plusDays(30), null);
    }

    // Lapsed by date

    private static final List<Example> LAPSING_SOON = List.of(
            new Example(
                    "the consent to the transfer",
                    CONSENT_TO_TRANSFER,
                    () -> later(170)
                            .assessed(BG, RiskLevel.LOW)
                            .assessed(RO, RiskLevel.LOW)
                            .does(HOLDER, anew(ConsentScope.DISCLOSURE, RO, null))),
            new Example(
                    "the consent to disclosure",
                    CONSENT_TO_DISCLOSURE,
                    () -> later(170)
                            .assessed(BG, RiskLevel.LOW)
                            .assessed(RO, RiskLevel.LOW)
                            .does(HOLDER, anew(ConsentScope.TRANSFER, RO, null))),
            new Example(
                    "the sending side's assessment",
                    RISK_ASSESSED,
                    () -> later(80).assessed(RO, RiskLevel.MEDIUM)),
            new Example(
                    "the receiving side's assessment",
                    RISK_ASSESSED,
                    () -> later(80).assessed(BG, RiskLevel.MEDIUM)));

    @TestFactory
    Stream<DynamicTest> whatLapsedKeepsBothFromSigning() {
        return each(LAPSING_SOON, e -> {
            Story story = e.story().get();
            assertThat(unmet(story)).isEmpty();
            Departure.cannotBeSigned(story.later(SOON), e.guard());
        });
    }

    @TestFactory
    Stream<DynamicTest> whatLapsedSinceTheSignaturesStopsTheDeparture() {
        return each(
                LAPSING_SOON,
                e -> Departure.cannotBegin(e.story().get().signed(BG).signed(RO).later(SOON), e.guard()));
    }

    private static Story later(int days) {
        return Story.ofAnAdult().with(PREPARING).later(Duration.ofDays(days));
    }

    /** Another consent of this kind, or the right one in the place of a wrong one. */
    private static RecordConsent anew(ConsentScope scope, CountryCode country, Long corrects) {
        RecordConsent consent = Story.ofAnAdult().to(country).consent(scope);
        return new RecordConsent(
                CASE,
                new ConsentId(new UUID(9, scope.ordinal())),
                scope,
                country,
                consent.organisation(),
                consent.dataClasses(),
                consent.purpose(),
                consent.holder(),
                consent.childView(),
                consent.language(),
                consent.interpreter(),
                null,
                corrects);
    }

    // Taken back

    /** What turns the guard false of a transfer for which everything is prepared. */
    private record Reversal(String name, Guard guard, Supplier<Story> prepared, UnaryOperator<Story> takenBack) {}

    private static Supplier<Story> ofAnAdult() {
        return () -> Story.ofAnAdult().with(PREPARING);
    }

    private static Supplier<Story> ofAChild() {
        return () -> Story.ofAChild().with(PREPARING);
    }

    private static final List<Reversal> TAKEN_BACK = List.of(
            new Reversal(
                    "the consent to the transfer was for another country",
                    CONSENT_TO_TRANSFER,
                    ofAnAdult(),
                    story -> corrected(story, ConsentScope.TRANSFER)),
            new Reversal(
                    "the consent to disclosure was for another organisation",
                    CONSENT_TO_DISCLOSURE,
                    ofAnAdult(),
                    story -> corrected(story, ConsentScope.DISCLOSURE)),
            new Reversal(
                    "the sending side finds the risk unacceptable",
                    RISK_ASSESSED,
                    ofAnAdult(),
                    story -> story.assessed(BG, RiskLevel.UNACCEPTABLE)),
            new Reversal(
                    "the receiving side finds the risk unacceptable",
                    RISK_ASSESSED,
                    ofAnAdult(),
                    story -> story.assessed(RO, RiskLevel.UNACCEPTABLE)),
            new Reversal(
                    "the guardianship in the receiving country ends",
                    BEST_INTERESTS,
                    ofAChild(),
                    story -> story.does(
                            ITS_CHILD_AUTHORITY,
                            new EndGuardianship(CASE, GuardianshipEnd.CONFLICT_OF_INTEREST, null))),
            new Reversal(
                    "it is found not to be in the child's best interests",
                    BEST_INTERESTS,
                    ofAChild(),
                    story -> story.does(
                            CHILD_AUTHORITY,
                            determination(BestInterestsOutcome.NOT_IN_BEST_INTERESTS, RO, Caregiver.AGREED_AND_ABLE))),
            new Reversal(
                    "it is found to be in the child's best interests in another country",
                    BEST_INTERESTS,
                    ofAChild(),
                    story -> story.does(
                            CHILD_AUTHORITY,
                            determination(BestInterestsOutcome.IN_BEST_INTERESTS, DE, Caregiver.AGREED_AND_ABLE))),
            new Reversal(
                    "the caregiver is not able",
                    BEST_INTERESTS,
                    ofAChild(),
                    story -> story.does(
                            CHILD_AUTHORITY,
                            determination(BestInterestsOutcome.IN_BEST_INTERESTS, RO, Caregiver.NOT_ABLE))),
            new Reversal(
                    "she is found to have another mandatory need",
                    SERVICES_CONFIRMED,
                    () -> {
                        Story story = Story.ofAnAdult();
                        story.countries.republish(BG, Set.of(Need.SHELTER, Need.SCHOOLING));
                        return story.with(PREPARING);
                    },
                    story -> story.does(
                            HOLDER, new AssessNeeds(CASE, Set.of(Need.SHELTER, Need.SCHOOLING), null, null))));

    private static Stream<DynamicTest> eachReversal(Consumer<Reversal> check) {
        return TAKEN_BACK.stream()
                .map(r -> DynamicTest.dynamicTest(r.guard().number() + ": " + r.name(), () -> check.accept(r)));
    }

    @TestFactory
    Stream<DynamicTest> whatWasTakenBackKeepsBothFromSigning() {
        return eachReversal(
                r -> Departure.cannotBeSigned(r.takenBack().apply(r.prepared().get()), r.guard()));
    }

    @TestFactory
    Stream<DynamicTest> whatIsTakenBackAfterTheSignaturesVoidsThem() {
        return eachReversal(r -> Departure.wasStopped(
                r.takenBack().apply(r.prepared().get().signed(BG).signed(RO)), r.guard()));
    }

    /** The consent was given for another country, and recorded wrongly. */
    private static Story corrected(Story story, ConsentScope scope) {
        long wrong = story.state.consent(story.consentId(scope)).orElseThrow().version();
        return story.does(HOLDER, anew(scope, DE, wrong));
    }

    private static DetermineBestInterests determination(
            BestInterestsOutcome outcome, CountryCode country, Caregiver caregiver) {
        return new DetermineBestInterests(
                CASE,
                outcome,
                DurableSolution.RETURN_WITH_CAREGIVER,
                country,
                caregiver,
                true,
                ChildView.AGREES,
                null,
                null);
    }

    @Test
    void aReflectionPeriodThatIsOverStaysOver() {
        Story story = Story.ofAnAdult().with(READY);
        Actor authority = person(BG, COMPETENT_AUTHORITY);
        story.refuses(authority, grant(story), Rule.REFLECTION_NOT_OPEN);
        story.refuses(
                authority, new ExtendReflectionPeriod(CASE, story.today().plusDays(90)), Rule.REFLECTION_NOT_RUNNING);
        assertThat(unmet(story)).isEmpty();
    }

    // Given by the wrong side

    /** An act of who does not answer for a guard. */
    private record Attempt(Example example, Actor actor, CaseCommand command, Rule rule) {}

    private static final List<Attempt> BY_THE_WRONG_SIDE = List.of(
            new Attempt(WITHOUT_CONSENT, RECEIVER, anew(ConsentScope.TRANSFER, RO, null), Rule.NOT_HOLDER),
            new Attempt(DISCLOSED_ELSEWHERE, RECEIVER, anew(ConsentScope.DISCLOSURE, RO, null), Rule.NOT_HOLDER),
            new Attempt(
                    UNDETERMINED,
                    ITS_CHILD_AUTHORITY,
                    determination(BestInterestsOutcome.IN_BEST_INTERESTS, RO, Caregiver.AGREED_AND_ABLE),
                    Rule.NOT_HOLDER),
            new Attempt(
                    WITHOUT_ITS_GUARDIAN,
                    CHILD_AUTHORITY,
                    new AppointGuardian(CASE, null, null),
                    Rule.GUARDIAN_ALREADY_APPOINTED),
            new Attempt(
                    UNANSWERED,
                    HOLDER,
                    new ConfirmServices(CASE, REFERRAL, Set.of(Need.SHELTER, Need.MEDICAL)),
                    Rule.NOT_ADDRESSED),
            new Attempt(UNREFLECTED, RECEIVER, new WaiveReflectionPeriod(CASE, null), Rule.NOT_HOLDER));

    @TestFactory
    Stream<DynamicTest> theWrongSideIsRefusedAndTheGuardStaysFalse() {
        return BY_THE_WRONG_SIDE.stream()
                .map(a -> DynamicTest.dynamicTest(
                        a.example().guard().number() + ": " + a.example().name(), () -> {
                            Story story = a.example().story().get();
                            story.refuses(a.actor(), a.command(), a.rule());
                            Departure.cannotBeSigned(story, a.example().guard());
                        }));
    }

    @Test
    void oneSidesRiskAssessmentDoesNotStandForTheOthers() {
        Story story = WITHOUT_ITS_ASSESSMENT.story().get();
        story.assessed(BG, RiskLevel.LOW);
        Departure.cannotBeSigned(story, RISK_ASSESSED);
        story.does(RECEIVER, new RecordRiskAssessment(CASE, BG, RiskLevel.LOW, story.today(), null));
        Departure.cannotBeSigned(story, RISK_ASSESSED);
        Departure.happens(story.assessed(RO, RiskLevel.LOW));
    }

    // Which needs are mandatory

    @Test
    void onlyMandatoryNeedsMustBeAnswered() {
        Story story = Story.ofAnAdult().with(PREPARING);
        story.does(HOLDER, new AssessNeeds(CASE, Set.of(Need.SHELTER, Need.SCHOOLING), null, null));
        Departure.happens(story);
    }

    @Test
    void aProcedureThatIsPublishedAfterTheAcceptanceAddsNoNeedToWhatWasAccepted() {
        Story story = Story.ofAnAdult().with(READY);
        story.countries.republish(BG, Set.of(Need.SHELTER, Need.MEDICAL, Need.LEGAL));

        assertThat(unmet(story)).isEmpty();
        story.does(RECEIVER, new ConfirmServices(CASE, REFERRAL, Set.of(Need.FOOD)));
        assertThat(story.referralState()).isEqualTo(READY);
        story.does(HOLDER, story.departure());
        assertThat(story.referralState()).isEqualTo(IN_TRANSIT);
    }

    @Test
    void whatIsAcceptedAfterwardsIsJudgedByTheProcedureOfThatDay() {
        Story story = Story.ofAnAdult().with(RECEIVED);
        story.countries.republish(BG, Set.of(Need.LEGAL));
        story.does(RECEIVER, story.acceptance());
        ReferralAccepted accepted = (ReferralAccepted) story.happened.get(0);

        assertThat(accepted.mandatoryNeeds()).containsExactly(Need.LEGAL);
        assertThat(accepted.deadline().procedure()).isEqualTo(new ProcedureVersion(BG, 2));
        assertThat(unmet(story)).contains(SERVICES_CONFIRMED);
        story.does(RECEIVER, new ConfirmServices(CASE, REFERRAL, Set.of(Need.LEGAL)));
        assertThat(unmet(story)).doesNotContain(SERVICES_CONFIRMED);
    }

    @Test
    void whereNobodyLeavesNoNeedIsMandatory() {
        Story story = Story.ofAnAdult().askingForInformation().with(ACCEPTED);
        assertThat(story.referral().mandatoryNeeds()).isEmpty();
    }

    // Between the signatures

    @Test
    void aFirstSignatureIsVoidWhenAGuardLapsedBeforeTheSecond() {
        Story story = Story.ofAnAdult().with(PREPARING);
        Instant tomorrow = story.now.plus(Duration.ofDays(1));
        story.confirms(Evidence.FITNESS_TO_TRAVEL, tomorrow).signed(BG);

        story.later(Duration.ofDays(2)).confirms(Evidence.FITNESS_TO_TRAVEL).signed(RO);

        assertThat(story.happened.get(0)).isInstanceOf(SignaturesVoided.class);
        assertThat(story.referralState()).isEqualTo(PREPARING);
        story.signed(BG);
        assertThat(story.referralState()).isEqualTo(READY);
    }
}
