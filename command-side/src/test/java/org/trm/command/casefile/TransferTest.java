package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.focalPointOf;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.ACCEPTED;
import static org.trm.events.types.ReferralState.ARRIVED;
import static org.trm.events.types.ReferralState.COMPLETED;
import static org.trm.events.types.ReferralState.CONDITIONALLY_ACCEPTED;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.FORWARDED;
import static org.trm.events.types.ReferralState.HANDED_OVER;
import static org.trm.events.types.ReferralState.INFO_REQUESTED;
import static org.trm.events.types.ReferralState.INTERRUPTED;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.protection.EndGuardianship;
import org.trm.command.casefile.protection.WaiveReflectionPeriod;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.AcknowledgeHandover;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.CompleteReferral;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.DeliverAnswer;
import org.trm.command.casefile.referral.DraftReferral;
import org.trm.command.casefile.referral.ForwardReferral;
import org.trm.command.casefile.referral.MeetCondition;
import org.trm.command.casefile.referral.RecordDeparture;
import org.trm.command.casefile.referral.ResumeJourney;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.referral.SupplyInformation;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.ReferralEvent.ReferralReady;
import org.trm.events.ReferralEvent.ReferralSubmitted;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.AnswerKind;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Evidence;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.InformationItem;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.Relation;
import org.trm.events.types.Responsible;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;

/** The way of a transfer: two signatures, a departure, two acknowledgements, and custody moves once. */
class TransferTest {
    private static final AuthoriseDeparture SIGN = new AuthoriseDeparture(CASE, REFERRAL);
    private static final AcknowledgeHandover ACKNOWLEDGE = new AcknowledgeHandover(CASE, REFERRAL);

    private static Actor person2(CountryCode country) {
        return new Actor(
                ActorKind.PERSON, new UUID(5, 5), "test", focalPointOf(country), country, NATIONAL_FOCAL_POINT);
    }

    @Test
    void theSecondFocalPointsSignatureMakesTheReferralReady() {
        Story story = Story.ofAnAdult().with(PREPARING).signed(BG);
        assertThat(story.referralState()).isEqualTo(PREPARING);

        story.signed(RO);

        assertThat(story.referralState()).isEqualTo(READY);
        assertThat(story.happened).last().isInstanceOf(ReferralReady.class);
    }

