package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.ReferralState.ACCEPTED;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.intake.RecordScreening;
import org.trm.command.casefile.intake.ReviseMinimalDataSet;
import org.trm.command.casefile.protection.AppointGuardian;
import org.trm.command.casefile.protection.DetermineBestInterests;
import org.trm.command.casefile.protection.EndGuardianship;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.protection.PresumeMinor;
import org.trm.command.casefile.protection.VerifyAge;
import org.trm.command.casefile.protection.WaiveReflectionPeriod;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.events.CaseEvent;
import org.trm.events.ProtectionEvent.GuardianAppointed;
import org.trm.events.Recorded;
import org.trm.events.RiskEvent.RiskAssessed;
import org.trm.events.types.Actor;
import org.trm.events.types.AgeBand;
import org.trm.events.types.AgeBasis;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.ChildView;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.Indicator;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.Need;
import org.trm.events.types.RiskLevel;

/** Each kind of fact that can be corrected: the right one counts from now on, and the wrong one stays in the history. */
class CorrectionsTest {
    private static final Actor FOCAL_POINT = person(BG, NATIONAL_FOCAL_POINT);
    private static final Actor AUTHORITY = person(BG, COMPETENT_AUTHORITY);
    private static final Actor ITS_AUTHORITY = person(RO, COMPETENT_AUTHORITY);
    private static final LocalDate TODAY = Story.TODAY;
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    /**
     * What was recorded is corrected once, by its own kind only.
     *
     * @param right the right content as a correction of a version
     */
    private static void corrects(Story story, Actor actor, CaseCommand wrong, LongFunction<CaseCommand> right) {
        story.does(actor, wrong);
        Recorded<CaseEvent> recorded = story.history.get(story.history.size() - 1);
        long version = recorded.version();
        Class<? extends CaseEvent> kind = recorded.event().getClass();
        story.refuses(actor, right.apply(version + 1), Rule.NOTHING_TO_CORRECT);
        story.refuses(FOCAL_POINT, ofAnotherKind(kind, version), Rule.NOTHING_TO_CORRECT);

        story.does(actor, right.apply(version));

        assertThat(story.happened).singleElement().isInstanceOf(kind);
        assertThat(story.history.get((int) version - 1)).isEqualTo(recorded);
        assertThat(story.state.standsAt(version, kind)).isFalse();
        assertThat(story.state.standsAt(version + 1, kind)).isTrue();
        assertThat(story.judge(actor, right.apply(version)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        again -> assertThat(again.rule()).isIn(Rule.NOTHING_TO_CORRECT, Rule.CONSENT_ID_USED));
    }

    private static CaseCommand ofAnotherKind(Class<? extends CaseEvent> kind, long version) {
        return kind == RiskAssessed.class
                ? new AssessNeeds(CASE, Set.of(), null, version)
                : new RecordRiskAssessment(CASE, RO, RiskLevel.LOW, TODAY, version);
    }

    @Test
    void theMinimalDataSet() {
        Story story = Story.ofAnAdult().opened();
        corrects(
                story,
                FOCAL_POINT,
                new ReviseMinimalDataSet(CASE, Story.minimalDataSet(AgeBand.UNKNOWN), null, null),
                v -> new ReviseMinimalDataSet(CASE, Story.minimalDataSet(AgeBand.FROM_48), null, v));
        assertThat(story.state.minimalDataSet().ageBand()).isEqualTo(AgeBand.FROM_48);
    }

    @Test
    void theMinimalDataSetOfTheOpening() {
        Story story = Story.ofAnAdult().opened();
        ReviseMinimalDataSet right = new ReviseMinimalDataSet(CASE, Story.minimalDataSet(AgeBand.FROM_48), null, 1L);
        story.does(FOCAL_POINT, right);
        assertThat(story.state.minimalDataSet().ageBand()).isEqualTo(AgeBand.FROM_48);
        story.refuses(FOCAL_POINT, right, Rule.NOTHING_TO_CORRECT);
    }

    @Test
    void theIndicators() {
        Indicator[] indicators = Indicator.values();
        corrects(
                Story.ofAnAdult().opened(),
                FOCAL_POINT,
                new RecordScreening(CASE, Set.of(indicators[0]), null, null),
                v -> new RecordScreening(CASE, Set.of(indicators[1]), null, v));
    }

    @Test
    void theNeeds() {
        Story story = Story.ofAnAdult().opened();
        corrects(
                story,
                FOCAL_POINT,
                new AssessNeeds(CASE, Set.of(Need.LEGAL), null, null),
                v -> new AssessNeeds(CASE, Set.of(Need.SCHOOLING), null, v));
        assertThat(story.state.needs()).containsExactly(Need.SCHOOLING);
    }

    @Test
    void whenSheWasPresumedAChild() {
        Story story = Story.ofAnAdult().opened();
        corrects(story, AUTHORITY, new PresumeMinor(CASE, TODAY, null), v -> new PresumeMinor(CASE, YESTERDAY, v));
        assertThat(story.state.minor()).isTrue();
        story.refuses(AUTHORITY, new PresumeMinor(CASE, null, null), Rule.ALREADY_MINOR);
    }

    @Test
    void herAge() {
        Story story = Story.ofAChild().opened();
        corrects(story, AUTHORITY, age(false, null), v -> age(true, v));
        assertThat(story.state.minor()).isTrue();
    }

    private static VerifyAge age(boolean minor, Long corrects) {
        return new VerifyAge(CASE, minor, AgeBasis.DOCUMENTED, AgeEvidence.BIRTH_REGISTER, null, corrects);
    }

    @Test
    void theAppointmentOfAGuardian() {
        Story story = Story.ofAChild().opened();
        corrects(
                story, AUTHORITY, new AppointGuardian(CASE, TODAY, null), v -> new AppointGuardian(CASE, YESTERDAY, v));
        assertThat(story.state.represented()).isTrue();
        story.does(AUTHORITY, new EndGuardianship(CASE, GuardianshipEnd.REPLACED, null));
        assertThat(story.state.represented()).isFalse();
    }

    @Test
    void aGuardianshipThatHasEndedIsNotTakenUpAgainByACorrection() {
        Story story = Story.ofAChild().opened().does(AUTHORITY, new AppointGuardian(CASE, null, null));
        long appointed = story.state.version();
        story.does(AUTHORITY, new EndGuardianship(CASE, GuardianshipEnd.REPLACED, null));
        story.refuses(AUTHORITY, new AppointGuardian(CASE, null, appointed), Rule.NOTHING_TO_CORRECT);
    }

    @Test
    void bestInterests() {
        Story story = Story.ofAChild().opened().does(AUTHORITY, new AppointGuardian(CASE, null, null));
        corrects(
                story,
                AUTHORITY,
                determination(BestInterestsOutcome.IN_BEST_INTERESTS, null),
                v -> determination(BestInterestsOutcome.NOT_IN_BEST_INTERESTS, v));
        assertThat(story.state.bestInterests().orElseThrow().outcome())
                .isEqualTo(BestInterestsOutcome.NOT_IN_BEST_INTERESTS);
    }

    private static DetermineBestInterests determination(BestInterestsOutcome outcome, Long corrects) {
        return new DetermineBestInterests(
                CASE,
                outcome,
                DurableSolution.RETURN_WITH_CAREGIVER,
                RO,
                Caregiver.AGREED_AND_ABLE,
                true,
                ChildView.AGREES,
                null,
                corrects);
    }

    @Test
    void aReflectionPeriodThatIsRunning() {
        Story story = Story.ofAnAdult().opened().does(AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        corrects(
                story,
                AUTHORITY,
                new GrantReflectionPeriod(CASE, TODAY, TODAY.plusDays(30), null),
                v -> new GrantReflectionPeriod(CASE, TODAY, TODAY.plusDays(45), v));
        assertThat(story.state.reflection().until()).isEqualTo(TODAY.plusDays(45));

        long granted = story.state.version();
        story.does(FOCAL_POINT, new WaiveReflectionPeriod(CASE, null));
        story.refuses(
                AUTHORITY,
                new GrantReflectionPeriod(CASE, TODAY, TODAY.plusDays(60), granted),
                Rule.REFLECTION_NOT_OPEN);
    }

    @Test
    void aConsent() {
        Story story = Story.ofAnAdult().opened();
        ConsentId wrong = new ConsentId(new UUID(4, 4));
        ConsentId right = new ConsentId(new UUID(5, 5));
        corrects(story, FOCAL_POINT, consent(wrong, RO, null), v -> consent(right, DE, v));
        assertThat(story.state.consent(wrong)).isEmpty();
        assertThat(story.state.consent(right)).isPresent();
    }

    private static RecordConsent consent(ConsentId consentId, CountryCode country, Long corrects) {
        return new RecordConsent(
                CASE,
                consentId,
                ConsentScope.ENQUIRY,
                country,
                null,
                null,
                null,
                ConsentHolder.ADULT,
                null,
                new LanguageCode("ron"),
                false,
                null,
                corrects);
    }

    @Test
    void theLevelOfARisk() {
        Story story = Story.ofAnAdult().opened();
        corrects(story, FOCAL_POINT, risk(RO, RiskLevel.LOW, null), v -> risk(RO, RiskLevel.UNACCEPTABLE, v));
        assertThat(story.state.risk(BG, RO).orElseThrow().level()).isEqualTo(RiskLevel.UNACCEPTABLE);
    }

    @Test
    void theCountryThatARiskConcerns() {
        Story story = Story.ofAnAdult().opened();
        corrects(story, FOCAL_POINT, risk(RO, RiskLevel.LOW, null), v -> risk(DE, RiskLevel.LOW, v));
        assertThat(story.state.risk(BG, RO)).isEmpty();
        assertThat(story.state.risk(BG, DE)).isPresent();
    }

    private static RecordRiskAssessment risk(CountryCode concerning, RiskLevel level, Long corrects) {
        return new RecordRiskAssessment(CASE, concerning, level, TODAY, corrects);
    }

    @Test
    void anAssessmentThatCountsNoMoreIsNotCorrected() {
        Story story = Story.ofAnAdult().opened().does(FOCAL_POINT, risk(RO, RiskLevel.LOW, null));
        long superseded = story.state.version();
        story.does(FOCAL_POINT, risk(RO, RiskLevel.UNACCEPTABLE, null));
        story.refuses(FOCAL_POINT, risk(RO, RiskLevel.MEDIUM, superseded), Rule.NOTHING_TO_CORRECT);
    }

    @Test
    void whatTheOtherCountryRecordedIsForThatCountryToCorrect() {
        Story story = Story.ofAChild().with(ACCEPTED);
        long appointed = versionOf(story, GuardianAppointed.class);
        long assessed = versionOf(story, RiskAssessed.class);

        story.refuses(ITS_AUTHORITY, new AppointGuardian(CASE, null, appointed), Rule.NOTHING_TO_CORRECT);
        story.refuses(ITS_AUTHORITY, risk(RO, RiskLevel.UNACCEPTABLE, assessed), Rule.NOTHING_TO_CORRECT);
        assertThat(story.state.represented()).isTrue();
    }

    /** The version of the first event of this kind: that of the holder. */
    private static long versionOf(Story story, Class<? extends CaseEvent> kind) {
        return story.history.stream()
                .filter(r -> kind.isInstance(r.event()))
                .findFirst()
                .orElseThrow()
                .version();
    }
}
