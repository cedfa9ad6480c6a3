package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.focalPointOf;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.COMPLETED;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.MONITORING;
import static org.trm.events.types.ReferralState.WITHDRAWN;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.closing.ReopenCase;
import org.trm.command.casefile.identification.DecideIdentification;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.intake.OpenCase;
import org.trm.command.casefile.intake.RecordScreening;
import org.trm.command.casefile.intake.ReviseMinimalDataSet;
import org.trm.command.casefile.protection.AppointGuardian;
import org.trm.command.casefile.protection.DetermineBestInterests;
import org.trm.command.casefile.protection.EndGuardianship;
import org.trm.command.casefile.protection.ExtendReflectionPeriod;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.protection.PresumeMinor;
import org.trm.command.casefile.protection.TerminateReflectionPeriod;
import org.trm.command.casefile.protection.VerifyAge;
import org.trm.command.casefile.protection.WaiveReflectionPeriod;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.RecordDeparture;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.events.types.Actor;
import org.trm.events.types.AgeBand;
import org.trm.events.types.AgeBasis;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.ChildView;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.Evidence;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.Indicator;
import org.trm.events.types.Need;
import org.trm.events.types.NotConfirmedGround;
import org.trm.events.types.ReferralState;
import org.trm.events.types.ReflectionState;
import org.trm.events.types.ReflectionTermination;
import org.trm.events.types.ReopeningReason;
import org.trm.events.types.Responsible;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.TraffickingAct;
import org.trm.events.types.TraffickingMeans;

/** The rules of the case itself, by capability. */
class CaseRulesTest {
    private static final Actor FOCAL_POINT = person(BG, NATIONAL_FOCAL_POINT);
    private static final Actor AUTHORITY = person(BG, COMPETENT_AUTHORITY);

    @Test
    void openingMakesTheOpenersCountryAndOrganisationResponsible() {
        Story story = Story.ofAnAdult().opened();
        assertThat(story.state.responsible()).isEqualTo(new Responsible(BG, focalPointOf(BG)));
        assertThat(story.state.reference().value()).startsWith("BG-");
        assertThat(story.state.reasonableGrounds()).isPresent();
    }

    @Test
    void aCaseIsOpenedOnce() {
        Story story = Story.ofAnAdult().opened();
        OpenCase again = new OpenCase(CASE, DetectionSource.NGO, Story.minimalDataSet(AgeBand.UNKNOWN), null);
        story.refuses(FOCAL_POINT, again, Rule.CASE_ID_UNUSABLE);
    }

    @Test
    void nothingHappenedInTheFuture() {
        Story story = Story.ofAnAdult();
        OpenCase tomorrow = new OpenCase(
                CASE,
                DetectionSource.NGO,
                Story.minimalDataSet(AgeBand.UNKNOWN),
                story.today().plusDays(1));
        story.refuses(FOCAL_POINT, tomorrow, Rule.OCCURRED_IN_FUTURE);
    }

    @Test
    void aDayInTheFutureIsNamedAsItWasGiven() {
        Story story = Story.ofAnAdult().with(ReferralState.READY);
        LocalDate tomorrow = story.today().plusDays(1);
        Map.of(
                        new AssessNeeds(CASE, Set.of(), tomorrow, null), "/occurredOn",
                        new RecordRiskAssessment(CASE, RO, RiskLevel.LOW, tomorrow, null), "/assessedOn",
                        new ConfirmPrecondition(CASE, REFERRAL, Evidence.PASSPORT, tomorrow, null), "/confirmedOn",
                        new RecordDeparture(CASE, REFERRAL, tomorrow, story.now), "/departedOn")
                .forEach((command, field) -> assertThat(story.refuses(FOCAL_POINT, command, Rule.OCCURRED_IN_FUTURE)
                                .facts())
                        .containsEntry("pointer", field));
        assertThat(story.refuses(
                                person(RO, NATIONAL_FOCAL_POINT),
                                new ConfirmArrival(CASE, REFERRAL, tomorrow),
                                Rule.OCCURRED_IN_FUTURE)
                        .facts())
                .containsEntry("pointer", "/arrivedOn");
    }