    @Test
    void aSideSignsOnce() {
        Story story = Story.ofAnAdult().with(PREPARING).signed(BG);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), SIGN, Rule.ALREADY_SIGNED);
    }

    @Test
    void onePersonCannotSignForBothSides() {
        Story story = Story.ofAnAdult().with(PREPARING).does(person2(BG), SIGN);
        story.refuses(person2(RO), SIGN, Rule.SAME_SIGNATORY);
    }

    @Test
    void onePersonCannotAcknowledgeTheHandoverForBothSides() {
        Story story = Story.ofAnAdult().with(ARRIVED).does(person2(BG), ACKNOWLEDGE);
        story.refuses(person2(RO), ACKNOWLEDGE, Rule.SAME_SIGNATORY);
    }

    @Test
    void nobodyIsMovedBeforeIdentificationIsFinished() {
        Story story = Story.ofAnAdult().opened();
        story.does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        story.does(BG, NATIONAL_FOCAL_POINT, new WaiveReflectionPeriod(CASE, null));
        story.consented().does(BG, NATIONAL_FOCAL_POINT, story.draft());
        story.does(BG, NATIONAL_FOCAL_POINT, new SubmitReferral(CASE, REFERRAL));
        story.does(RO, NATIONAL_FOCAL_POINT, new AcknowledgeReceipt(CASE, REFERRAL));
        story.accepted().prepared();

        story.refuses(person(BG, NATIONAL_FOCAL_POINT), SIGN, Rule.IDENTIFICATION_PENDING);
    }

    @Test
    void custodyMovesWithTheSecondAcknowledgementAndNotBefore() {
        Story story = Story.ofAnAdult().with(ARRIVED).handoverAcknowledgedBy(RO);
        assertThat(story.state.holder()).isEqualTo(BG);

        story.handoverAcknowledgedBy(BG);

        assertThat(story.happened).hasSize(2).last().isInstanceOfSatisfying(CustodyTransferred.class, c -> {
            assertThat(c.from()).isEqualTo(new Responsible(BG, focalPointOf(BG)));
            assertThat(c.to()).isEqualTo(new Responsible(RO, focalPointOf(RO)));
        });
        assertThat(story.state.responsible()).isEqualTo(new Responsible(RO, focalPointOf(RO)));
        assertThat(story.referralState()).isEqualTo(HANDED_OVER);
    }

    @Test
    void aSideAcknowledgesTheHandoverOnce() {
        Story story = Story.ofAnAdult().with(ARRIVED).handoverAcknowledgedBy(BG);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), ACKNOWLEDGE, Rule.ALREADY_ACKNOWLEDGED);
    }

    @Test
    void afterTheHandoverOnlyTheReceivingCountryActsOnTheCase() {
        Story story = Story.ofAnAdult().with(HANDED_OVER);
        AssessNeeds needs = new AssessNeeds(CASE, Set.of(Need.LEGAL), null, null);

        story.refuses(person(BG, NATIONAL_FOCAL_POINT), needs, Rule.NOT_HOLDER);
        story.does(RO, NATIONAL_FOCAL_POINT, needs);
    }

    @Test
    void aChildsGuardianChangesWithTheCustody() {
        Story story = Story.ofAChild().with(HANDED_OVER);
        assertThat(story.state.guardianIn(BG)).isFalse();
        assertThat(story.state.guardianIn(RO)).isTrue();
        assertThat(story.state.represented()).isTrue();
    }

    @Test
    void aChildIsNotHandedOverToACountryWithoutAGuardian() {
        Story story = Story.ofAChild().with(ARRIVED);
        story.does(RO, CHILD_PROTECTION_AUTHORITY, new EndGuardianship(CASE, GuardianshipEnd.REPLACED, null));
        story.handoverAcknowledgedBy(BG);

        story.refuses(person(RO, NATIONAL_FOCAL_POINT), ACKNOWLEDGE, Rule.RECEIVING_GUARDIAN_REQUIRED);

        assertThat(story.state.holder()).isEqualTo(BG);
    }

    @Test
    void aCaseHasOneLiveTransferAndAnyNumberOfInformationReferrals() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        ReferralId other = new ReferralId(new UUID(9, 9));
        DraftReferral transfer = new DraftReferral(
                CASE, other, ReferralKind.CUSTODY_TRANSFER, DE, ReferralReason.PROCEEDINGS_ABROAD, Urgency.URGENT);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), transfer, Rule.TRANSFER_ALREADY_LIVE);

        story.does(
                BG,
                NATIONAL_FOCAL_POINT,
                new DraftReferral(
                        CASE,
                        other,
                        ReferralKind.INFORMATION_OR_SERVICE,
                        DE,
                        ReferralReason.PROCEEDINGS_ABROAD,
                        Urgency.URGENT));
    }

    @Test
    void aForwardedReferralLeavesADraftInTheHoldersNameThatNobodyElseSees() {
        Story story = Story.ofAnAdult().with(FORWARDED);
        Referral draft = story.state.liveTransfer().orElseThrow();

        assertThat(draft.state()).isEqualTo(DRAFT);
        assertThat(draft.from()).isEqualTo(BG);
        assertThat(draft.to()).isEqualTo(DE);
        assertThat(draft.draft().forwardedFrom()).isEqualTo(REFERRAL);
        assertThat(story.state.relationOf(DE)).isEqualTo(Relation.NONE);
        assertThat(story.state.relationOf(RO)).isEqualTo(Relation.FORMERLY_ADDRESSED);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), new SubmitReferral(CASE, draft.id()), Rule.CONSENT_REQUIRED);
    }

    @Test
    void aReferralIsNotForwardedBackOrToItself() {
        Story story = Story.ofAnAdult().with(RECEIVED);
        for (CountryCode country : List.of(BG, RO)) {
            story.refuses(
                    person(RO, NATIONAL_FOCAL_POINT),
                    new ForwardReferral(CASE, REFERRAL, country, new ReferralId(new UUID(9, 9))),
                    Rule.FORWARDED_TO_A_PARTY);
        }
    }

    @Test
    void theDepartureWindowIsCutShortWhereAGuardLapsesEarlier() {
        Story story = Story.ofAnAdult().with(PREPARING);
        Instant early = story.now.plus(Duration.ofDays(3));
        story.confirms(Evidence.FITNESS_TO_TRAVEL, early).signed(BG).signed(RO);
        assertThat(story.referral().deadline().lapsesAt()).isEqualTo(early);
    }

    @Test
    void departureIsRefusedAfterItsWindow() {
        Story story = Story.ofAnAdult().with(READY).later(Duration.ofDays(14));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), story.departure(), Rule.DEPARTURE_WINDOW_PASSED);
    }

    @Test
    void anArrivalIsNotPlannedBeforeTheDeparture() {
        Story story = Story.ofAnAdult().with(READY);
        RecordDeparture departure =
                new RecordDeparture(CASE, REFERRAL, story.today(), story.now.minus(Duration.ofDays(3)));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), departure, Rule.ARRIVAL_BEFORE_DEPARTURE);
    }

    @Test
    void nobodyLeftBeforeBothHadSigned() {
        Story story = Story.ofAnAdult().with(PREPARING).later(Duration.ofDays(2));
        story.signed(BG).signed(RO);
        RecordDeparture dayBefore =
                new RecordDeparture(CASE, REFERRAL, story.today().minusDays(1), story.now.plus(Duration.ofHours(8)));
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), dayBefore, Rule.DEPARTURE_BEFORE_SIGNATURES);
    }

    @Test
    void anArrivalIsNotPlannedSoFarAheadThatNobodyWouldMissHer() {
        Instant farAhead = Story.ofAnAdult().now.plus(Duration.ofDays(31));
        Story ready = Story.ofAnAdult().with(READY);
        ready.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                new RecordDeparture(CASE, REFERRAL, ready.today(), farAhead),
                Rule.ARRIVAL_TOO_FAR);
        Story interrupted = Story.ofAnAdult().with(INTERRUPTED);
        interrupted.refuses(
                person(BG, NATIONAL_FOCAL_POINT), new ResumeJourney(CASE, REFERRAL, farAhead), Rule.ARRIVAL_TOO_FAR);
    }

    @Test
    void nobodyArrivedBeforeSheLeft() {
        Story story = Story.ofAnAdult().with(IN_TRANSIT);
        ConfirmArrival early = new ConfirmArrival(CASE, REFERRAL, story.today().minusDays(2));
        story.refuses(person(RO, NATIONAL_FOCAL_POINT), early, Rule.ARRIVAL_BEFORE_DEPARTURE);
    }

    @Test
    void aCountryThatHandedTheCaseOnIsNoLongerAskedByTheReferralThatBroughtIt() {
        Story story = handedOnToGermany();
        assertThat(story.referralState()).isEqualTo(HANDED_OVER);
        assertThat(story.state.holder()).isEqualTo(DE);
        assertThat(story.state.relationOf(RO)).isEqualTo(Relation.FORMER_HOLDER);
        story.refuses(
                person(RO, NATIONAL_FOCAL_POINT),
                new RecordRiskAssessment(CASE, DE, RiskLevel.LOW, story.today(), null),
                Rule.NOT_HOLDER);
    }

    /** Romania, which received her from Bulgaria, hands her over in turn. */
    private static Story handedOnToGermany() {
        Story story = Story.ofAnAdult().with(HANDED_OVER);
        ReferralId onward = new ReferralId(new UUID(9, 9));
        Recorded<CaseEvent> last = story.history.get(story.history.size() - 1);
        List<CaseEvent> way = List.of(
                new ReferralDrafted(
                        CASE,
                        onward,
                        ReferralKind.CUSTODY_TRANSFER,
                        RO,
                        DE,
                        ReferralReason.VOLUNTARY_RETURN,
                        Urgency.ROUTINE,
                        null,
                        story.referral().deadline()),
                new ReferralSubmitted(CASE, onward, story.referral().deadline()),
                new CustodyTransferred(
                        CASE,
                        onward,
                        story.state.responsible(),
                        new Responsible(DE, focalPointOf(DE)),
                        story.referral().deadline()));
        for (CaseEvent event : way) {
            story.state = CaseState.after(
                    story.state, new Recorded<>(event, story.state.version() + 1, last.at(), last.actor()));
        }
        return story;
    }

    @Test
    void whoHandedTheCaseOverSubmitsNoDraftThatWasLeft() {
        Story story = Story.ofAnAdult().with(ARRIVED).does(BG, NATIONAL_FOCAL_POINT, enquiry());
        story.handoverAcknowledgedBy(BG).handoverAcknowledgedBy(RO);

        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                new SubmitReferral(CASE, enquiry().referralId()),
                Rule.NOT_HOLDER);
    }

    @Test
    void anEnquiryThatIsForwardedAfterTheHandoverIsLeftToWhoHoldsTheCaseNow() {
        ReferralId enquiry = enquiry().referralId();
        ReferralId draft = new ReferralId(new UUID(9, 10));
        Story story = Story.ofAnAdult().with(ARRIVED).does(BG, NATIONAL_FOCAL_POINT, enquiry());
        story.to(DE).consentedAgain().does(BG, NATIONAL_FOCAL_POINT, new SubmitReferral(CASE, enquiry));
        story.does(DE, NATIONAL_FOCAL_POINT, new AcknowledgeReceipt(CASE, enquiry));
        story.to(RO).handoverAcknowledgedBy(BG).handoverAcknowledgedBy(RO);

        story.refuses(
                person(DE, NATIONAL_FOCAL_POINT),
                new ForwardReferral(CASE, enquiry, RO, draft),
                Rule.REFERRAL_TO_HOLDER);
        story.does(DE, NATIONAL_FOCAL_POINT, new ForwardReferral(CASE, enquiry, AL, draft));

        assertThat(story.state.referral(draft).orElseThrow().from()).isEqualTo(RO);
    }

    private static DraftReferral enquiry() {
        return new DraftReferral(
                CASE,
                new ReferralId(new UUID(9, 9)),
                ReferralKind.INFORMATION_OR_SERVICE,
                DE,
                ReferralReason.PROCEEDINGS_ABROAD,
                Urgency.ROUTINE);
    }

    @Test
    void whatIsAnsweredAndAcceptedMustStillBeConsentedTo() {
        Story asked = Story.ofAnAdult().with(INFO_REQUESTED).later(Duration.ofDays(181));
        asked.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                new SupplyInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)),
                Rule.DISCLOSURE_CONSENT_REQUIRED);
        Story received = Story.ofAnAdult().with(RECEIVED).later(Duration.ofDays(181));
        received.refuses(person(RO, NATIONAL_FOCAL_POINT), received.acceptance(), Rule.CONSENT_REQUIRED);
    }

    @Test
    void informationMustBeSuppliedInFull() {
        Story story = Story.ofAnAdult().with(INFO_REQUESTED);
        SupplyInformation other = new SupplyInformation(CASE, REFERRAL, Set.of(InformationItem.CONSENT_DETAIL));
        Decision.Refused refused = story.refuses(person(BG, NATIONAL_FOCAL_POINT), other, Rule.INFORMATION_INCOMPLETE);
        assertThat(refused.facts().get("asked")).contains("NEEDS_DETAIL");
    }

    @Test
    void anAcceptanceWaitsForEachOfItsConditions() {
        Story story = Story.ofAnAdult().with(CONDITIONALLY_ACCEPTED);
        story.refuses(person(RO, NATIONAL_FOCAL_POINT), story.acceptance(), Rule.CONDITIONS_OPEN);
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                new MeetCondition(CASE, REFERRAL, AcceptanceCondition.COSTS_AGREED, null),
                Rule.CONDITION_NOT_OPEN);
        story.does(
                BG,
                NATIONAL_FOCAL_POINT,
                new MeetCondition(CASE, REFERRAL, AcceptanceCondition.MEDICAL_CLEARANCE, null));
        story.does(RO, NATIONAL_FOCAL_POINT, story.acceptance());
        assertThat(story.referralState()).isEqualTo(ACCEPTED);
    }

    @Test
    void anOrganisationOfAnotherCountryCannotReceive() {
        Story story = Story.ofAnAdult().with(RECEIVED);
        AcceptReferral wrong = new AcceptReferral(
                CASE, REFERRAL, focalPointOf(DE), story.acceptance().caseManager(), Set.of());
        story.refuses(person(RO, NATIONAL_FOCAL_POINT), wrong, Rule.ORGANISATION_NOT_IN_COUNTRY);
    }

    @Test
    void aCountryThatPausedReferralsIsNotAsked() {
        Story story = Story.ofAnAdult().with(DRAFT);
        story.countries.pause(RO);
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT), new SubmitReferral(CASE, REFERRAL), Rule.COUNTRY_TAKES_NO_REFERRALS);
    }

    @Test
    void aReferralIsNotDraftedToTheHolderNorOutsideTheDirectoryNorTwiceUnderOneId() {
        Story story = Story.ofAnAdult().opened().identified();
        Actor focalPoint = person(BG, NATIONAL_FOCAL_POINT);
        story.refuses(focalPoint, draftTo(BG), Rule.REFERRAL_TO_HOLDER);
        story.refuses(focalPoint, draftTo(CountryCode.of("FR")), Rule.COUNTRY_NOT_IN_DIRECTORY);
        story.does(focalPoint, draftTo(RO));
        story.refuses(focalPoint, draftTo(RO), Rule.REFERRAL_ID_USED);
    }

    private static DraftReferral draftTo(CountryCode country) {
        return new DraftReferral(
                CASE,
                REFERRAL,
                ReferralKind.INFORMATION_OR_SERVICE,
                country,
                ReferralReason.MISSING_PERSON_SEARCH,
                Urgency.ROUTINE);
    }

    @Test
    void aChildWithoutAGuardianIsNotReferred() {
        Story story = Story.ofAChild().opened();
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), story.draft(), Rule.GUARDIAN_REQUIRED);
    }

    @Test
    void aCountryFoundUnacceptableIsNotAskedUntilAnotherAssessment() {
        Story story = Story.ofAnAdult().with(DRAFT).assessed(BG, RiskLevel.UNACCEPTABLE);
        SubmitReferral submit = new SubmitReferral(CASE, REFERRAL);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), submit, Rule.RISK_UNACCEPTABLE);
        story.assessed(BG, RiskLevel.MEDIUM).does(BG, NATIONAL_FOCAL_POINT, submit);
    }

    @Test
    void submittingNeedsConsentToTheEnquiryAndToDisclosure() {
        Story story = Story.ofAnAdult()
                .opened()
                .identified()
                .does(BG, NATIONAL_FOCAL_POINT, Story.ofAnAdult().draft());
        SubmitReferral submit = new SubmitReferral(CASE, REFERRAL);
        Actor focalPoint = person(BG, NATIONAL_FOCAL_POINT);
        story.refuses(focalPoint, submit, Rule.CONSENT_REQUIRED);
        story.does(focalPoint, story.consent(ConsentScope.ENQUIRY));
        story.refuses(focalPoint, submit, Rule.DISCLOSURE_CONSENT_REQUIRED);
        story.does(focalPoint, story.consent(ConsentScope.DISCLOSURE));
        story.does(focalPoint, submit);
    }

    @Test
    void monitoringReportsAreFiledInTheirOrder() {
        Story story = Story.ofAnAdult().with(HANDED_OVER);
        story.refuses(
                person(RO, NATIONAL_FOCAL_POINT),
                story.report(MonitoringMilestone.AFTER_1_MONTH),
                Rule.MILESTONE_NOT_NEXT);
        for (MonitoringMilestone milestone : MonitoringMilestone.values()) {
            story.does(RO, NATIONAL_FOCAL_POINT, story.report(milestone));
        }
        assertThat(story.referral().deadline().limit()).isEqualTo(TimeLimit.MONITORING);
        story.does(RO, NATIONAL_FOCAL_POINT, new CompleteReferral(CASE, REFERRAL));
        assertThat(story.referralState()).isEqualTo(COMPLETED);
    }

    @Test
    void stepsOfATransferAreRefusedForAnInformationReferral() {
        Story story = Story.ofAnAdult().askingForInformation().with(ACCEPTED);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), SIGN, Rule.ONLY_FOR_TRANSFERS);
        story.refuses(person(BG, NATIONAL_FOCAL_POINT), story.departure(), Rule.ONLY_FOR_TRANSFERS);
        story.refuses(
                person(BG, NATIONAL_FOCAL_POINT),
                new ConfirmPrecondition(CASE, REFERRAL, Evidence.PASSPORT, story.today(), null),
                Rule.ONLY_FOR_TRANSFERS);
        Story transfer = Story.ofAnAdult().with(ACCEPTED);
        transfer.refuses(
                person(RO, NATIONAL_FOCAL_POINT),
                new DeliverAnswer(CASE, REFERRAL, AnswerKind.NOTHING_FOUND),
                Rule.ONLY_FOR_INFORMATION);
    }
}
