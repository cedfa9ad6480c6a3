package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trm.deploy.standalone.journey.Description.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever tries what the OpenAPI descriptions show, at the moment for which it is meant, is let do it. */
class DescribedExamplesTest extends Journey {
    private static final String AN_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** A value for each parameter whose schema lists none. */
    private static final Map<String, String> ASKED = Map.of(
            "limit", "2",
            "overdue", "false",
            "country", "BG",
            "asOf", "2026-01-15T12:00:00Z",
            "atLeastVersion", "1");

    private final Set<String> sent = new LinkedHashSet<>();
    private Description acts;
    private Description questions;
    private String consent;
    private String access;
    private String document;

    @BeforeEach
    void read() {
        acts = new Description(bulgaria.focalPoint, "command");
        questions = new Description(bulgaria.focalPoint, "query");
    }

    @Test
    void every_act_can_be_done_as_it_is_shown() {
        aTransferFromTheOpeningToTheClosure();
        otherEnds();
        theProtectionOfAChild();
        theDirectory();
        anEmergency();
        theErasure();
        somebodyIsKnownElsewhere();
        send(new Person(mechanism, "operator"), null, "replaceCountryKey", "replaceRootKey");

        assertThat(acts.all("post"))
                .extracting(Operation::id)
                .as("every act that is described has its line here")
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private void aTransferFromTheOpeningToTheClosure() {
        Her her = opened();
        send(bulgaria.focalPoint, her, "recordScreening", "reviseMinimalDataSet");
        send(bulgaria.authority, her, "decideReasonableGrounds", "grantReflectionPeriod", "extendReflectionPeriod");
        send(bulgaria.focalPoint, her, "waiveReflectionPeriod");
        send(bulgaria.authority, her, "decideIdentification");
        send(
                bulgaria.focalPoint,
                her,
                "recordPersonalData",
                "attachDocument",
                "withdrawDocument",
                "assessNeeds",
                "recordConsent",
                "withdrawConsent",
                "recordRiskAssessment");
        consented(her, romania);
        send(bulgaria.focalPoint, her, "draftReferral", "submitReferral");
        send(romania.focalPoint, her, "acknowledgeReceipt", "requestInformation");
        send(bulgaria.focalPoint, her, "supplyInformation");
        send(romania.focalPoint, her, "acceptConditionally");
        send(bulgaria.focalPoint, her, "meetCondition");
        send(romania.focalPoint, her, "acceptReferral", "confirmServices");
        send(romania.focalPoint, her, "confirmPrecondition", "revokePrecondition", "confirmPrecondition");
        romania.confirms(her, "RECEPTION_ARRANGED");
        romania.assessesTheRiskIn(romania, her, "LOW");
        bulgaria.confirms(her, "PASSPORT", "FITNESS_TO_TRAVEL", "PROCEEDINGS_CHECKED", "CONTACT_LIST_GIVEN");
        send(bulgaria.focalPoint, her, "judge", "judgeHistory", "authoriseDeparture");
        send(romania.focalPoint, her, "authoriseDeparture");
        send(bulgaria.focalPoint, her, "recordDeparture", "recordIncident", "resumeJourney");
        send(romania.focalPoint, her, "confirmArrival");
        send(bulgaria.focalPoint, her, "acknowledgeHandover");
        send(romania.focalPoint, her, "acknowledgeHandover", "submitMonitoringReport", "waiveMonitoringReport");
        her.heldBy(romania);
        for (String milestone : List.of("AFTER_3_MONTHS", "AFTER_6_MONTHS", "AFTER_12_MONTHS")) {
            romania.reports(her, milestone);
        }
        send(romania.focalPoint, her, "completeReferral", "closeCase", "reopenCase");
    }

    private void otherEnds() {
        Her her = identified();
        consented(her, romania);
        send(bulgaria.focalPoint, her, "draftReferral", "submitReferral", "withdrawReferral");
        send(bulgaria.focalPoint, her, "draftReferral", "submitReferral");
        send(romania.focalPoint, her, "acknowledgeReceipt", "declineReferral");
        send(bulgaria.focalPoint, her, "draftReferral", "submitReferral");
        send(romania.focalPoint, her, "acknowledgeReceipt", "forwardReferral");
        send(bulgaria.focalPoint, ready(), "failTransfer");
        send(romania.focalPoint, answering(), "deliverAnswer");
        Her reflecting = opened();
        bulgaria.findsReasonableGrounds(reflecting);
        send(bulgaria.authority, reflecting, "grantReflectionPeriod", "terminateReflectionPeriod");
    }

    private void theProtectionOfAChild() {
        Her her = opened();
        send(
                bulgaria.childProtection,
                her,
                "presumeMinor",
                "appointGuardian",
                "determineBestInterests",
                "verifyAge",
                "endGuardianship");
    }

    private void anEmergency() {
        Her her = identified();
        send(bulgaria.police, her, "openEmergencyAccess");
        send(bulgaria.protectionOfficer, her, "reviewEmergencyAccess");
    }

    private void theErasure() {
        Her her = identified();
        bulgaria.closes(her);
        send(bulgaria.authority, her, "placeLegalHold", "liftLegalHold");
        send(bulgaria.protectionOfficer, her, "requestErasure", "withdrawErasureRequest", "requestErasure");
        send(bulgaria.secondOfficer, her, "confirmErasure");
        send(new Person(mechanism, "operator"), her, "redactSealedData");
    }

    private void somebodyIsKnownElsewhere() {
        Map<String, String> identity =
                Map.of("familyName", "Described", "givenNames", "Synthetic", "bornOn", "2000-02-29");
        Her her = null;
        for (Country country : List.of(romania, bulgaria)) {
            her = country.opensACaseOf(AN_ADULT);
            country.focalPoint.acts(her, "/person", Map.of("identity", identity));
        }
        send(germany.focalPoint, null, "askForDuplicates");
        send(bulgaria.focalPoint, her, "settlePossibleDuplicate");
    }

    private void theDirectory() {
        send(albania.focalPoint, null, "publishProcedure", "pauseReferrals", "resumeReferrals");
    }

    @Test
    void every_question_can_be_asked_as_it_is_described() {
        Her her = received();
        String document = attached(her);
        bothPrepareAndSign(her);
        mechanism.settle(her);
        for (Operation question : questions.all("get")) {
            if (question.lasts() || isOfWhatThereMayNotBeYet(question)) {
                continue;
            }
            Person asker = asker(question);
            String path = question.path()
                    .replace("{caseId}", her.caseId())
                    .replace("{referralId}", her.referral())
                    .replace("{documentId}", document)
                    .replace("{country}", "BG")
                    .replace("{name}", "case_status")
                    .replace("{number}", "1");
            String needed = needed(question);
            assertThat(asker.gets(path + "?" + needed, Map.of()).status())
                    .as(path)
                    .isEqualTo(200);
            for (JsonNode parameter : question.queryParameters()) {
                for (String value : values(parameter)) {
                    String asked = path + "?" + (parameter.path("required").asBoolean() ? "" : needed)
                            + parameter.path("name").asString() + "=" + value;
                    assertThat(asker.gets(asked, Map.of()).outcome())
                            .as(asked)
                            .isIn(
                                    "200",
                                    "404 UNKNOWN_CASE",
                                    "403 EMERGENCY_ACCESS_REQUIRED",
                                    "403 PURPOSE_OF_ANOTHER_ROLE");
                }
            }
        }
    }

    /** Leaves come a moment after what they seal; comparisons and exports when somebody asks for them. */
    private static boolean isOfWhatThereMayNotBeYet(Operation question) {
        return question.path().startsWith("/api/log/") || question.path().matches("/api/audit/.*/\\{number}");
    }

    private Person asker(Operation question) {
        if (question.path().startsWith("/api/audit/")) {
            return bulgaria.auditor;
        }
        if (question.path().contains("/person/copy")) {
            return bulgaria.protectionOfficer;
        }
        return question.path().startsWith("/api/admin/") ? new Person(mechanism, "operator") : romania.focalPoint;
    }

    private String attached(Her her) {
        String example = acts.operation("attachDocument").example().toString();
        Answer answer = bulgaria.focalPoint.sends(her.address("/person/documents"), example, Map.of());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        her.became(answer.version());
        return answer.body().path("documentId").asString();
    }

    /** The parameters without which it cannot be asked. */
    private static String needed(Operation question) {
        return question.queryParameters().stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asString() + "="
                        + values(parameter).get(0) + "&")
                .collect(Collectors.joining());
    }

