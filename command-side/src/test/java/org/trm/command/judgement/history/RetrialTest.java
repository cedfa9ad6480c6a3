package org.trm.command.judgement.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.MONITORING;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.DATA_PROTECTION_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.SYSTEM_OPERATOR;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.casefile.Story;
import org.trm.command.casefile.closing.CloseCase;
import org.trm.command.casefile.erasure.ConfirmErasure;
import org.trm.command.casefile.erasure.RedactSealedData;
import org.trm.command.casefile.erasure.RequestErasure;
import org.trm.command.casefile.erasure.WithdrawErasureRequest;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.person.AttachDocument;
import org.trm.command.casefile.person.WithdrawDocument;
import org.trm.command.casefile.protection.ExtendReflectionPeriod;
import org.trm.command.casefile.protection.GrantReflectionPeriod;
import org.trm.command.casefile.protection.TerminateReflectionPeriod;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.DeliverAnswer;
import org.trm.command.casefile.referral.RecordDeparture;
import org.trm.command.casefile.referral.ResumeJourney;
import org.trm.command.casefile.referral.RevokePrecondition;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.command.judgement.history.JudgedAct.Lapse;
import org.trm.command.judgement.history.JudgedAct.Verdict;
import org.trm.command.judgement.history.RunLimit.Kept;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Allowance;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.ContentHash;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DocumentId;
import org.trm.events.types.DocumentWithdrawalGround;
import org.trm.events.types.ErasureGround;
import org.trm.events.types.Evidence;
import org.trm.events.types.Need;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Procedure;
import org.trm.events.types.ReferralState;
import org.trm.events.types.ReflectionTermination;
import org.trm.events.types.Remainder;
import org.trm.events.types.Sealed;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;

/** What another procedure would have made of a history. */
class RetrialTest {
    /** What random walks hardly ever come to. */
    static final Set<Class<? extends CaseCommand>> SELDOM = Set.of(
            GrantReflectionPeriod.class,
            ExtendReflectionPeriod.class,
            TerminateReflectionPeriod.class,
            AttachDocument.class,
            WithdrawDocument.class,
            RequestErasure.class,
            WithdrawErasureRequest.class,
            ConfirmErasure.class,
            RedactSealedData.class,
            RevokePrecondition.class,
            ResumeJourney.class,
            DeliverAnswer.class);

    private final Story story = Story.ofAnAdult();

    private Procedure procedure(CountryCode country) {
        return story.countries.procedure(country).values();
    }

    private Tried with(CountryCode country, TimeLimit limit, TimeSpan escalates, TimeSpan lapses) {
        return Tried.under(story, country, Tried.with(procedure(country), limit, new Allowance(escalates, lapses)));
    }

    private static Refused refused(JudgedAct act) {
        assertThat(act.verdict()).isEqualTo(Verdict.REFUSED);
        return (Refused) act.decision();
    }

    @ParameterizedTest
    @EnumSource(ReferralState.class)
    void byTheProcedureOfItsDayAHistoryIsJudgedAsItWas(ReferralState state) {
        story.with(state);
        for (CountryCode country : List.of(BG, RO, DE)) {
            Tried tried = Tried.again(story, country);
            assertThat(tried.acts()).allSatisfy(act -> assertThat(act.verdict()).isEqualTo(Verdict.AS_RECORDED));
            assertThat(tried.limits())
                    .isNotEmpty()
                    .allSatisfy(limit -> assertThat(limit.other()).isEqualTo(limit.day()));
        }
    }

