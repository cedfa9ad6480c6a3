package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.Role.DATA_PROTECTION_OFFICER;
import static org.trm.events.types.Role.HEALTH_PROVIDER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.POLICE;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.emergency.OpenEmergencyAccess;
import org.trm.command.casefile.emergency.ReviewEmergencyAccess;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.Actor;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Role;
import org.trm.events.types.TimeLimit;

/** Who must protect a person at once may read what is needed for it, for a short time, and answers for it afterwards. */
class EmergencyAccessTest {
    private static final Actor POLICEWOMAN = person(BG, POLICE);
    private static final Actor OFFICER = person(BG, DATA_PROTECTION_OFFICER);
    private static final CloseCase CLOSE = new CloseCase(CASE, ClosureReason.LOST_CONTACT, null);
    private static final Set<Role> IN_EMERGENCIES = EnumSet.of(
            NATIONAL_FOCAL_POINT,
            Role.COMPETENT_AUTHORITY,
            Role.CHILD_PROTECTION_AUTHORITY,
            POLICE,
            HEALTH_PROVIDER,
            Role.SHELTER_PROVIDER,
            Role.NGO_CASE_MANAGER,
            Role.CONSULATE);

    private static OpenEmergencyAccess access(int number) {
        return new OpenEmergencyAccess(CASE, id(number), EmergencyGround.MISSING_PERSON);
    }

    private static ReviewEmergencyAccess review(int number) {
        return new ReviewEmergencyAccess(CASE, id(number), EmergencyFinding.JUSTIFIED);
    }

    private static EmergencyAccessId id(int number) {
        return new EmergencyAccessId(new UUID(3, number));
    }

    private static EmergencyAccessOpened opened(Story story) {
        return (EmergencyAccessOpened) story.happened.get(0);
    }