    @Test
    void the_descriptions_say_what_they_are_of_and_how_one_logs_in() {
        JsonNode whole = bulgaria.focalPoint.reads("/v3/api-docs").body();
        for (JsonNode description : List.of(acts.document(), questions.document(), whole)) {
            assertThat(description.path("openapi").asString()).startsWith("3.1");
            assertThat(description.at("/info/title").asString()).startsWith("Transnational Referral Mechanism");
            assertThat(description
                            .at("/components/securitySchemes/access-token/scheme")
                            .asString())
                    .isEqualTo("bearer");
            assertThat(description
                            .at("/components/securitySchemes/demo-login/type")
                            .asString())
                    .isEqualTo("oauth2");
            assertThat(description.path("security")).hasSize(2);
        }
    }

    private Her opened() {
        Operation opening = acts.operation("openCase");
        Answer answer =
                bulgaria.focalPoint.sends(opening.path(), opening.example().toString(), Map.of());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        sent.add("openCase");
        Her her = new Her(answer.body().path("caseId").asString(), bulgaria);
        her.became(answer.version());
        return her;
    }

    private Her answering() {
        Her her = identified();
        consented(her, romania);
        bulgaria.drafts(her, romania, "INFORMATION_OR_SERVICE", "PROCEEDINGS_ABROAD");
        bulgaria.submits(her);
        romania.acknowledgesReceipt(her);
        romania.accepts(her, "LEGAL");
        return her;
    }

