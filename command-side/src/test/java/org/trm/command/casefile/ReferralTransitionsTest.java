package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.ACCEPTED;
import static org.trm.events.types.ReferralState.ARRIVED;
import static org.trm.events.types.ReferralState.COMPLETED;
import static org.trm.events.types.ReferralState.CONDITIONALLY_ACCEPTED;
import static org.trm.events.types.ReferralState.CONSENT_WITHDRAWN;
import static org.trm.events.types.ReferralState.DECLINED;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.EXPIRED;
import static org.trm.events.types.ReferralState.FAILED;
import static org.trm.events.types.ReferralState.FORWARDED;
import static org.trm.events.types.ReferralState.HANDED_OVER;
import static org.trm.events.types.ReferralState.INFO_REQUESTED;
import static org.trm.events.types.ReferralState.INTERRUPTED;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.ReferralState.MONITORING;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.ReferralState.WITHDRAWN;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.command.casefile.referral.AcceptConditionally;
import org.trm.command.casefile.referral.AcknowledgeHandover;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.CompleteReferral;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.ConfirmServices;
import org.trm.command.casefile.referral.DeclineReferral;
import org.trm.command.casefile.referral.FailTransfer;
import org.trm.command.casefile.referral.ForwardReferral;
import org.trm.command.casefile.referral.MeetCondition;
import org.trm.command.casefile.referral.RecordIncident;
import org.trm.command.casefile.referral.RequestInformation;
import org.trm.command.casefile.referral.ResumeJourney;
import org.trm.command.casefile.referral.RevokePrecondition;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.referral.SupplyInformation;
import org.trm.command.casefile.referral.WaiveMonitoringReport;
import org.trm.command.casefile.referral.WithdrawReferral;
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.Evidence;
import org.trm.events.types.IncidentKind;
import org.trm.events.types.InformationItem;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralState;
import org.trm.events.types.TransferFailure;
import org.trm.events.types.WithdrawalReason;

/** The whole state machine of a referral: every act in every state, either to its next state or refused by its code. */
class ReferralTransitionsTest {
    private record Act(
            String name,
            CountryCode by,
            Function<Story, ReferralCommand> command,
            Rule refusal,
            Map<ReferralState, ReferralState> moves) {}

