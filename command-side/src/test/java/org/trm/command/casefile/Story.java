package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.focalPointOf;
import static org.trm.command.casefile.Countries.person;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.consent.WithdrawConsent;
import org.trm.command.casefile.identification.DecideIdentification;
import org.trm.command.casefile.identification.DecideReasonableGrounds;
import org.trm.command.casefile.intake.OpenCase;
import org.trm.command.casefile.protection.AppointGuardian;
import org.trm.command.casefile.protection.DetermineBestInterests;
import org.trm.command.casefile.protection.WaiveReflectionPeriod;
import org.trm.command.casefile.referral.AcceptConditionally;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.AcknowledgeHandover;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.CompleteReferral;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.DeclineReferral;
import org.trm.command.casefile.referral.DeliverAnswer;
import org.trm.command.casefile.referral.DraftReferral;
import org.trm.command.casefile.referral.FailTransfer;
import org.trm.command.casefile.referral.ForwardReferral;
import org.trm.command.casefile.referral.RecordDeparture;
import org.trm.command.casefile.referral.RecordIncident;
import org.trm.command.casefile.referral.RequestInformation;
import org.trm.command.casefile.referral.SubmitMonitoringReport;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.referral.WaiveMonitoringReport;
import org.trm.command.casefile.referral.WithdrawReferral;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.Actor;
import org.trm.events.types.AgeBand;
import org.trm.events.types.AnswerKind;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.CaseId;
import org.trm.events.types.ChildView;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.Evidence;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.Gender;
import org.trm.events.types.IncidentKind;
import org.trm.events.types.InformationItem;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.LegalStayNeed;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReferralState;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Role;
import org.trm.events.types.SafetyFinding;
import org.trm.events.types.Side;
import org.trm.events.types.StaffId;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TraffickingAct;
import org.trm.events.types.TraffickingMeans;
import org.trm.events.types.TransferFailure;
import org.trm.events.types.Urgency;
import org.trm.events.types.WithdrawalReason;

/**
 * A case as it is told in a test: Bulgaria holds it, Romania is asked. Each step must happen; {@link #refuses} is for
 * those that must not, and checks that nothing changed.
 */
public final class Story {
    public static final CaseId CASE = new CaseId(new UUID(0x0192f0c1_0000_7000L, 0x8000_0000_0000_0001L));
    public static final ReferralId REFERRAL = new ReferralId(new UUID(0x0192f0c1_0000_7000L, 0x8000_0000_0000_0002L));
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public final Countries countries = new Countries();
    public final List<Recorded<CaseEvent>> history = new ArrayList<>();
    public final AgeBand ageBand;
    public ReferralKind kind = ReferralKind.CUSTODY_TRANSFER;
    public CountryCode to = RO;
    public Instant now = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
    public CaseState state;
    public List<CaseEvent> happened = List.of();

    private long acts;
    private BiPredicate<Actor, CaseCommand> leftOut = (actor, command) -> false;

    private Story(AgeBand ageBand) {
        this.ageBand = ageBand;
    }

    public static Story ofAnAdult() {
        return new Story(AgeBand.FROM_21_TO_23);
    }

    public static Story ofAChild() {
        return new Story(AgeBand.FROM_9_TO_17);
    }

    public Story to(CountryCode country) {
        to = country;
        return this;
    }

    public Story askingForInformation() {
        kind = ReferralKind.INFORMATION_OR_SERVICE;
        return this;
    }

    /** From now on nobody does what is meant here: the story goes on without. */
    Story without(BiPredicate<Actor, CaseCommand> some) {
        leftOut = some;
        return this;
    }

    /** From now on everything is done that the story tells. */
    Story whole() {
        return without((actor, command) -> false);
    }

    public Decision judge(Actor actor, CaseCommand command) {
        return Judge.judge(command, state, new Context(actor, now, countries, null));
    }

    public Story does(CountryCode country, Role role, CaseCommand command) {
        return does(person(country, role), command);
    }