    private void send(Person who, Her her, String... ids) {
        for (String id : ids) {
            Operation act = acts.operation(id);
            Answer answer = who.sends(address(act, her), body(act, her), Map.of());
            assertThat(answer.done()).as("%s as %s: %s", id, who, answer).isTrue();
            sent.add(id);
            if (her != null) {
                follow(her, answer.body());
            }
        }
    }

    private String address(Operation act, Her her) {
        return her == null
                ? act.path().replace("{country}", "AL")
                : act.path().startsWith("/api/possible-duplicates/")
                                || act.path().startsWith("/api/admin/")
                        ? act.path().replace("{caseId}", her.caseId())
                        : her.address(act.path()
                                .replace("/api/cases/{caseId}", "")
                                .replace("{referralId}", "{r}")
                                .replace("{consentId}", String.valueOf(consent))
                                .replace("{accessId}", String.valueOf(access))
                                .replace("{documentId}", String.valueOf(document)));
    }

    /** As it is shown, except that an address in it names this case and this referral. */
    private static String body(Operation act, Her her) {
        if (act.example() instanceof ObjectNode example && example.has("act")) {
            String address = example.path("act").asString().replaceAll("/api/cases/" + AN_ID, "");
            return example.deepCopy()
                    .put("act", her.address(address.replaceAll(AN_ID, "{r}")))
                    .toString();
        }
        return act.example().toString();
    }

    private void follow(Her her, JsonNode receipt) {
        if (receipt.has("version")) {
            her.became(receipt.path("version").asLong());
        }
        if (receipt.path("referralId").isString()) {
            her.turnTo(receipt.path("referralId").asString());
        }
        if (receipt.path("consentId").isString()) {
            consent = receipt.path("consentId").asString();
        }
        if (receipt.path("accessId").isString()) {
            access = receipt.path("accessId").asString();
        }
        if (receipt.path("documentId").isString()) {
            document = receipt.path("documentId").asString();
        }
    }

    private static List<String> values(JsonNode parameter) {
        String name = parameter.path("name").asString();
        JsonNode listed = parameter.at("/schema/enum");
        if (!listed.isMissingNode()) {
            return listed.valueStream().map(JsonNode::asString).toList();
        }
        return ASKED.containsKey(name) ? List.of(ASKED.get(name)) : List.of();
    }
}