    private static final List<Act> ACTS = List.of(
            new Act(
                    "SubmitReferral",
                    BG,
                    s -> new SubmitReferral(CASE, REFERRAL),
                    Rule.MUST_BE_DRAFT,
                    Map.of(DRAFT, SUBMITTED)),
            new Act(
                    "AcknowledgeReceipt",
                    RO,
                    s -> new AcknowledgeReceipt(CASE, REFERRAL),
                    Rule.MUST_AWAIT_ACKNOWLEDGEMENT,
                    Map.of(SUBMITTED, RECEIVED)),
            new Act(
                    "RequestInformation",
                    RO,
                    s -> new RequestInformation(CASE, REFERRAL, Set.of(InformationItem.RESIDENCE_EVIDENCE)),
                    Rule.MUST_BE_UNDECIDED,
                    Map.of(SUBMITTED, INFO_REQUESTED, RECEIVED, INFO_REQUESTED)),
            new Act(
                    "SupplyInformation",
                    BG,
                    s -> new SupplyInformation(CASE, REFERRAL, Set.of(InformationItem.NEEDS_DETAIL)),
                    Rule.MUST_AWAIT_INFORMATION,
                    Map.of(INFO_REQUESTED, RECEIVED)),
            new Act(
                    "AcceptConditionally",
                    RO,
                    s -> new AcceptConditionally(CASE, REFERRAL, Set.of(AcceptanceCondition.COSTS_AGREED)),
                    Rule.MUST_BE_RECEIVED,
                    Map.of(RECEIVED, CONDITIONALLY_ACCEPTED)),
            new Act(
                    "MeetCondition",
                    BG,
                    s -> new MeetCondition(CASE, REFERRAL, AcceptanceCondition.MEDICAL_CLEARANCE, null),
                    Rule.MUST_BE_CONDITIONALLY_ACCEPTED,
                    Map.of(CONDITIONALLY_ACCEPTED, CONDITIONALLY_ACCEPTED)),
            new Act("AcceptReferral", RO, Story::acceptance, Rule.MUST_AWAIT_DECISION, Map.of(RECEIVED, ACCEPTED)),
            new Act(
                    "DeclineReferral",
                    RO,
                    s -> new DeclineReferral(CASE, REFERRAL, DeclineReason.LEGAL_BAR),
                    Rule.MUST_AWAIT_DECISION,
                    Map.of(RECEIVED, DECLINED, CONDITIONALLY_ACCEPTED, DECLINED)),
            new Act(
                    "ForwardReferral",
                    RO,
                    s -> new ForwardReferral(CASE, REFERRAL, Countries.AL, new ReferralId(new UUID(3, 3))),
                    Rule.MUST_BE_RECEIVED,
                    Map.of(RECEIVED, FORWARDED)),
            new Act(
                    "ConfirmServices",
                    RO,
                    s -> new ConfirmServices(CASE, REFERRAL, Set.of(Need.LEGAL)),
                    Rule.MUST_BE_IN_PREPARATION,
                    Map.of(ACCEPTED, ACCEPTED, PREPARING, PREPARING, READY, READY)),
            new Act(
                    "ConfirmPrecondition",
                    BG,
                    s -> new ConfirmPrecondition(CASE, REFERRAL, Evidence.IDENTITY_CARD, s.today(), null),
                    Rule.MUST_BE_IN_PREPARATION,
                    Map.of(ACCEPTED, PREPARING, PREPARING, PREPARING, READY, READY)),
            new Act(
                    "RevokePrecondition",
                    BG,
                    s -> new RevokePrecondition(CASE, REFERRAL, Evidence.PASSPORT),
                    Rule.MUST_BE_IN_PREPARATION,
                    Map.of(PREPARING, PREPARING, READY, PREPARING)),
            new Act(
                    "AuthoriseDeparture",
                    BG,
                    s -> new AuthoriseDeparture(CASE, REFERRAL),
                    Rule.MUST_BE_PREPARING,
                    Map.of(PREPARING, PREPARING)),
            new Act("RecordDeparture", BG, Story::departure, Rule.MUST_BE_READY, Map.of(READY, IN_TRANSIT)),
            new Act(
                    "RecordIncident (journey goes on)",
                    RO,
                    s -> new RecordIncident(CASE, REFERRAL, IncidentKind.DELAY, false, null),
                    Rule.MUST_BE_IN_TRANSIT,
                    Map.of(IN_TRANSIT, IN_TRANSIT)),
            new Act(
                    "RecordIncident (journey stops)",
                    BG,
                    s -> new RecordIncident(CASE, REFERRAL, IncidentKind.MISSING, true, null),
                    Rule.MUST_BE_IN_TRANSIT,
                    Map.of(IN_TRANSIT, INTERRUPTED)),
            new Act(
                    "ResumeJourney",
                    BG,
                    s -> new ResumeJourney(CASE, REFERRAL, s.now.plusSeconds(3600)),
                    Rule.MUST_BE_INTERRUPTED,
                    Map.of(INTERRUPTED, IN_TRANSIT)),
            new Act(
                    "ConfirmArrival",
                    RO,
                    s -> new ConfirmArrival(CASE, REFERRAL, s.today()),
                    Rule.MUST_BE_ON_THE_WAY,
                    Map.of(IN_TRANSIT, ARRIVED, INTERRUPTED, ARRIVED)),
            new Act(
                    "AcknowledgeHandover",
                    RO,
                    s -> new AcknowledgeHandover(CASE, REFERRAL),
                    Rule.MUST_HAVE_ARRIVED,
                    Map.of(ARRIVED, ARRIVED)),
            new Act(
                    "SubmitMonitoringReport",
                    RO,
                    s -> s.report(s.referral().openMilestones().stream()
                            .findFirst()
                            .orElse(MonitoringMilestone.AFTER_12_MONTHS)),
                    Rule.MUST_BE_HANDED_OVER,
                    Map.of(HANDED_OVER, MONITORING, MONITORING, MONITORING)),
            new Act(
                    "WaiveMonitoringReport",
                    RO,
                    s -> new WaiveMonitoringReport(
                            CASE,
                            REFERRAL,
                            s.referral().openMilestones().stream()
                                    .findFirst()
                                    .orElse(MonitoringMilestone.AFTER_12_MONTHS),
                            MonitoringWaiver.CONTACT_UNSAFE),
                    Rule.MUST_BE_HANDED_OVER,
                    Map.of(HANDED_OVER, MONITORING, MONITORING, MONITORING)),
            new Act(
                    "CompleteReferral",
                    RO,
                    s -> new CompleteReferral(CASE, REFERRAL),
                    Rule.MUST_BE_MONITORING,
                    Map.of()),
            new Act(
                    "WithdrawReferral",
                    BG,
                    s -> new WithdrawReferral(CASE, REFERRAL, WithdrawalReason.RISK_CHANGED),
                    Rule.CANNOT_WITHDRAW,
                    Map.of(
                            DRAFT, WITHDRAWN,
                            SUBMITTED, WITHDRAWN,
                            RECEIVED, WITHDRAWN,
                            INFO_REQUESTED, WITHDRAWN,
                            CONDITIONALLY_ACCEPTED, WITHDRAWN,
                            ACCEPTED, WITHDRAWN,
                            PREPARING, WITHDRAWN,
                            READY, WITHDRAWN)),
            new Act(
                    "FailTransfer",
                    BG,
                    s -> new FailTransfer(CASE, REFERRAL, TransferFailure.NOT_RECEIVED),
                    Rule.CANNOT_FAIL,
                    Map.of(READY, FAILED, IN_TRANSIT, FAILED, INTERRUPTED, FAILED, ARRIVED, FAILED)));