    @Test
    void whatHappensSeldomIsJudgedAsItWasToo() {
        Actor officer = person(BG, DATA_PROTECTION_OFFICER);
        Actor second = new Actor(
                officer.kind(),
                new UUID(2, 2),
                officer.issuer(),
                officer.organisation(),
                officer.country(),
                officer.role());
        Actor operator = new Actor(ActorKind.PERSON, new UUID(8, 8), "test", null, null, SYSTEM_OPERATOR);
        DocumentId document = new DocumentId(new UUID(3, 3));
        Sealed description = new Sealed(CASE, 1, DataClass.B, PersonalField.PAPERS, null, "c2VhbGVk");
        Story whole = story.opened()
                .does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null))
                .does(BG, COMPETENT_AUTHORITY, grant(30))
                .does(
                        BG,
                        COMPETENT_AUTHORITY,
                        new ExtendReflectionPeriod(CASE, story.today().plusDays(40)))
                .does(
                        BG,
                        COMPETENT_AUTHORITY,
                        new TerminateReflectionPeriod(CASE, ReflectionTermination.PUBLIC_ORDER, null))
                .does(
                        BG,
                        NATIONAL_FOCAL_POINT,
                        new AttachDocument(CASE, document, description, ContentHash.of(new byte[1]), null))
                .does(
                        BG,
                        NATIONAL_FOCAL_POINT,
                        new WithdrawDocument(CASE, document, DocumentWithdrawalGround.WRONG_PERSON))
                .does(BG, NATIONAL_FOCAL_POINT, new CloseCase(CASE, ClosureReason.LOST_CONTACT, null))
                .does(officer, new RequestErasure(CASE, ErasureGround.DATA_SUBJECT_REQUEST))
                .does(second, new WithdrawErasureRequest(CASE))
                .does(officer, new RequestErasure(CASE, ErasureGround.DATA_SUBJECT_REQUEST))
                .does(second, new ConfirmErasure(CASE))
                .does(
                        operator,
                        new RedactSealedData(CASE, Set.of(new Remainder(5L, ContentHash.of(new byte[2]))), true));
        Story resumed = Story.ofAnAdult().with(ReferralState.INTERRUPTED);
        resumed.does(
                BG, NATIONAL_FOCAL_POINT, new ResumeJourney(CASE, REFERRAL, resumed.now.plus(Duration.ofHours(5))));
        Story revoked = Story.ofAnAdult().with(PREPARING);
        revoked.does(BG, NATIONAL_FOCAL_POINT, new RevokePrecondition(CASE, REFERRAL, Evidence.PASSPORT));
        Story answered = Story.ofAnAdult().askingForInformation().with(ReferralState.COMPLETED);

        List<JudgedAct> judged = Stream.of(whole, revoked, resumed, answered)
                .flatMap(one -> Tried.again(one, BG).acts().stream())
                .toList();

        assertThat(judged).allSatisfy(act -> assertThat(act.verdict()).isEqualTo(Verdict.AS_RECORDED));
        assertThat(judged.stream().<Object>map(act -> act.command().getClass())).containsAll(SELDOM);
    }

    private GrantReflectionPeriod grant(int days) {
        return new GrantReflectionPeriod(CASE, story.today(), story.today().plusDays(days), null);
    }

    @Test
    void aDecisionThatWasInTimeWouldHaveComeTooLate() {
        story.with(RECEIVED).later(Duration.ofDays(7)).accepted();

        Tried tried = with(RO, TimeLimit.DECISION, TimeSpan.days(2), TimeSpan.days(5));

        JudgedAct acceptance = tried.first(AcceptReferral.class);
        Refused refused = refused(acceptance);
        assertThat(refused.rule()).isEqualTo(Rule.MUST_AWAIT_DECISION);
        assertThat(refused.facts()).containsEntry("state", "EXPIRED");
        RunLimit decision = tried.limit(TimeLimit.DECISION);
        assertThat(acceptance.lapsed())
                .containsExactly(
                        new Lapse(REFERRAL, TimeLimit.DECISION, decision.other().lapsesAt()));
        assertThat(decision.other().lapsesAt())
                .isEqualTo(decision.other().startsAt().plus(Duration.ofDays(5)));
        assertThat(decision.kept(decision.day(), story.now)).isEqualTo(Kept.IN_TIME);
        assertThat(decision.kept(decision.other(), story.now)).isEqualTo(Kept.LAPSED);
        assertThat(decision.endedBy()).isEqualTo(acceptance.version());
    }

    @Test
    void eachActIsJudgedByItselfAsIfAllBeforeItHadStood() {
        story.with(RECEIVED)
                .later(Duration.ofDays(7))
                .accepted()
                .prepared()
                .signed(BG)
                .signed(RO);

        Tried tried = with(RO, TimeLimit.DECISION, TimeSpan.days(2), TimeSpan.days(5));

        assertThat(tried.acts().stream().filter(act -> act.verdict() != Verdict.AS_RECORDED))
                .extracting(JudgedAct::command)
                .containsExactly(story.acceptance());
        assertThat(tried.first(RecordRiskAssessment.class).lapsed()).isEmpty();
    }

    @Test
    void consentsOnWhichADepartureRestedWouldHaveLapsed() {
        story.with(PREPARING).later(Duration.ofDays(12)).signed(BG).signed(RO);
        story.does(BG, NATIONAL_FOCAL_POINT, story.departure());

        Tried tried = Tried.under(story, BG, Tried.withDays(procedure(BG), 30, 90, 10));

        Refused signature = refused(tried.first(AuthoriseDeparture.class));
        assertThat(signature.rule()).isEqualTo(Rule.CONSENT_TO_TRANSFER_MISSING);
        assertThat(signature.facts()).containsEntry("unmet", "G-1, G-2");
        assertThat(refused(tried.first(RecordDeparture.class)).rule()).isEqualTo(Rule.CONSENT_TO_TRANSFER_MISSING);
        assertThat(tried.acts().stream()
                        .flatMap(act ->
                                Counted.differences(
                                        act.recorded().get(0).event(),
                                        act.counted().get(0))
                                        .stream()))
                .hasSize(3)
                .allSatisfy(counted -> {
                    assertThat(counted.event()).isEqualTo("ConsentGiven");
                    assertThat(counted.field()).isEqualTo("validUntil");
                    assertThat(counted.recorded()).startsWith("2026-08-29T");
                    assertThat(counted.counted()).startsWith("2026-03-12T");
                });
    }

    @Test
    void anAssessmentOfRiskWouldHaveLapsed() {
        story.with(PREPARING).later(Duration.ofDays(12)).signed(BG);

        Tried tried = Tried.under(story, RO, Tried.withDays(procedure(RO), 30, 10, 180));

        Refused signature = refused(tried.first(AuthoriseDeparture.class));
        assertThat(signature.rule()).isEqualTo(Rule.RISK_NOT_ASSESSED);
        assertThat(signature.facts()).containsEntry("unmet", "G-3");
    }

    @Test
    void aNeedThatNobodyHadToAnswerWouldHaveHeldHerBack() {
        story.with(PREPARING).signed(BG).signed(RO).does(BG, NATIONAL_FOCAL_POINT, story.departure());
        story.does(RO, NATIONAL_FOCAL_POINT, new ConfirmArrival(CASE, REFERRAL, story.today()));

        Tried tried = Tried.under(
                story, BG, Tried.withMandatoryNeeds(procedure(BG), Set.of(Need.SHELTER, Need.MEDICAL, Need.LEGAL)));

        assertThat(refused(tried.first(AuthoriseDeparture.class)).rule()).isEqualTo(Rule.SERVICES_UNCONFIRMED);
        assertThat(refused(tried.first(RecordDeparture.class)).facts()).containsEntry("unmet", "G-7");
        assertThat(tried.first(ConfirmArrival.class).verdict()).isEqualTo(Verdict.AS_RECORDED);
    }

    @Test
    void aReflectionPeriodWouldHaveBeenTooShort() {
        story.opened()
                .does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null))
                .does(BG, COMPETENT_AUTHORITY, grant(30));

        Tried tried = Tried.under(story, BG, Tried.withDays(procedure(BG), 45, 90, 180));

        Refused grant = refused(tried.first(GrantReflectionPeriod.class));
        assertThat(grant.rule()).isEqualTo(Rule.REFLECTION_TOO_SHORT);
        assertThat(grant.facts()).containsEntry("leastDays", "45");
        // What was granted ran all the same, by the values of its day.
        assertThat(tried.limit(TimeLimit.REFLECTION).other())
                .isEqualTo(tried.limit(TimeLimit.REFLECTION).day());
    }

    @Test
    void whatExpiredWouldNotHaveBeenDue() {
        story.with(SUBMITTED).later(Duration.ofDays(30)).passes(TimeLimit.ACKNOWLEDGEMENT);

        Tried later = with(RO, TimeLimit.ACKNOWLEDGEMENT, TimeSpan.days(60), TimeSpan.days(90));
        assertThat(later.first(PassTimeLimit.class).verdict()).isEqualTo(Verdict.NOT_YET_DUE);
        RunLimit limit = later.limit(TimeLimit.ACKNOWLEDGEMENT);
        assertThat(limit.kept(limit.day(), story.now)).isEqualTo(Kept.LAPSED);
        assertThat(limit.kept(limit.other(), story.now)).isEqualTo(Kept.IN_TIME);

        Tried onlyTold = with(RO, TimeLimit.ACKNOWLEDGEMENT, TimeSpan.days(2), TimeSpan.days(90));
        assertThat(onlyTold.first(PassTimeLimit.class).verdict()).isEqualTo(Verdict.OTHERWISE);
        assertThat(onlyTold.first(PassTimeLimit.class).events()).hasValue(List.of("DeadlineEscalated"));
    }

    @Test
    void aReminderThatWouldNotHaveComeMovesNoClock() {
        story.with(RECEIVED)
                .later(Duration.ofDays(15))
                .passes(TimeLimit.DECISION)
                .later(Duration.ofDays(2))
                .accepted();

        Tried longer = with(RO, TimeLimit.DECISION, TimeSpan.days(25), TimeSpan.days(40));
        assertThat(longer.first(PassTimeLimit.class).verdict()).isEqualTo(Verdict.NOT_YET_DUE);
        assertThat(longer.first(AcceptReferral.class).verdict()).isEqualTo(Verdict.AS_RECORDED);
        RunLimit limit = longer.limit(TimeLimit.DECISION);
        assertThat(limit.kept(limit.day(), story.now)).isEqualTo(Kept.REMINDED);
        assertThat(limit.kept(limit.other(), story.now)).isEqualTo(Kept.IN_TIME);

        // It was told when the other procedure would have had it over already: that it is over is judged all the same.
        Tried shorter = with(RO, TimeLimit.DECISION, TimeSpan.days(15), TimeSpan.days(16));
        assertThat(shorter.first(PassTimeLimit.class).verdict()).isEqualTo(Verdict.AS_RECORDED);
        assertThat(refused(shorter.first(AcceptReferral.class)).facts()).containsEntry("state", "EXPIRED");
    }

    @Test
    void signaturesWouldHaveBeenVoidWhenTheTimeToDepartHadPassed() {
        story.with(PREPARING).signed(BG).signed(RO).later(Duration.ofDays(5));
        story.does(BG, NATIONAL_FOCAL_POINT, story.departure());

        Tried tried = with(BG, TimeLimit.DEPARTURE, TimeSpan.days(1), TimeSpan.days(3));

        JudgedAct departure = tried.first(RecordDeparture.class);
        assertThat(refused(departure).facts()).containsEntry("state", "PREPARING");
        assertThat(departure.lapsed()).extracting(Lapse::limit).containsExactly(TimeLimit.DEPARTURE);
    }

    @Test
    void theProcedureOfACountryWithoutPartInTheCaseChangesNothing() {
        story.with(MONITORING);

        Tried tried = Tried.under(
                story,
                DE,
                Tried.withDays(
                        Tried.with(
                                procedure(DE), TimeLimit.DECISION, new Allowance(TimeSpan.hours(1), TimeSpan.hours(2))),
                        90,
                        1,
                        1));

        assertThat(tried.acts()).allSatisfy(act -> assertThat(act.verdict()).isEqualTo(Verdict.AS_RECORDED));
    }

    @Test
    void everyLimitThatRanIsToldOnceWithItsEnd() {
        story.with(MONITORING);

        List<RunLimit> limits = Tried.again(story, RO).limits();

        assertThat(limits)
                .extracting(limit -> limit.day().limit())
                .containsExactly(
                        TimeLimit.REASONABLE_GROUNDS,
                        TimeLimit.DRAFT,
                        TimeLimit.ACKNOWLEDGEMENT,
                        TimeLimit.DECISION,
                        TimeLimit.PREPARATION,
                        TimeLimit.DEPARTURE,
                        TimeLimit.ARRIVAL,
                        TimeLimit.HANDOVER,
                        TimeLimit.MONITORING,
                        TimeLimit.MONITORING);
        assertThat(limits.subList(0, 9))
                .allSatisfy(limit -> assertThat(limit.endedBy()).isNotNull());
        assertThat(limits.get(9).endedBy()).isNull();
    }
}