    public Story does(Actor actor, CaseCommand command) {
        if (leftOut.test(actor, command)) {
            return this;
        }
        Decision decision = judge(actor, command);
        assertThat(decision).as(command.toString()).isInstanceOf(Happened.class);
        happened = ((Happened) decision).events();
        UUID act = new UUID(0, ++acts);
        for (CaseEvent event : happened) {
            long version = state == null ? 1 : state.version() + 1;
            Recorded<CaseEvent> recorded = new Recorded<>(event, version, now, actor, act, null);
            history.add(recorded);
            state = CaseState.after(state, recorded);
        }
        assertThat(decision.version()).isEqualTo(state.version());
        return this;
    }

    /** The command is refused with exactly this code, and the case stays as it was. */
    public Refused refuses(Actor actor, CaseCommand command, Rule rule) {
        CaseState before = state;
        Decision decision = judge(actor, command);
        assertThat(decision)
                .as(command.toString())
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo(rule));
        assertThat(state).isSameAs(before);
        return (Refused) decision;
    }

    public Story later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The clock strikes for a limit of the referral. */
    public Story passes(TimeLimit limit) {
        return does(Actor.CLOCK, new PassTimeLimit(CASE, REFERRAL, limit));
    }

    public Referral referral() {
        return state.referral(REFERRAL).orElseThrow();
    }

    public ReferralState referralState() {
        return referral().state();
    }

    public boolean minor() {
        return ageBand.minor();
    }

    // The way of a referral, step by step.

    public Story opened() {
        return does(
                BG, NATIONAL_FOCAL_POINT, new OpenCase(CASE, DetectionSource.POLICE, minimalDataSet(ageBand), TODAY));
    }

    public static MinimalDataSet minimalDataSet(AgeBand ageBand) {
        return new MinimalDataSet(
                ageBand,
                Gender.FEMININE,
                new LanguageCode("ron"),
                new CitizenshipCode("RO"),
                ExploitationForm.SEXUAL_EXPLOITATION,
                Set.of(Need.SHELTER, Need.MEDICAL, Need.LEGAL),
                Urgency.ROUTINE,
                RiskLevel.MEDIUM,
                LegalStayNeed.CITIZEN_OR_PERMANENT_RESIDENT);
    }

    public Story identified() {
        does(BG, COMPETENT_AUTHORITY, new DecideReasonableGrounds(CASE, true, null));
        does(
                BG,
                COMPETENT_AUTHORITY,
                new DecideIdentification(
                        CASE,
                        true,
                        Set.of(TraffickingAct.RECRUITMENT),
                        Set.of(TraffickingMeans.DECEPTION),
                        Set.of(ExploitationForm.SEXUAL_EXPLOITATION),
                        null,
                        null));
        does(BG, NATIONAL_FOCAL_POINT, new WaiveReflectionPeriod(CASE, null));
        return minor() ? does(BG, CHILD_PROTECTION_AUTHORITY, new AppointGuardian(CASE, null, null)) : this;
    }

    public Story consented() {
        for (ConsentScope scope : List.of(ConsentScope.ENQUIRY, ConsentScope.TRANSFER, ConsentScope.DISCLOSURE)) {
            does(BG, NATIONAL_FOCAL_POINT, consent(scope));
        }
        return this;
    }

    /** The same consents for the country that the story has turned to. */
    public Story consentedAgain() {
        for (ConsentScope scope : List.of(ConsentScope.ENQUIRY, ConsentScope.DISCLOSURE)) {
            does(BG, NATIONAL_FOCAL_POINT, consent(scope));
        }
        return this;
    }

    public RecordConsent consent(ConsentScope scope) {
        return new RecordConsent(
                CASE,
                consentId(scope),
                scope,
                to,
                scope == ConsentScope.DISCLOSURE ? focalPointOf(to) : null,
                scope == ConsentScope.DISCLOSURE ? EnumSet.of(DataClass.B, DataClass.C) : null,
                scope == ConsentScope.DISCLOSURE ? DisclosurePurpose.REFERRAL : null,
                minor() ? ConsentHolder.GUARDIAN : ConsentHolder.ADULT,
                minor() ? ChildView.AGREES : null,
                new LanguageCode("ron"),
                true,
                null,
                null);
    }

    public ConsentId consentId(ConsentScope scope) {
        return new ConsentId(new UUID(to.hashCode(), scope.ordinal()));
    }

    public DraftReferral draft() {
        return new DraftReferral(CASE, REFERRAL, kind, to, ReferralReason.VOLUNTARY_RETURN, Urgency.ROUTINE);
    }

    public Story assessed(CountryCode by, RiskLevel level) {
        return does(by, NATIONAL_FOCAL_POINT, new RecordRiskAssessment(CASE, to, level, today(), null));
    }

    public LocalDate today() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    public AcceptReferral acceptance() {
        return new AcceptReferral(
                CASE,
                REFERRAL,
                focalPointOf(to),
                StaffId.of("00000000-0000-0000-0000-000000000009"),
                Set.of(Need.SHELTER, Need.MEDICAL));
    }

    public Story accepted() {
        does(to, NATIONAL_FOCAL_POINT, acceptance());
        if (kind == ReferralKind.INFORMATION_OR_SERVICE) {
            return this;
        }
        assessed(BG, RiskLevel.LOW).assessed(to, RiskLevel.LOW);
        return minor()
                ? does(to, CHILD_PROTECTION_AUTHORITY, new AppointGuardian(CASE, null, null))
                        .does(BG, CHILD_PROTECTION_AUTHORITY, bestInterests())
                : this;
    }

    public DetermineBestInterests bestInterests() {
        return new DetermineBestInterests(
                CASE,
                BestInterestsOutcome.IN_BEST_INTERESTS,
                DurableSolution.RETURN_WITH_CAREGIVER,
                to,
                Caregiver.AGREED_AND_ABLE,
                true,
                ChildView.AGREES,
                null,
                null);
    }

    public Story confirms(Evidence evidence) {
        return confirms(evidence, null);
    }

    public Story confirms(Evidence evidence, Instant validUntil) {
        CountryCode country = evidence.side() == Side.SENDING ? BG : to;
        return does(
                country, NATIONAL_FOCAL_POINT, new ConfirmPrecondition(CASE, REFERRAL, evidence, today(), validUntil));
    }

    public Story prepared() {
        confirms(Evidence.NATIONALITY_VERIFIED).confirms(Evidence.PASSPORT);
        confirms(Evidence.RECEPTION_ARRANGED).confirms(Evidence.FITNESS_TO_TRAVEL);
        confirms(Evidence.PROCEEDINGS_CHECKED).confirms(Evidence.CONTACT_LIST_GIVEN);
        if (minor()) {
            confirms(Evidence.ESCORT_ARRANGED);
        }
        return to.equals(Countries.AL) ? confirms(Evidence.APPROPRIATE_SAFEGUARDS) : this;
    }

    public Story signed(CountryCode country) {
        return does(country, NATIONAL_FOCAL_POINT, new AuthoriseDeparture(CASE, REFERRAL));
    }

    public RecordDeparture departure() {
        return new RecordDeparture(CASE, REFERRAL, today(), now.plus(Duration.ofHours(8)));
    }

    public Story handoverAcknowledgedBy(CountryCode country) {
        return does(country, NATIONAL_FOCAL_POINT, new AcknowledgeHandover(CASE, REFERRAL));
    }

    public DeliverAnswer answer() {
        return new DeliverAnswer(CASE, REFERRAL, AnswerKind.ANSWERED_IN_FULL);
    }

    public SubmitMonitoringReport report(MonitoringMilestone milestone) {
        return new SubmitMonitoringReport(
                CASE, REFERRAL, milestone, true, SafetyFinding.SAFE, Set.of(Need.SHELTER), RiskLevel.LOW, null);
    }

    /** A case in which the referral has just come to this state, by the shortest way. */
    public Story with(ReferralState wanted) {
        return switch (wanted) {
            case DRAFT -> opened().identified().consented().does(BG, NATIONAL_FOCAL_POINT, draft());
            case SUBMITTED ->
                with(ReferralState.DRAFT).does(BG, NATIONAL_FOCAL_POINT, new SubmitReferral(CASE, REFERRAL));
            case RECEIVED ->
                with(ReferralState.SUBMITTED).does(to, NATIONAL_FOCAL_POINT, new AcknowledgeReceipt(CASE, REFERRAL));
            case INFO_REQUESTED ->
                with(ReferralState.RECEIVED)
                        .does(
                                to,
                                NATIONAL_FOCAL_POINT,
                                new RequestInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)));
            case CONDITIONALLY_ACCEPTED ->
                with(ReferralState.RECEIVED)
                        .does(
                                to,
                                NATIONAL_FOCAL_POINT,
                                new AcceptConditionally(CASE, REFERRAL, Set.of(AcceptanceCondition.MEDICAL_CLEARANCE)));
            case ACCEPTED -> with(ReferralState.RECEIVED).accepted();
            case PREPARING -> with(ReferralState.ACCEPTED).prepared();
            case READY -> with(ReferralState.PREPARING).signed(BG).signed(to);
            case IN_TRANSIT -> with(ReferralState.READY).does(BG, NATIONAL_FOCAL_POINT, departure());
            case INTERRUPTED ->
                with(ReferralState.IN_TRANSIT)
                        .does(
                                BG,
                                NATIONAL_FOCAL_POINT,
                                new RecordIncident(CASE, REFERRAL, IncidentKind.MEDICAL, true, null));
            case ARRIVED ->
                with(ReferralState.IN_TRANSIT)
                        .does(to, NATIONAL_FOCAL_POINT, new ConfirmArrival(CASE, REFERRAL, today()));
            case HANDED_OVER ->
                with(ReferralState.ARRIVED).handoverAcknowledgedBy(BG).handoverAcknowledgedBy(to);
            case MONITORING ->
                with(ReferralState.HANDED_OVER)
                        .does(to, NATIONAL_FOCAL_POINT, report(MonitoringMilestone.AFTER_72_HOURS));
            case COMPLETED ->
                kind == ReferralKind.INFORMATION_OR_SERVICE
                        ? with(ReferralState.ACCEPTED).does(to, NATIONAL_FOCAL_POINT, answer())
                        : with(ReferralState.MONITORING)
                                .waived()
                                .does(to, NATIONAL_FOCAL_POINT, new CompleteReferral(CASE, REFERRAL));
            case DECLINED ->
                with(ReferralState.RECEIVED)
                        .does(
                                to,
                                NATIONAL_FOCAL_POINT,
                                new DeclineReferral(CASE, REFERRAL, DeclineReason.NO_SUITABLE_SERVICE));
            case FORWARDED ->
                with(ReferralState.RECEIVED)
                        .does(
                                to,
                                NATIONAL_FOCAL_POINT,
                                new ForwardReferral(CASE, REFERRAL, Countries.DE, new ReferralId(new UUID(7, 7))));
            case WITHDRAWN ->
                with(ReferralState.SUBMITTED)
                        .does(
                                BG,
                                NATIONAL_FOCAL_POINT,
                                new WithdrawReferral(CASE, REFERRAL, WithdrawalReason.PERSON_CHANGED_PLANS));
            case CONSENT_WITHDRAWN -> with(ReferralState.SUBMITTED).withdrawn(ConsentScope.DISCLOSURE);
            case EXPIRED ->
                with(ReferralState.SUBMITTED).later(Duration.ofDays(30)).passes(TimeLimit.ACKNOWLEDGEMENT);
            case FAILED ->
                with(ReferralState.IN_TRANSIT)
                        .does(
                                BG,
                                NATIONAL_FOCAL_POINT,
                                new FailTransfer(CASE, REFERRAL, TransferFailure.PERSON_RETURNED));
        };
    }

    public Story withdrawn(ConsentScope scope) {
        return does(BG, NATIONAL_FOCAL_POINT, new WithdrawConsent(CASE, consentId(scope), null, null));
    }

    private Story waived() {
        for (MonitoringMilestone milestone : referral().openMilestones()) {
            does(
                    to,
                    NATIONAL_FOCAL_POINT,
                    new WaiveMonitoringReport(CASE, REFERRAL, milestone, MonitoringWaiver.ASSISTANCE_ENDED));
        }
        return this;
    }
}
