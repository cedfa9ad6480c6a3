package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.focalPointOf;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.consent.WithdrawConsent;
import org.trm.command.casefile.protection.AppointGuardian;
import org.trm.command.casefile.protection.VerifyAge;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.events.ReferralEvent.ReferralStopped;
import org.trm.events.types.Actor;
import org.trm.events.types.AgeBasis;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralState;
import org.trm.events.types.SafetyPlan;

/** Nothing moves without informed consent, and a withdrawal stops what rested on it. */
class ConsentTest {
    private static final Actor FOCAL_POINT = person(BG, NATIONAL_FOCAL_POINT);

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
                "PREPARING",
                "READY",
                "IN_TRANSIT",
                "INTERRUPTED",
                "ARRIVED"
            })
    void withdrawingConsentToTheTransferStopsTheReferralInEveryStateBeforeTheHandover(ReferralState state) {
        Story story = Story.ofAnAdult().with(state).withdrawn(ConsentScope.TRANSFER);

        assertThat(story.referralState()).isEqualTo(ReferralState.CONSENT_WITHDRAWN);
        assertThat(story.state.holder()).isEqualTo(BG);
        ReferralStopped stopped = (ReferralStopped) story.happened.get(1);
        assertThat(stopped.safetyPlan()).isEqualTo(state.onTheWay() ? SafetyPlan.STOP_AT_NEXT_SAFE_POINT : null);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralState.class,
            names = {"DRAFT", "SUBMITTED", "RECEIVED", "INFO_REQUESTED", "CONDITIONALLY_ACCEPTED", "ACCEPTED"})
    void aRequestForInformationRestsOnOneConsentToAskAndOnThatToDisclose(ReferralState state) {
        Story asking = Story.ofAnAdult().askingForInformation().with(state);
        asking.withdrawn(ConsentScope.TRANSFER);
        assertThat(asking.referralState()).isEqualTo(state);
        asking.withdrawn(ConsentScope.ENQUIRY);
        assertThat(asking.referralState()).isEqualTo(ReferralState.CONSENT_WITHDRAWN);

        Story disclosing = Story.ofAnAdult().askingForInformation().with(state).withdrawn(ConsentScope.DISCLOSURE);
        assertThat(disclosing.referralState()).isEqualTo(ReferralState.CONSENT_WITHDRAWN);
        ReferralStopped stopped = (ReferralStopped) disclosing.happened.get(1);
        assertThat(stopped.safetyPlan()).isNull();
        assertThat(disclosing.state.holder()).isEqualTo(BG);
    }

    @Test
    void anAnswerThatWasDeliveredIsNotUndoneByAWithdrawal() {
        Story story = Story.ofAnAdult().askingForInformation().with(ReferralState.COMPLETED);
        story.withdrawn(ConsentScope.DISCLOSURE).withdrawn(ConsentScope.ENQUIRY);
        assertThat(story.referralState()).isEqualTo(ReferralState.COMPLETED);
    }

    @Test
    void thePlanForHerSafetyIsRecordedWhenSheIsOnTheWay() {
        Story story = Story.ofAnAdult().with(IN_TRANSIT);
        story.does(
                FOCAL_POINT,
                new WithdrawConsent(CASE, story.consentId(ConsentScope.TRANSFER), SafetyPlan.CARE_WHERE_SHE_IS, null));
        assertThat(((ReferralStopped) story.happened.get(1)).safetyPlan()).isEqualTo(SafetyPlan.CARE_WHERE_SHE_IS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralState.class,
            names = {"HANDED_OVER", "MONITORING"})
    void afterTheHandoverCustodyDoesNotBounceBack(ReferralState state) {
        Story story = Story.ofAnAdult().with(state);
        story.does(
                RO,
                NATIONAL_FOCAL_POINT,
                new WithdrawConsent(CASE, story.consentId(ConsentScope.TRANSFER), null, null));
        assertThat(story.referralState()).isEqualTo(state);
        assertThat(story.state.holder()).isEqualTo(RO);
    }

    @Test
    void withdrawingConsentToTheEnquiryStopsNothingWhileConsentToTheTransferStands() {
        Story story = Story.ofAnAdult().with(SUBMITTED).withdrawn(ConsentScope.ENQUIRY);
        assertThat(story.referralState()).isEqualTo(SUBMITTED);
    }

    @Test
    void aConsentIsWithdrawnOnce() {
        Story story = Story.ofAnAdult().with(DRAFT).withdrawn(ConsentScope.ENQUIRY);
        story.refuses(
                FOCAL_POINT,
                new WithdrawConsent(CASE, story.consentId(ConsentScope.ENQUIRY), null, null),
                Rule.CONSENT_ALREADY_WITHDRAWN);
        story.refuses(
                FOCAL_POINT,
                new WithdrawConsent(CASE, story.consentId(ConsentScope.INTERVIEW), null, null),
                Rule.UNKNOWN_CONSENT);
    }

    @Test
    void consentsThatSayTooLittleAreRefused() {
        Story story = Story.ofAnAdult().opened();
        story.refuses(FOCAL_POINT, consent(ConsentScope.TRANSFER, null, null, null), Rule.COUNTRY_REQUIRED);
        story.refuses(
                FOCAL_POINT,
                consent(ConsentScope.TRANSFER, CountryCode.of("FR"), null, null),
                Rule.COUNTRY_NOT_IN_DIRECTORY);
        story.refuses(FOCAL_POINT, consent(ConsentScope.DISCLOSURE, RO, null, null), Rule.DISCLOSURE_INCOMPLETE);
        story.refuses(
                FOCAL_POINT,
                consent(ConsentScope.DISCLOSURE, RO, focalPointOf(RO), Set.of()),
                Rule.DISCLOSURE_INCOMPLETE);
        story.refuses(
                FOCAL_POINT,
                consent(ConsentScope.DISCLOSURE, RO, focalPointOf(DE), Set.of(DataClass.B)),
                Rule.ORGANISATION_NOT_IN_COUNTRY);
    }

    private static RecordConsent consent(
            ConsentScope scope, CountryCode country, OrganisationId organisation, Set<DataClass> classes) {
        return new RecordConsent(
                CASE,
                new ConsentId(new UUID(8, 8)),
                scope,
                country,
                organisation,
                classes,
                DisclosurePurpose.REFERRAL,
                ConsentHolder.ADULT,
                null,
                new LanguageCode("ron"),
                false,
                null,
                null);
    }

    @Test
    void aChildsGuardianConsentsAndTheChildsViewIsRecorded() {
        Story child = Story.ofAChild().opened();
        RecordConsent byGuardian = child.consent(ConsentScope.ENQUIRY);
        child.refuses(FOCAL_POINT, byGuardian, Rule.GUARDIAN_REQUIRED);
        child.does(BG, CHILD_PROTECTION_AUTHORITY, new AppointGuardian(CASE, null, null));
        child.refuses(FOCAL_POINT, Story.ofAnAdult().consent(ConsentScope.ENQUIRY), Rule.WRONG_CONSENT_HOLDER);
        RecordConsent withoutView = new RecordConsent(
                CASE,
                byGuardian.consentId(),
                ConsentScope.ENQUIRY,
                RO,
                null,
                null,
                null,
                ConsentHolder.GUARDIAN,
                null,
                new LanguageCode("ron"),
                true,
                null,
                null);
        child.refuses(FOCAL_POINT, withoutView, Rule.CHILD_VIEW_REQUIRED);
        child.does(FOCAL_POINT, byGuardian);
        child.refuses(FOCAL_POINT, byGuardian, Rule.CONSENT_ID_USED);
    }

    @Test
    void anAdultsConsentIsHerOwn() {
        Story adult = Story.ofAnAdult().opened();
        adult.refuses(FOCAL_POINT, Story.ofAChild().consent(ConsentScope.ENQUIRY), Rule.WRONG_CONSENT_HOLDER);
    }

    @Test
    void comingOfAgeSwitchesTheConsentHolderAndVoidsWhatWasSigned() {
        Story story = Story.ofAChild().with(READY);
        story.does(
                BG,
                COMPETENT_AUTHORITY,
                new VerifyAge(CASE, false, AgeBasis.DOCUMENTED, AgeEvidence.BIRTH_REGISTER, null, null));
        assertThat(story.referralState()).isEqualTo(PREPARING);
        story.refuses(FOCAL_POINT, new AuthoriseDeparture(CASE, REFERRAL), Rule.CONSENT_TO_TRANSFER_MISSING);
    }
}
