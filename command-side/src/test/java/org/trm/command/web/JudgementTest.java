package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asking what is open, what is missing and what an act would do, over HTTP down to the store. */
@EdgeWithStore.Used
class JudgementTest {
    private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private static final String CASE = """
            {"detectionSource": "NGO", "minimalDataSet": {"ageBand": "FROM_21_TO_23", "gender": "FEMININE",
             "language": "ron", "citizenship": "RO", "exploitation": "SEXUAL_EXPLOITATION", "needs": ["SHELTER"],
             "urgency": "URGENT", "riskLevel": "MEDIUM", "legalStayNeed": "CITIZEN_OR_PERMANENT_RESIDENT"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    /** One step of the way of a referral. */
    private record Step(String actor, String act, String body) {}

    private static List<Step> untilAcceptance() {
        return List.of(
                step("BG COMPETENT_AUTHORITY", "/reasonable-grounds", "{'found': true}"),
                step(
                        "BG COMPETENT_AUTHORITY",
                        "/identification",
                        "{'confirmed': true, 'acts': ['RECRUITMENT'], 'means': ['DECEPTION'],"
                                + " 'purposes': ['SEXUAL_EXPLOITATION']}"),
                step("BG NATIONAL_FOCAL_POINT", "/reflection-period/waiver", "{}"),
                step("BG NATIONAL_FOCAL_POINT", "/consents", consent("'scope': 'ENQUIRY', 'country': 'RO'")),
                step(
                        "BG NATIONAL_FOCAL_POINT",
                        "/consents",
                        consent("'scope': 'DISCLOSURE', 'country': 'RO', 'organisation': 'RO-ANITP',"
                                + " 'dataClasses': ['B'], 'purpose': 'REFERRAL'")),
                step(
                        "BG NATIONAL_FOCAL_POINT",
                        "/referrals",
                        "{'referralId': '{referral}', 'kind': 'CUSTODY_TRANSFER', 'to': 'RO',"
                                + " 'reason': 'VOLUNTARY_RETURN', 'urgency': 'URGENT'}"),
                step("BG NATIONAL_FOCAL_POINT", "/referrals/{referral}/submission", "{}"),
                step("RO NATIONAL_FOCAL_POINT", "/referrals/{referral}/acknowledgement", "{}"),
                step(
                        "RO NATIONAL_FOCAL_POINT",
                        "/referrals/{referral}/acceptance",
                        "{'receivingOrganisation': 'RO-ANITP', 'caseManager': '{referral}', 'services': ['SHELTER']}"));
    }

    private static Step step(String actor, String act, String body) {
        return new Step(actor, act, body.replace('\'', '"'));
    }

    private static String consent(String content) {
        return "{" + content + ", 'holder': 'ADULT', 'language': 'ron', 'interpreter': true}";
    }

    /** A case on this way, and the id of its referral. */
    private final class OnTheWay {
        private final String referral = Ids.next().toString();
        private final String address = "/api/cases/"
                + new Caller(port, "BG NATIONAL_FOCAL_POINT")
                        .does("/api/cases", CASE, 201)
                        .get("caseId")
                        .stringValue();

        private OnTheWay steps(int count) {
            untilAcceptance().stream().limit(count).forEach(this::take);
            return this;
        }

        private OnTheWay accepted() {
            return steps(untilAcceptance().size());
        }

        private void take(Step step) {
            assertThat(new Caller(port, step.actor())
                            .post(address + filled(step.act()), filled(step.body()))
                            .statusCode())
                    .as(step.toString())
                    .isIn(200, 201);
        }

        private String filled(String text) {
            return text.replace("{referral}", referral);
        }

        private JsonNode asked(String actor) {
            return asked(actor, "");
        }

        private JsonNode asked(String actor, String question) {
            return new Caller(port, actor).does(address + "/judgement", question, 200);
        }

        private JsonNode act(String actor, String address) {
            return asked(actor)
                    .get("acts")
                    .valueStream()
                    .filter(act -> act.get("address").stringValue().equals(this.address + filled(address)))
                    .findFirst()
                    .orElseThrow();
        }

        private JsonNode guard(String actor, String number) {
            return asked(actor)
                    .at("/departures/0/guards")
                    .valueStream()
                    .filter(guard -> guard.get("number").stringValue().equals(number))
                    .findFirst()
                    .orElseThrow();
        }

        private List<String> events() {
            return jdbc.sql("SELECT payload_type FROM events.domain_event WHERE aggregate_identifier = ?"
                            + " ORDER BY sequence_number")
                    .param(address.substring("/api/cases/".length()))
                    .query(String.class)
                    .list();
        }
    }

    @Test
    void tellsWhichActsAreOpenAndWhyTheOthersAreNot() {
        OnTheWay way = new OnTheWay().steps(7);
        assertThat(way.act("BG NATIONAL_FOCAL_POINT", "/referrals/{referral}/withdrawal")
                        .get("open")
                        .booleanValue())
                .isTrue();
        JsonNode submission = way.act("BG NATIONAL_FOCAL_POINT", "/referrals/{referral}/submission");
        assertThat(submission.get("act").stringValue()).isEqualTo("submitReferral");
        assertThat(submission.get("party").stringValue()).isEqualTo("SENDER");
        assertThat(submission.get("open").booleanValue()).isFalse();
        assertThat(submission.at("/refusal/code").stringValue()).isEqualTo("MUST_BE_DRAFT");
        assertThat(submission.at("/refusal/facts/state").stringValue()).isEqualTo("SUBMITTED");
        assertThat(submission.at("/refusal/detail").stringValue()).endsWith(".");
        assertThat(way.act("RO NATIONAL_FOCAL_POINT", "/referrals/{referral}/acknowledgement")
                        .get("open")
                        .booleanValue())
                .isTrue();
        assertThat(way.act("RO NATIONAL_FOCAL_POINT", "/needs")
                        .at("/refusal/code")
                        .stringValue())
                .isEqualTo("NOT_HOLDER");
        assertThat(way.act("BG COMPETENT_AUTHORITY", "/referrals/{referral}/withdrawal")
                        .at("/refusal/code")
                        .stringValue())
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void aCountryWithoutPartInTheCaseIsAnsweredAsIfThereWereNone() {
        OnTheWay way = new OnTheWay().steps(6);
        Caller stranger = new Caller(port, "DE NATIONAL_FOCAL_POINT");
        JsonNode hidden = stranger.does(way.address + "/judgement", "", 404);
        JsonNode none = stranger.does("/api/cases/" + UUID.randomUUID() + "/judgement", "", 404);
        assertThat(withoutInstance(hidden)).isEqualTo(withoutInstance(none));
        assertThat(hidden.get("code").stringValue()).isEqualTo("UNKNOWN_CASE");
        // A draft is the sender's own affair.
        assertThat(new Caller(port, "RO NATIONAL_FOCAL_POINT").refused(way.address + "/judgement", "", 404))
                .isEqualTo("UNKNOWN_CASE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BG AUDITOR", "BG NATIONAL_COORDINATOR", "RO AUDITOR", "RO DATA_PROTECTION_OFFICER"})
    void whoOnlyReadsLearnsWhatIsMissingAndThatNothingIsForHer(String reader) {
        JsonNode judgement = new OnTheWay().accepted().asked(reader);
        assertThat(judgement.get("departures").size()).isEqualTo(1);
        assertThat(judgement.at("/departures/0/guards").size()).isEqualTo(11);
        assertThat(judgement.get("acts")).isNotEmpty().allSatisfy(act -> {
            assertThat(act.get("open").booleanValue()).isFalse();
            assertThat(act.at("/refusal/code").stringValue())
                    .isIn("ROLE_NOT_ALLOWED", "NOT_HOLDER", "NOT_SENDER", "NOT_ADDRESSED");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"BG IOM_OFFICER", "BG HEALTH_PROVIDER", "RO GUARDIAN"})
    void whoIsNotNamedOnTheCaseLearnsOfNoReferralNoConsentAndNoVersion(String unnamed) {
        JsonNode judgement = new OnTheWay().accepted().asked(unnamed + " NGO1");
        assertThat(judgement.hasNonNull("version")).isFalse();
        assertThat(judgement.get("departures")).isEmpty();
        assertThat(judgement.get("acts"))
                .isNotEmpty()
                .allSatisfy(
                        act -> assertThat(act.get("address").stringValue()).doesNotContain("referrals/", "consents/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BG NATIONAL_RAPPORTEUR", "BG SYSTEM_OPERATOR", "BG REGIONAL_COORDINATOR", "BG DATA_SUBJECT"})
    void whoSeesNoCaseAsksAboutNone(String role) {
        OnTheWay way = new OnTheWay();
        Caller caller = new Caller(port, role);
        assertThat(caller.refused(way.address + "/judgement", "", 403)).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(caller.refused("/api/cases/" + UUID.randomUUID() + "/judgement", "", 403))
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void theReceivingCountryLearnsOfGuardsWhenItHasAcceptedAndTheHoldersReasonsNever() {
        OnTheWay way = new OnTheWay().steps(8);
        assertThat(way.asked("RO NATIONAL_FOCAL_POINT").get("departures")).isEmpty();
        assertThat(way.asked("BG NATIONAL_FOCAL_POINT").get("departures").size())
                .isEqualTo(1);
        way.take(untilAcceptance().get(8));

        JsonNode consent = way.guard("BG NATIONAL_FOCAL_POINT", "G-1");
        assertThat(consent.get("holds").booleanValue()).isFalse();
        assertThat(consent.get("finding").stringValue()).isEqualTo("NOT_GIVEN");
        assertThat(consent.get("waitsOn").get(0).stringValue()).isEqualTo("SENDING");
        JsonNode told = way.guard("RO NATIONAL_FOCAL_POINT", "G-1");
        assertThat(told.get("holds").booleanValue()).isFalse();
        assertThat(told.has("finding")).isFalse();

        JsonNode disclosure = way.guard("BG NATIONAL_FOCAL_POINT", "G-2");
        assertThat(disclosure.get("finding").stringValue()).isEqualTo("HOLDS");
        assertThat(disclosure.get("until").stringValue()).isNotBlank();
        assertThat(way.guard("RO NATIONAL_FOCAL_POINT", "G-2").has("until")).isFalse();

        JsonNode stay = way.guard("RO NATIONAL_FOCAL_POINT", "G-5");
        assertThat(stay.get("finding").stringValue()).isEqualTo("NOT_GIVEN");
        assertThat(stay.get("waitsOn").get(0).stringValue()).isEqualTo("RECEIVING");
        JsonNode risk = way.guard("RO NATIONAL_FOCAL_POINT", "G-3");
        assertThat(risk.get("waitsOn").size()).isEqualTo(1);
        assertThat(way.guard("BG NATIONAL_FOCAL_POINT", "G-3").get("waitsOn").size())
                .isEqualTo(2);
        assertThat(way.guard("BG NATIONAL_COORDINATOR", "G-1").has("finding")).isFalse();
    }

    @Test
    void evidenceThatWasTakenBackIsToldAsSuch() {
        OnTheWay way = new OnTheWay().accepted();
        String passport = "{'evidence': 'PASSPORT', 'confirmedOn': '" + YESTERDAY + "'}";
        way.take(step("BG NATIONAL_FOCAL_POINT", "/referrals/{referral}/preconditions", passport));
        assertThat(way.guard("RO NATIONAL_FOCAL_POINT", "G-6").get("finding").stringValue())
                .isEqualTo("HOLDS");
        way.take(step(
                "BG NATIONAL_FOCAL_POINT",
                "/referrals/{referral}/preconditions/revocation",
                "{'evidence': 'PASSPORT'}"));
        assertThat(way.guard("RO NATIONAL_FOCAL_POINT", "G-6").get("finding").stringValue())
                .isEqualTo("REVOKED");
    }

    @Test
    void anActDoesWhatItWasSaidToDo() {
        OnTheWay way = new OnTheWay();
        for (Step step : untilAcceptance()) {
            List<String> before = way.events();
            JsonNode outcome = way.asked(step.actor(), question(way, step)).get("outcome");
            assertThat(outcome.get("happens").booleanValue())
                    .as(outcome.toString())
                    .isTrue();
            assertThat(way.events()).isEqualTo(before);

            way.take(step);
            List<String> after = way.events();
            assertThat(outcome.get("events").valueStream().map(e -> "trm.case." + e.stringValue()))
                    .containsExactlyElementsOf(after.subList(before.size(), after.size()));
        }
    }

    @Test
    void anActThatWouldBeRefusedIsToldAsItWouldBe() {
        OnTheWay way = new OnTheWay().steps(7);
        Step again = untilAcceptance().get(6);
        JsonNode outcome = way.asked(again.actor(), question(way, again)).get("outcome");
        assertThat(outcome.get("happens").booleanValue()).isFalse();
        ObjectNode refused = (ObjectNode)
                new Caller(port, again.actor()).does(way.address + way.filled(again.act()), again.body(), 409);
        assertThat(outcome.get("refusal")).isEqualTo(withoutInstance(refused));

        Step toItself = step(
                "BG NATIONAL_FOCAL_POINT",
                "/referrals",
                "{'kind': 'CUSTODY_TRANSFER', 'to': 'BG', 'reason': 'VOLUNTARY_RETURN', 'urgency': 'URGENT'}");
        JsonNode wrong = way.asked(toItself.actor(), question(way, toItself)).at("/outcome/refusal");
        assertThat(wrong.get("code").stringValue()).isEqualTo("REFERRAL_TO_HOLDER");
        assertThat(wrong.at("/errors/0/pointer").stringValue()).isEqualTo("/content/to");
    }

    @Test
    void aQuestionThatIsWrongNamesItsField() {
        OnTheWay way = new OnTheWay();
        Caller caller = new Caller(port, "BG NATIONAL_FOCAL_POINT");
        String ofAnother = "{\"act\": \"/api/cases/" + UUID.randomUUID() + "/needs\"}";
        String noAct = "{\"act\": \"" + way.address + "/tea-break\"}";
        for (String question : List.of(ofAnother, noAct)) {
            JsonNode problem = caller.does(way.address + "/judgement", question, 422);
            assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/act");
            assertThat(problem.at("/errors/0/code").stringValue()).isEqualTo("UNKNOWN_ACT");
        }
        String content = "{\"act\": \"" + way.address + "/needs\", \"content\": {\"needs\": [\"GOLD\"], \"x\": 1}}";
        JsonNode problem = caller.does(way.address + "/judgement", content, 422);
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").stringValue()))
                .containsExactly("/content/needs/0", "/content/x");
    }

    @Test
    void nothingIsAppendedOrRemembered() {
        OnTheWay way = new OnTheWay().accepted();
        List<Map<String, Object>> before = kept();
        for (String actor : List.of("BG NATIONAL_FOCAL_POINT", "RO NATIONAL_FOCAL_POINT", "BG AUDITOR")) {
            way.asked(actor);
            untilAcceptance().forEach(step -> way.asked(actor, question(way, step)));
            new Caller(port, actor)
                    .post(way.address + "/judgement", "", Map.of("Idempotency-Key", "asked", "If-Match", "\"1\""));
        }
        assertThat(kept()).isEqualTo(before);
    }

    private List<Map<String, Object>> kept() {
        return jdbc.sql("SELECT (SELECT count(*) FROM events.domain_event) AS events,"
                        + " (SELECT count(*) FROM acts.idempotency) AS remembered")
                .query()
                .listOfRows();
    }

    private static String question(OnTheWay way, Step step) {
        return "{\"act\": \"" + way.address + way.filled(step.act()) + "\", \"content\": " + way.filled(step.body())
                + "}";
    }

    private static JsonNode withoutInstance(JsonNode problem) {
        ObjectNode copy = (ObjectNode) JsonMapper.shared().readTree(problem.toString());
        copy.remove("instance");
        return copy;
    }
}