    @Test
    void itLastsThreeHoursAndEndsByItself() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1));

        assertThat(opened(story).until()).isEqualTo(story.now.plus(Duration.ofHours(3)));
        EmergencyAccess hers = story.state.emergencyAccess(id(1)).orElseThrow();
        assertThat(hers.isOpenTo(
                        POLICEWOMAN, story.now.plus(Duration.ofHours(3)).minusMillis(1)))
                .isTrue();
        assertThat(hers.isOpenTo(POLICEWOMAN, story.now.plus(Duration.ofHours(3))))
                .isFalse();
    }

    @Test
    void itIsPersonal() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1));
        EmergencyAccess hers = story.state.emergencyAccess(id(1)).orElseThrow();

        assertThat(hers.isOpenTo(person(BG, HEALTH_PROVIDER), story.now)).isFalse();
        assertThat(hers.isOpenTo(ofCountry(POLICEWOMAN, RO), story.now)).isFalse();
    }

    private static Actor ofCountry(Actor actor, CountryCode country) {
        return new Actor(actor.kind(), actor.id(), actor.issuer(), actor.organisation(), country, actor.role());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void itIsForThoseWhoActInEmergencies(Role role) {
        Story story = Story.ofAnAdult().opened();
        if (IN_EMERGENCIES.contains(role)) {
            story.does(BG, role, access(1));
        } else {
            story.refuses(person(BG, role), access(1), Rule.ROLE_NOT_ALLOWED);
        }
    }

    @Test
    void whoeverHasOneOpenReadsByItAndOpensNoOther() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1));
        story.refuses(POLICEWOMAN, access(2), Rule.EMERGENCY_ACCESS_OPEN);
        story.does(BG, HEALTH_PROVIDER, access(2));
        story.refuses(person(BG, Role.CONSULATE), access(2), Rule.ACCESS_ID_USED);
    }

    @Test
    void anotherOneIsOpenedWhenTheLastWasReviewedAndNotBefore() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1)).later(Duration.ofHours(3));
        story.refuses(POLICEWOMAN, access(2), Rule.EMERGENCY_ACCESS_UNREVIEWED);
        story.does(BG, HEALTH_PROVIDER, access(2));

        story.does(OFFICER, review(1)).does(POLICEWOMAN, access(3));
    }

    @Test
    void whoeverOpenedOneThatWasNotJustifiedOpensNoOtherInThisCaseAndColleaguesDo() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1));
        story.does(OFFICER, new ReviewEmergencyAccess(CASE, id(1), EmergencyFinding.NOT_JUSTIFIED));
        story.later(Duration.ofDays(400)).refuses(POLICEWOMAN, access(2), Rule.EMERGENCY_ACCESS_NOT_JUSTIFIED);
        story.does(BG, HEALTH_PROVIDER, access(2));

        Actor ofRomania = new Actor(
                POLICEWOMAN.kind(),
                POLICEWOMAN.id(),
                POLICEWOMAN.issuer(),
                person(RO, POLICE).organisation(),
                RO,
                POLICE);
        Story handedOver = Story.ofAnAdult().with(ReferralState.READY).does(POLICEWOMAN, access(1));
        handedOver.does(OFFICER, new ReviewEmergencyAccess(CASE, id(1), EmergencyFinding.NOT_JUSTIFIED));
        handedOver.refuses(ofRomania, access(2), Rule.EMERGENCY_ACCESS_NOT_JUSTIFIED);
    }

    @ParameterizedTest
    @EnumSource(ReferralState.class)
    void aReceivingCountryMayOnceSomethingIsReleasedToItAndForAsLong(ReferralState state) {
        Story story = Story.ofAnAdult().with(state);
        Actor policeman = person(RO, POLICE);
        switch (state) {
            case READY, IN_TRANSIT, INTERRUPTED, ARRIVED, HANDED_OVER, MONITORING, COMPLETED ->
                story.does(policeman, access(1));
            case DRAFT -> story.refuses(policeman, access(1), Rule.UNKNOWN_CASE);
            case DECLINED, FORWARDED, WITHDRAWN, CONSENT_WITHDRAWN, EXPIRED, FAILED ->
                story.refuses(policeman, access(1), Rule.NOT_HOLDER);
            default -> story.refuses(policeman, access(1), Rule.NOTHING_RELEASED);
        }
    }

    @Test
    void aCountryThatHandedTheCaseOverOrHasNothingToDoWithItMayNot() {
        Story story = Story.ofAnAdult().with(ReferralState.MONITORING);
        story.refuses(POLICEWOMAN, access(1), Rule.NOT_HOLDER);
        story.refuses(person(DE, POLICE), access(1), Rule.UNKNOWN_CASE);
    }

    @Test
    void aReviewIsDueWithinSeventyTwoHoursAndComesToMindAgainAndAgain() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1));
        assertThat(opened(story).deadline()).isEqualTo(opened(story).review());
        assertThat(opened(story).review().escalatesAt()).isEqualTo(story.now.plus(Duration.ofHours(72)));

        for (int times = 0; times < 3; times++) {
            story.later(Duration.ofHours(72))
                    .does(Actor.CLOCK, new PassTimeLimit(CASE, null, TimeLimit.EMERGENCY_REVIEW));
            assertThat(story.happened)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CaseDeadlineEscalated.class,
                            escalated -> assertThat(escalated.deadline().escalatesAt())
                                    .isEqualTo(story.now.plus(Duration.ofHours(72))));
        }
    }

    @Test
    void aDataProtectionOfficerOfTheOfficersCountryOrOfTheHolderReviewsIt() {
        Story own = Story.ofAnAdult().with(ReferralState.READY).does(RO, POLICE, access(1));
        own.does(RO, DATA_PROTECTION_OFFICER, review(1));
        assertThat(own.happened)
                .containsExactly(new EmergencyAccessReviewed(CASE, id(1), EmergencyFinding.JUSTIFIED, null));

        Story holder = Story.ofAnAdult().with(ReferralState.READY).does(RO, POLICE, access(1));
        holder.does(OFFICER, review(1));

        Story other = Story.ofAnAdult().with(ReferralState.READY).does(POLICEWOMAN, access(1));
        other.refuses(person(RO, DATA_PROTECTION_OFFICER), review(1), Rule.UNKNOWN_ACCESS);
        other.refuses(person(DE, DATA_PROTECTION_OFFICER), review(1), Rule.UNKNOWN_CASE);
        other.refuses(OFFICER, review(2), Rule.UNKNOWN_ACCESS);
        other.refuses(person(BG, NATIONAL_FOCAL_POINT), review(1), Rule.ROLE_NOT_ALLOWED);
    }

    @Test
    void aCountryWhoseTransferHasFailedStillReviewsWhatItsOfficersDid() {
        Story story = Story.ofAnAdult().with(ReferralState.READY).does(RO, POLICE, access(1));
        story.withdrawn(ConsentScope.TRANSFER);
        assertThat(story.referralState()).isEqualTo(ReferralState.CONSENT_WITHDRAWN);

        story.does(RO, DATA_PROTECTION_OFFICER, review(1));
    }

    @Test
    void nobodyReviewsHerOwnAccessAndNobodyASecondTime() {
        Actor both = new Actor(
                POLICEWOMAN.kind(), OFFICER.id(), POLICEWOMAN.issuer(), POLICEWOMAN.organisation(), BG, POLICE);
        Story story = Story.ofAnAdult().opened().does(both, access(1));
        story.refuses(OFFICER, review(1), Rule.REVIEWED_BY_ANOTHER);

        Story another = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1)).does(OFFICER, review(1));
        another.refuses(OFFICER, review(1), Rule.ACCESS_REVIEWED);
    }

    @ParameterizedTest
    @EnumSource(EmergencyFinding.class)
    void oneThatWasNotJustifiedEndsWithItsReview(EmergencyFinding finding) {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1)).later(Duration.ofHours(1));
        story.does(OFFICER, new ReviewEmergencyAccess(CASE, id(1), finding));

        assertThat(story.state.emergencyAccess(id(1)).orElseThrow().isOpenTo(POLICEWOMAN, story.now))
                .isEqualTo(finding == EmergencyFinding.JUSTIFIED);
    }

    @Test
    void theLimitIsThatOfTheFirstAccessThatWaits() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1));
        var first = opened(story).review();
        story.later(Duration.ofHours(10)).does(BG, HEALTH_PROVIDER, access(2));
        var second = opened(story).review();
        story.later(Duration.ofHours(10)).does(BG, Role.CONSULATE, access(3));
        assertThat(opened(story).deadline()).isEqualTo(first);

        story.does(OFFICER, review(3));
        assertThat(story.state.emergencyReview()).contains(first);
        story.does(OFFICER, review(1));
        assertThat(story.state.emergencyReview()).contains(second);
        story.does(OFFICER, review(2));
        assertThat(story.state.emergencyReview()).isEmpty();
    }

    @Test
    void aCaseIsNotClosedWhileAReviewIsOutstandingNorReadInAnEmergencyOnceItIsClosed() {
        Story story = Story.ofAnAdult().opened().does(POLICEWOMAN, access(1));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), CLOSE, Rule.REVIEW_OUTSTANDING);

        story.does(OFFICER, review(1)).does(BG, NATIONAL_FOCAL_POINT, CLOSE);
        story.refuses(POLICEWOMAN, access(2), Rule.CASE_CLOSED);
    }
}