    @Test
    void aDecisionOnReasonableGroundsCanBeRevisitedOnlyWhenNoneWereFound() {
        Story story = Story.ofAnAdult().opened();
        story.does(AUTHORITY, new DecideReasonableGrounds(CASE, false, null));
        assertThat(story.state.reasonableGrounds()).isEmpty();
        story.does(AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        story.refuses(AUTHORITY, new DecideReasonableGrounds(CASE, true, null), Rule.REASONABLE_GROUNDS_DECIDED);
    }

    @Test
    void aConfirmationNeedsActPurposeAndForAnAdultMeans() {
        Story adult = Story.ofAnAdult().opened();
        adult.refuses(AUTHORITY, confirmation(Set.of(TraffickingMeans.FRAUD)), Rule.MUST_BE_PRESUMED);
        adult.does(AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        adult.refuses(AUTHORITY, confirmation(Set.of()), Rule.MEANS_REQUIRED);
        adult.does(AUTHORITY, confirmation(Set.of(TraffickingMeans.FRAUD)));

        Story child = Story.ofAChild().opened();
        child.does(AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        child.does(AUTHORITY, confirmation(Set.of()));
        assertThat(child.state.identification()).isEqualTo(IdentificationState.CONFIRMED);
    }

    private static DecideIdentification confirmation(Set<TraffickingMeans> means) {
        return new DecideIdentification(
                CASE, true, Set.of(TraffickingAct.TRANSFER), means, Set.of(ExploitationForm.FORCED_LABOUR), null, null);
    }

    @Test
    void aDecisionWithoutActPurposeOrGroundSaysWhatIsMissing() {
        Story story = Story.ofAnAdult().opened().does(AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        Set<TraffickingMeans> means = Set.of(TraffickingMeans.FRAUD);
        story.refuses(
                AUTHORITY,
                new DecideIdentification(CASE, true, Set.of(), means, Set.of(ExploitationForm.SERVITUDE), null, null),
                Rule.EMPTY_LIST);
        story.refuses(
                AUTHORITY,
                new DecideIdentification(CASE, true, Set.of(TraffickingAct.RECEIPT), means, Set.of(), null, null),
                Rule.EMPTY_LIST);
        story.refuses(
                AUTHORITY,
                new DecideIdentification(CASE, false, Set.of(), Set.of(), Set.of(), null, null),
                Rule.GROUND_REQUIRED);
        story.does(
                AUTHORITY,
                new DecideIdentification(CASE, false, Set.of(), Set.of(), Set.of(), NotConfirmedGround.NO_ACT, null));
        assertThat(story.state.identification()).isEqualTo(IdentificationState.NOT_CONFIRMED);
    }

    @Test
    void screeningIsARecordAndChangesNoDecision() {
        Story story = Story.ofAnAdult().opened();
        story.refuses(FOCAL_POINT, new RecordScreening(CASE, Set.of(), null, null), Rule.EMPTY_LIST);
        story.does(FOCAL_POINT, new RecordScreening(CASE, EnumSet.allOf(Indicator.class), null, null));
        assertThat(story.state.identification()).isEqualTo(IdentificationState.DETECTED);
    }

    @Test
    void whoMayBeAChildStaysOneUntilHerAgeIsVerified() {
        Story story = Story.ofAChild().opened();
        ReviseMinimalDataSet adult =
                new ReviseMinimalDataSet(CASE, Story.minimalDataSet(AgeBand.FROM_18_TO_20), null, null);
        story.refuses(FOCAL_POINT, adult, Rule.AGE_IS_STICKY);
        story.refuses(AUTHORITY, new PresumeMinor(CASE, null, null), Rule.ALREADY_MINOR);
        story.refuses(
                AUTHORITY,
                new VerifyAge(CASE, false, AgeBasis.DECLARED, AgeEvidence.COURT_DECISION, null, null),
                Rule.AGE_CONTRADICTS_BASIS);
        story.does(AUTHORITY, new VerifyAge(CASE, false, AgeBasis.ASSESSED, AgeEvidence.COURT_DECISION, null, null));
        assertThat(story.state.minor()).isFalse();
        story.does(FOCAL_POINT, adult);
    }

    @Test
    void inDoubtSheIsPresumedAChild() {
        Story story = Story.ofAnAdult().opened().does(AUTHORITY, new PresumeMinor(CASE, null, null));
        assertThat(story.state.minor()).isTrue();
    }

    @Test
    void guardiansAndBestInterestsAreForChildren() {
        Story adult = Story.ofAnAdult().opened();
        adult.refuses(AUTHORITY, new AppointGuardian(CASE, null, null), Rule.MUST_BE_MINOR);
        adult.refuses(AUTHORITY, adult.bestInterests(), Rule.MUST_BE_MINOR);
    }

    @Test
    void aCountryHasOneActiveGuardian() {
        Story child = Story.ofAChild().opened();
        EndGuardianship end = new EndGuardianship(CASE, GuardianshipEnd.REPLACED, null);
        child.refuses(AUTHORITY, end, Rule.NO_GUARDIAN);
        child.refuses(AUTHORITY, child.bestInterests(), Rule.GUARDIAN_REQUIRED);
        child.does(AUTHORITY, new AppointGuardian(CASE, null, null));
        child.refuses(AUTHORITY, new AppointGuardian(CASE, null, null), Rule.GUARDIAN_ALREADY_APPOINTED);
        child.does(AUTHORITY, end);
        assertThat(child.state.represented()).isFalse();
    }

    @Test
    void bestInterestsAreNotDeterminedWithoutHearingTheGuardian() {
        Story child = Story.ofAChild().opened().does(AUTHORITY, new AppointGuardian(CASE, null, null));
        DetermineBestInterests unheard = new DetermineBestInterests(
                CASE,
                BestInterestsOutcome.UNDETERMINED,
                DurableSolution.LOCAL_INTEGRATION,
                BG,
                Caregiver.NONE_FOUND,
                false,
                ChildView.UNDECIDED,
                null,
                null);
        child.refuses(AUTHORITY, unheard, Rule.GUARDIAN_NOT_HEARD);
    }

    @Test
    void theReflectionPeriodIsNeverShorterThanTheProcedureSaysNorShortenedLater() {
        Story story = Story.ofAnAdult().opened();
        LocalDate today = story.today();
        GrantReflectionPeriod enough = new GrantReflectionPeriod(CASE, today, today.plusDays(30), null);
        story.refuses(AUTHORITY, enough, Rule.REFLECTION_NOT_OPEN);
        story.does(AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        story.refuses(
                AUTHORITY, new GrantReflectionPeriod(CASE, today, today.plusDays(29), null), Rule.REFLECTION_TOO_SHORT);
        story.refuses(
                AUTHORITY,
                new GrantReflectionPeriod(CASE, today.plusDays(1), today.plusDays(60), null),
                Rule.OCCURRED_IN_FUTURE);
        story.refuses(AUTHORITY, new ExtendReflectionPeriod(CASE, today.plusDays(60)), Rule.REFLECTION_NOT_RUNNING);
        story.does(AUTHORITY, enough);
        story.refuses(AUTHORITY, enough, Rule.REFLECTION_NOT_OPEN);
        story.refuses(AUTHORITY, new ExtendReflectionPeriod(CASE, today.plusDays(30)), Rule.REFLECTION_NOT_LONGER);
        story.does(AUTHORITY, new ExtendReflectionPeriod(CASE, today.plusDays(45)));
        assertThat(story.state.reflection().until()).isEqualTo(today.plusDays(45));
    }

    @Test
    void theReflectionPeriodEndsByTheVictimsRequestOrAnEnumeratedGround() {
        Story waived = Story.ofAnAdult().opened();
        waived.does(FOCAL_POINT, new WaiveReflectionPeriod(CASE, null));
        waived.refuses(FOCAL_POINT, new WaiveReflectionPeriod(CASE, null), Rule.REFLECTION_OVER_ALREADY);

        Story terminated = Story.ofAnAdult().opened();
        TerminateReflectionPeriod terminate =
                new TerminateReflectionPeriod(CASE, ReflectionTermination.PUBLIC_ORDER, null);
        terminated.refuses(AUTHORITY, terminate, Rule.REFLECTION_NOT_RUNNING);
        terminated.does(AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        terminated.does(
                AUTHORITY,
                new GrantReflectionPeriod(
                        CASE, terminated.today(), terminated.today().plusDays(30), null));
        terminated.refuses(
                FOCAL_POINT, new CloseCase(CASE, ClosureReason.LOST_CONTACT, null), Rule.REFLECTION_IS_RUNNING);
        terminated.does(AUTHORITY, terminate);
        assertThat(terminated.state.reflection().state()).isEqualTo(ReflectionState.TERMINATED_EARLY);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralState.class,
            names = {
                "SUBMITTED",
                "RECEIVED",
                "INFO_REQUESTED",
                "CONDITIONALLY_ACCEPTED",
                "ACCEPTED",
                "PREPARING",
                "READY",
                "IN_TRANSIT",
                "INTERRUPTED",
                "ARRIVED",
                "HANDED_OVER"
            })
    void aCaseIsNotClosedWhileAReferralIsUnderWay(ReferralState state) {
        Story story = Story.ofAnAdult().with(state);
        Actor holder = person(story.state.holder(), NATIONAL_FOCAL_POINT);
        story.refuses(holder, new CloseCase(CASE, ClosureReason.LOST_CONTACT, null), Rule.REFERRAL_UNDER_WAY);
    }

    @Test
    void closingDiscardsADraftAndWaivesWhatMonitoringIsLeft() {
        Story draft = Story.ofAnAdult().with(DRAFT);
        draft.does(FOCAL_POINT, new CloseCase(CASE, ClosureReason.ASSISTANCE_DECLINED, null));
        assertThat(draft.referralState()).isEqualTo(WITHDRAWN);

        Story monitoring = Story.ofAnAdult().with(MONITORING);
        monitoring.does(RO, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.INCLUSION_ACHIEVED, null));
        assertThat(monitoring.referralState()).isEqualTo(COMPLETED);
        assertThat(monitoring.referral().openMilestones()).isEmpty();
    }

    @Test
    void aClosedCaseAcceptsNothingButReopening() {
        Story story = Story.ofAnAdult().opened();
        ReopenCase reopen = new ReopenCase(CASE, ReopeningReason.CLOSED_IN_ERROR);
        story.refuses(FOCAL_POINT, reopen, Rule.CASE_NOT_CLOSED);
        story.does(FOCAL_POINT, new CloseCase(CASE, ClosureReason.ENTERED_IN_ERROR, null));
        story.refuses(FOCAL_POINT, new AssessNeeds(CASE, Set.of(), null, null), Rule.CASE_CLOSED);
        story.refuses(FOCAL_POINT, new CloseCase(CASE, ClosureReason.DECEASED, null), Rule.CASE_CLOSED);
        story.does(FOCAL_POINT, reopen);
        assertThat(story.state.closed()).isFalse();
        assertThat(story.state.reasonableGrounds()).isPresent();
    }

    @Test
    void anActOnAnOlderVersionIsRefused() {
        Story story = Story.ofAnAdult().opened();
        AssessNeeds needs = new AssessNeeds(CASE, Set.of(Need.LEGAL), null, null);
        Decision stale = Judge.judge(needs, story.state, new Context(FOCAL_POINT, story.now, story.countries, 7L));
        assertThat(((Decision.Refused) stale).rule()).isEqualTo(Rule.VERSION_MISMATCH);
        Decision fresh = Judge.judge(needs, story.state, new Context(FOCAL_POINT, story.now, story.countries, 1L));
        assertThat(fresh).isInstanceOf(Decision.Happened.class);
    }

    @Test
    void aServerWhoseClockLagsRefusesAndASlightLagIsEvenedOut() {
        Story story = Story.ofAnAdult().opened();
        AssessNeeds needs = new AssessNeeds(CASE, Set.of(Need.LEGAL), null, null);
        Instant recorded = story.now;
        story.now = recorded.minusSeconds(6);
        story.refuses(FOCAL_POINT, needs, Rule.CLOCK_BEHIND);
        story.now = recorded.minusSeconds(4);
        assertThat(story.judge(FOCAL_POINT, needs)).isInstanceOf(Decision.Happened.class);
    }
}