    /** Refusals that come for another reason than the state alone. */
    private static final Map<String, Rule> SPECIAL = Map.of(
            "AcceptReferral in CONDITIONALLY_ACCEPTED", Rule.CONDITIONS_OPEN,
            "CompleteReferral in MONITORING", Rule.MONITORING_OPEN);

    /** What belongs to a journey, and to what follows it. */
    private static final Set<String> OF_TRANSFERS = Set.of(
            "ConfirmPrecondition",
            "RevokePrecondition",
            "AuthoriseDeparture",
            "RecordDeparture",
            "RecordIncident (journey goes on)",
            "RecordIncident (journey stops)",
            "ResumeJourney",
            "ConfirmArrival",
            "AcknowledgeHandover",
            "SubmitMonitoringReport",
            "WaiveMonitoringReport",
            "CompleteReferral",
            "FailTransfer");

    /** All that a request for information or a service can come to. */
    private static final Set<ReferralState> OF_INFORMATION = EnumSet.of(
            DRAFT,
            SUBMITTED,
            RECEIVED,
            INFO_REQUESTED,
            CONDITIONALLY_ACCEPTED,
            ACCEPTED,
            COMPLETED,
            DECLINED,
            FORWARDED,
            WITHDRAWN,
            CONSENT_WITHDRAWN,
            EXPIRED);

    @TestFactory
    Stream<DynamicTest> everyActInEveryStateOfATransfer() {
        return inEveryState(ACTS, Set.of(ReferralState.values()), Story::ofAnAdult);
    }

    @TestFactory
    Stream<DynamicTest> everyActInEveryStateOfARequestForInformation() {
        List<Act> acts = ACTS.stream()
                .map(a -> OF_TRANSFERS.contains(a.name())
                        ? new Act(a.name(), a.by(), a.command(), Rule.ONLY_FOR_TRANSFERS, Map.of())
                        : a)
                .toList();
        return inEveryState(acts, OF_INFORMATION, ReferralTransitionsTest::aRequest);
    }

    @TestFactory
    Stream<DynamicTest> anAnswerInEveryStateOfARequestForInformation() {
        Act answer = new Act("DeliverAnswer", RO, Story::answer, Rule.MUST_BE_ACCEPTED, Map.of(ACCEPTED, COMPLETED));
        return inEveryState(List.of(answer), OF_INFORMATION, ReferralTransitionsTest::aRequest);
    }

    @TestFactory
    Stream<DynamicTest> anAnswerInEveryStateOfATransfer() {
        Act answer = new Act("DeliverAnswer", RO, Story::answer, Rule.ONLY_FOR_INFORMATION, Map.of());
        return inEveryState(List.of(answer), Set.of(ReferralState.values()), Story::ofAnAdult);
    }

    @Test
    void anAnswerLeavesTheCaseWhereItIs() {
        assertThat(aRequest().with(COMPLETED).state.holder()).isEqualTo(BG);
    }

    private static Story aRequest() {
        return Story.ofAnAdult().askingForInformation();
    }

    private static Stream<DynamicTest> inEveryState(List<Act> acts, Set<ReferralState> states, Supplier<Story> story) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Act act : acts) {
            for (ReferralState state : states) {
                ReferralState next = act.moves().get(state);
                String name = act.name() + " in " + state;
                tests.add(
                        next == null
                                ? DynamicTest.dynamicTest(
                                        name + " is refused", () -> refuses(act, story.get(), state, name))
                                : DynamicTest.dynamicTest(
                                        name + " leads to " + next, () -> leads(act, story.get(), state, next)));
            }
        }
        return tests.stream();
    }

    private static void leads(Act act, Story story, ReferralState state, ReferralState next) {
        story.with(state);
        assertThat(story.referralState()).isEqualTo(state);

        story.does(by(act), act.command().apply(story));

        assertThat(story.referralState()).isEqualTo(next);
    }

    private static void refuses(Act act, Story story, ReferralState state, String name) {
        story.with(state);
        boolean unseen = state == DRAFT && act.by().equals(RO);
        Rule special = act.refusal() == Rule.ONLY_FOR_TRANSFERS ? act.refusal() : SPECIAL.get(name);
        Rule expected = special == null ? act.refusal() : special;

        story.refuses(by(act), act.command().apply(story), unseen ? Rule.UNKNOWN_CASE : expected);
    }

    private static Actor by(Act act) {
        return person(act.by(), NATIONAL_FOCAL_POINT);
    }
}
