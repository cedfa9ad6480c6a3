package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.EXPIRED;
import static org.trm.events.types.ReferralState.HANDED_OVER;
import static org.trm.events.types.ReferralState.MONITORING;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.referral.DraftReferral;
import org.trm.command.casefile.referral.RequestInformation;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.referral.SupplyInformation;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.ReferralExpired;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.Actor;
import org.trm.events.types.Deadline;
import org.trm.events.types.Evidence;
import org.trm.events.types.Guard;
import org.trm.events.types.InformationItem;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReferralState;
import org.trm.events.types.ReflectionState;
import org.trm.events.types.SignaturesVoid;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;

/** No time limit passes unseen: each escalates, then lapses or escalates again, and a settled one does nothing. */
class TimeLimitsTest {
    @ParameterizedTest
    @EnumSource(ReferralState.class)
    void everyStateThatIsNotTerminalHasExactlyOneRunningLimit(ReferralState state) {
        Story story = Story.ofAnAdult().with(state);
        Set<TimeLimit> limits = TimeLimit.of(state);

        assertThat(limits.isEmpty()).isEqualTo(state.terminal());
        if (state.terminal()) {
            assertThat(story.referral().deadline()).isNull();
        } else {
            assertThat(limits).contains(story.referral().deadline().limit());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralState.class,
            names = {
                "DRAFT",
                "SUBMITTED",
                "RECEIVED",
                "INFO_REQUESTED",
                "CONDITIONALLY_ACCEPTED",
                "ACCEPTED",
                "PREPARING"
            })
    void itEscalatesAndThenExpires(ReferralState state) {
        escalatesAndThenExpires(Story.ofAnAdult().with(state), state);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralState.class,
            names = {"DRAFT", "SUBMITTED", "RECEIVED", "INFO_REQUESTED", "CONDITIONALLY_ACCEPTED", "ACCEPTED"})
    void aRequestForInformationEscalatesAndThenExpires(ReferralState state) {
        Story story = Story.ofAnAdult().askingForInformation().with(state);
        assertThat(TimeLimit.of(state)).contains(story.referral().deadline().limit());
        escalatesAndThenExpires(story, state);
        assertThat(story.state.holder()).isEqualTo(BG);
    }

    private static void escalatesAndThenExpires(Story story, ReferralState state) {
        Deadline deadline = story.referral().deadline();

        story.now = deadline.escalatesAt();
        story.passes(deadline.limit());
        assertThat(story.happened).singleElement().isInstanceOf(DeadlineEscalated.class);
        assertThat(story.referralState()).isEqualTo(state);

        story.now = deadline.lapsesAt();
        story.passes(deadline.limit());
        assertThat(story.happened).singleElement().isInstanceOf(ReferralExpired.class);
        assertThat(story.referralState()).isEqualTo(EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralState.class,
            names = {"IN_TRANSIT", "INTERRUPTED", "ARRIVED", "HANDED_OVER", "MONITORING"})
    void whereAPersonWaitsItEscalatesAgainAndAgainAndNeverExpires(ReferralState state) {
        Story story = Story.ofAnAdult().with(state);
        for (int day = 0; day < 3; day++) {
            Deadline deadline = story.referral().deadline();
            assertThat(deadline.lapsesAt()).isNull();
            story.now = deadline.escalatesAt();
            story.passes(deadline.limit());
            assertThat(story.happened).singleElement().isInstanceOf(DeadlineEscalated.class);
            assertThat(story.referral().deadline().escalatesAt()).isAfter(story.now);
            assertThat(story.referralState()).isEqualTo(state);
        }
    }

    @Test
    void afterTheLastReportTheCompletionIsStillAwaited() {
        Story story = Story.ofAnAdult().with(HANDED_OVER);
        for (MonitoringMilestone milestone : MonitoringMilestone.values()) {
            story.does(RO, NATIONAL_FOCAL_POINT, story.report(milestone));
        }
        assertThat(story.referralState()).isEqualTo(MONITORING);
        assertThat(story.referral().deadline().escalatesAt()).isEqualTo(story.now.plus(Duration.ofDays(7)));
    }

    @Test
    void aLimitThatPassedWhileNobodyLookedEscalatesBeforeItLapses() {
        Story story = Story.ofAnAdult().with(SUBMITTED).later(Duration.ofDays(100));
        story.passes(TimeLimit.ACKNOWLEDGEMENT);
        assertThat(story.happened).hasSize(2);
        assertThat(story.happened.get(0)).isInstanceOf(DeadlineEscalated.class);
        assertThat(story.happened.get(1)).isInstanceOf(ReferralExpired.class);
    }

    @ParameterizedTest
    @EnumSource(ReferralState.class)
    void beforeItsTimeOrWhenSettledNothingHappens(ReferralState state) {
        Story story = Story.ofAnAdult().with(state);
        for (TimeLimit limit : TimeLimit.values()) {
            story.passes(limit);
            assertThat(story.happened).isEmpty();
        }
    }

    @Test
    void theDepartureWindowPassesBackToPreparationAndBothSignaturesAreVoid() {
        Story story = Story.ofAnAdult().with(READY).later(Duration.ofDays(14)).passes(TimeLimit.DEPARTURE);
        assertThat(story.referralState()).isEqualTo(PREPARING);
        assertThat(story.referral().signatures()).isEmpty();
        assertThat(((SignaturesVoided) story.happened.get(1)).reason())
                .isEqualTo(SignaturesVoid.DEPARTURE_WINDOW_PASSED);
    }

    @Test
    void aGuardThatLapsesInTheWindowVoidsTheSignatures() {
        Story story = Story.ofAnAdult().with(PREPARING);
        story.confirms(Evidence.FITNESS_TO_TRAVEL, story.now.plus(Duration.ofDays(2)))
                .signed(BG)
                .signed(RO)
                .later(Duration.ofDays(2))
                .passes(TimeLimit.DEPARTURE);
        SignaturesVoided voided = (SignaturesVoided) story.happened.get(story.happened.size() - 1);
        assertThat(voided.reason()).isEqualTo(SignaturesVoid.GUARD_LAPSED);
        assertThat(voided.guards()).containsExactly(Guard.RECEPTION);
    }

    @Test
    void theTimeToDecideStandsStillWhileInformationIsAwaited() {
        Story story = Story.ofAnAdult().with(RECEIVED);
        Deadline before = story.referral().deadline();
        story.later(Duration.ofDays(1));
        story.does(
                RO, NATIONAL_FOCAL_POINT, new RequestInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
        story.later(Duration.ofDays(5));
        story.does(
                BG, NATIONAL_FOCAL_POINT, new SupplyInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
        assertThat(story.referral().deadline()).isEqualTo(before.laterBy(Duration.ofDays(5)));
    }

    @Test
    void askingBeforeAcknowledgingStartsTheTimeToDecideWithTheAnswer() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        story.does(
                RO, NATIONAL_FOCAL_POINT, new RequestInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
        story.later(Duration.ofDays(2));
        story.does(
                BG, NATIONAL_FOCAL_POINT, new SupplyInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
        assertThat(story.referral().deadline().startsAt()).isEqualTo(story.now);
        assertThat(story.referral().deadline().limit()).isEqualTo(TimeLimit.DECISION);
    }

    @Test
    void aChildsReferralIsDecidedSooner() {
        Story story = Story.ofAChild().with(RECEIVED);
        assertThat(story.referral().deadline().limit()).isEqualTo(TimeLimit.CHILD_DECISION);
    }

    @Test
    void anEmergencyIsAcknowledgedInHours() {
        Story story = Story.ofAnAdult().opened().identified().consented();
        story.does(
                BG,
                NATIONAL_FOCAL_POINT,
                new DraftReferral(
                        CASE,
                        REFERRAL,
                        ReferralKind.CUSTODY_TRANSFER,
                        RO,
                        ReferralReason.EMERGENCY_SAFETY,
                        Urgency.EMERGENCY));
        story.does(BG, NATIONAL_FOCAL_POINT, new SubmitReferral(CASE, REFERRAL));
        assertThat(story.referral().deadline().limit()).isEqualTo(TimeLimit.EMERGENCY_ACKNOWLEDGEMENT);
        assertThat(story.referral().deadline().escalatesAt()).isEqualTo(story.now.plus(Duration.ofHours(4)));
    }

    @Test
    void workingDaysLeaveOutTheWeekend() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        assertThat(story.today().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.MONDAY);
        Deadline deadline = story.referral().deadline();
        assertThat(deadline.escalatesAt()).isEqualTo(story.now.plus(Duration.ofDays(2)));
        assertThat(deadline.lapsesAt()).isEqualTo(story.now.plus(Duration.ofDays(14)));
    }

    @Test
    void theDecisionOnReasonableGroundsIsRemindedOfUntilItIsMade() {
        Story story = Story.ofAnAdult().opened();
        PassTimeLimit pass = new PassTimeLimit(CASE, null, TimeLimit.REASONABLE_GROUNDS);
        for (int week = 0; week < 3; week++) {
            story.now = story.state.reasonableGrounds().orElseThrow().escalatesAt();
            story.does(Actor.CLOCK, pass);
            assertThat(story.happened).singleElement().isInstanceOf(CaseDeadlineEscalated.class);
        }
        story.does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        story.later(Duration.ofDays(30)).does(Actor.CLOCK, pass);
        assertThat(story.happened).isEmpty();
    }

    @Test
    void theReflectionPeriodIsAnnouncedAndThenEndsByItself() {
        Story story = Story.ofAnAdult().opened();
        story.does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        LocalDate until = story.today().plusDays(30);
        story.does(BG, COMPETENT_AUTHORITY, new GrantReflectionPeriod(CASE, story.today(), until, null));
        PassTimeLimit pass = new PassTimeLimit(CASE, null, TimeLimit.REFLECTION);
        Deadline deadline = story.state.reflection().deadline();

        story.now = deadline.escalatesAt();
        story.does(Actor.CLOCK, pass);
        assertThat(story.happened).singleElement().isInstanceOf(CaseDeadlineEscalated.class);
        assertThat(story.state.reflection().running()).isTrue();

        story.now = deadline.lapsesAt();
        story.does(Actor.CLOCK, pass);
        assertThat(story.state.reflection().state()).isEqualTo(ReflectionState.ENDED);
    }
}
