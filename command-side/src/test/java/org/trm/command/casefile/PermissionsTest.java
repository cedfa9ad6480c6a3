package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.emergency.ReviewEmergencyAccess;
import org.trm.command.casefile.erasure.ConfirmErasure;
import org.trm.command.casefile.erasure.PlaceLegalHold;
import org.trm.command.casefile.erasure.RedactSealedData;
import org.trm.command.casefile.erasure.RequestErasure;
import org.trm.command.casefile.erasure.WithdrawErasureRequest;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.referral.AcknowledgeHandover;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.LegalHoldGround;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.events.types.TimeLimit;

/** Who may act: the relation of the country, the organisation, then the role, each with its own code. */
class PermissionsTest {
    private static final AssessNeeds NEEDS = new AssessNeeds(CASE, Set.of(), null, null);
    private static final AcknowledgeReceipt ACKNOWLEDGE = new AcknowledgeReceipt(CASE, REFERRAL);
    private static final SubmitReferral SUBMIT = new SubmitReferral(CASE, REFERRAL);

    @Test
    void aCountryWithoutRelationLearnsNotEvenThatTheCaseExists() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        story.refuses(person(DE, NATIONAL_FOCAL_POINT), NEEDS, Rule.UNKNOWN_CASE);
        story.refuses(person(DE, NATIONAL_FOCAL_POINT), ACKNOWLEDGE, Rule.UNKNOWN_CASE);
        Story.ofAnAdult().refuses(person(BG, NATIONAL_FOCAL_POINT), NEEDS, Rule.UNKNOWN_CASE);
    }

    @Test
    void anAddressedCountryAnswersItsReferralAndDoesNotActOnTheCase() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        story.refuses(person(RO, NATIONAL_FOCAL_POINT), NEEDS, Rule.NOT_HOLDER);
        story.refuses(person(RO, NATIONAL_FOCAL_POINT), SUBMIT, Rule.NOT_SENDER);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), ACKNOWLEDGE, Rule.NOT_ADDRESSED);
        story.does(RO, NATIONAL_FOCAL_POINT, ACKNOWLEDGE);
    }

    @Test
    void whoeverIsRefusedByWhatHerCountryIsToTheCaseIsToldWhatItWouldHaveToBe() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        assertThat(allowed(story.refuses(person(RO, NATIONAL_FOCAL_POINT), NEEDS, Rule.NOT_HOLDER)))
                .isEqualTo("HOLDER");
        assertThat(allowed(story.refuses(
                        person(RO, COMPETENT_AUTHORITY),
                        new PlaceLegalHold(CASE, LegalHoldGround.CRIMINAL_PROCEEDINGS),
                        Rule.NOT_HOLDER)))
                .isEqualTo("HOLDER, FORMER_HOLDER");
    }

    private static String allowed(Decision.Refused refused) {
        return refused.facts().get("allowed");
    }

    @Test
    void anAddressedCountryDoesNotKnowOtherReferralsOfTheCase() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        ReferralId unknown = new ReferralId(new UUID(1, 1));
        story.refuses(person(RO, NATIONAL_FOCAL_POINT), new AcknowledgeReceipt(CASE, unknown), Rule.UNKNOWN_REFERRAL);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), new SubmitReferral(CASE, unknown), Rule.UNKNOWN_REFERRAL);
    }

    @Test
    void anOrganisationThatIsNotAuthorisedDoesNotAct() {
        Story story = Story.ofAnAdult().opened();
        Actor stranger = new Actor(
                ActorKind.PERSON, new UUID(2, 2), "test", OrganisationId.of("BG-OTHER"), BG, NATIONAL_FOCAL_POINT);
        story.refuses(stranger, NEEDS, Rule.ORGANISATION_NOT_AUTHORISED);
    }

    @Test
    void theClockAloneLetsTimePassAndDoesNothingElse() {
        Story story = Story.ofAnAdult().opened();
        PassTimeLimit pass = new PassTimeLimit(CASE, null, TimeLimit.REASONABLE_GROUNDS);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), pass, Rule.ONLY_THE_CLOCK);
        story.refuses(Actor.CLOCK, NEEDS, Rule.ROLE_NOT_ALLOWED);
        story.refuses(Actor.MIGRATION, NEEDS, Rule.ROLE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"NATIONAL_COORDINATOR", "NATIONAL_RAPPORTEUR", "REGIONAL_COORDINATOR", "AUDITOR", "DATA_SUBJECT"})
    void coordinatorsAndAuditorsOnlyRead(Role reader) {
        for (Class<? extends CaseCommand> command : Commands.all()) {
            assertThat(command.getAnnotation(ActedBy.class).roles()).doesNotContain(reader);
        }
    }

    @Test
    void anOperatorTakesOutWhatNobodyCanReadAndDoesNothingElse() {
        assertThat(Commands.all())
                .filteredOn(command -> Arrays.asList(
                                command.getAnnotation(ActedBy.class).roles())
                        .contains(Role.SYSTEM_OPERATOR))
                .containsExactly(RedactSealedData.class);
    }

    @Test
    void aDataProtectionOfficerSeesToItThatAPersonIsForgottenAndReviewsWhatWasReadInAnEmergency() {
        assertThat(Commands.all())
                .filteredOn(command -> Arrays.asList(
                                command.getAnnotation(ActedBy.class).roles())
                        .contains(Role.DATA_PROTECTION_OFFICER))
                .containsExactlyInAnyOrder(
                        RequestErasure.class,
                        WithdrawErasureRequest.class,
                        ConfirmErasure.class,
                        ReviewEmergencyAccess.class);
    }

    @TestFactory
    Stream<DynamicTest> aRoleThatIsNotListedIsRefused() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        return Arrays.stream(Role.values())
                .filter(role -> role != NATIONAL_FOCAL_POINT)
                .map(role -> DynamicTest.dynamicTest(
                        role.name(), () -> story.refuses(person(RO, role), ACKNOWLEDGE, Rule.ROLE_NOT_ALLOWED)));
    }

    @Test
    void departureAndHandoverNeedTheFocalPointsThemselves() {
        for (Class<?> command : List.of(AuthoriseDeparture.class, AcknowledgeHandover.class)) {
            assertThat(command.getAnnotation(ActedBy.class).roles()).containsExactly(NATIONAL_FOCAL_POINT);
        }
    }
}
