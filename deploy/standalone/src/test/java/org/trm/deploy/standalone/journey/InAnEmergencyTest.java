package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who must find her or protect her at once reads what that needs, and answers for it afterwards. */
class InAnEmergencyTest extends Journey {
    private static final String DOE = "{\"familyName\":\"Doe\",\"givenNames\":\"Synthetic\"}";

    private Her known() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.authority.acts(her, "/person", Map.of("account", Map.of("text", "Nobody's story.")));
        bulgaria.recordsWhatTheCaseManagerKnows(her, Map.of("whereabouts", Map.of("address", "Nowhere 1")));
        return her;
    }

    private static String outcome(Person somebody, Her her, String path) {
        return somebody.gets(her.address(path), Map.of()).outcome();
    }

    private static String emergency(Her her) {
        return "/person?purpose=EMERGENCY&atLeastVersion=" + her.version();
    }

    @Test
    void a_case_manager_who_is_not_named_reads_for_three_hours_what_protects_her_and_nothing_else() {
        Her her = known();
        mechanism.settle(her);
        Person rescuer = bulgaria.caseManager;
        assertThat(outcome(rescuer, her, "/person?purpose=PROTECTION")).isEqualTo("404 UNKNOWN_CASE");
        assertThat(outcome(rescuer, her, "/person?purpose=EMERGENCY")).isEqualTo("403 EMERGENCY_ACCESS_REQUIRED");

        Answer opened = rescuer.opensInEmergency(her);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location"))
                .isEqualTo(her.address("/person?purpose=EMERGENCY&atLeastVersion=" + opened.version()));
        assertThat(rescuer.gets(opened.header("Location"), Map.of()).status()).isEqualTo(200);
        assertThat(rescuer.shownInEmergency(her, "IDENTITY")).isEqualTo(DOE);
        assertThat(rescuer.shownInEmergency(her, "WHEREABOUTS")).contains("Nowhere 1");
        assertThat(rescuer.shownInEmergency(her, "ACCOUNT")).isEqualTo("WITHHELD ROLE");
        for (String path : new String[] {"", "/timeline", "/referrals", "/custody", "/person?purpose=PROTECTION"}) {
            assertThat(outcome(rescuer, her, path)).as(path).isEqualTo("404 UNKNOWN_CASE");
        }
        assertThat(outcome(bulgaria.police, her, emergency(her))).isEqualTo("403 EMERGENCY_ACCESS_REQUIRED");
        assertThat(bulgaria.focalPoint.timeline(her))
                .last()
                .asString()
                .startsWith("In an emergency an officer of Bulgaria may open, until ");
        assertThat(bulgaria.auditor.openings(her))
                .contains("BG NGO_CASE_MANAGER EMERGENCY IDENTITY WHEREABOUTS")
                .allMatch(line -> line.contains("EMERGENCY"));
        refused("409 EMERGENCY_ACCESS_OPEN", () -> rescuer.opensInEmergency(her));

        mechanism.letPass(Duration.ofHours(3));

        assertThat(outcome(rescuer, her, emergency(her))).isEqualTo("403 EMERGENCY_ACCESS_REQUIRED");
        refused("409 EMERGENCY_ACCESS_UNREVIEWED", () -> rescuer.opensInEmergency(her));
    }

    @Test
    void it_is_reviewed_by_somebody_else_and_no_case_is_closed_before() {
        Her her = identified();
        bulgaria.caseManager.opensInEmergency(her);
        JsonNode waiting = bulgaria.protectionOfficer.emergencies(her, false).get(0);
        assertThat(waiting.path("ground").asString()).isEqualTo("MISSING_PERSON");
        assertThat(waiting.path("role").asString()).isEqualTo("NGO_CASE_MANAGER");
        assertThat(waiting.path("overdue").asBoolean()).isFalse();
        assertThat(bulgaria.caseManager.emergencies(her, false)).isEmpty();
        refused("409 REVIEW_OUTSTANDING", () -> bulgaria.closes(her));

        mechanism.letPass(Duration.ofHours(73));

        eventually(() -> assertThat(bulgaria.coordinator.overdue()).contains(her.caseId()));
        assertThat(bulgaria.auditor
                        .emergencies(her, false)
                        .get(0)
                        .path("overdue")
                        .asBoolean())
                .isTrue();
        eventually(() -> assertThat(bulgaria.auditor.timeline(her))
                .last()
                .asString()
                .contains("The time to review what was opened in an emergency ran out"));
        her.became(bulgaria.sees(her).version());
        String review = "/emergency-access/" + waiting.path("accessId").asString() + "/review";
        Map<String, String> found = Map.of("finding", "NOT_JUSTIFIED");
        refused("403 ROLE_NOT_ALLOWED", () -> bulgaria.focalPoint.acts(her, review, found));
        refused("404 UNKNOWN_CASE", () -> romania.protectionOfficer.acts(her, review, found));
        bulgaria.protectionOfficer.acts(her, review, found);

        assertThat(bulgaria.protectionOfficer.emergencies(her, false)).isEmpty();
        assertThat(bulgaria.protectionOfficer.emergencies(her, true))
                .singleElement()
                .satisfies(line -> assertThat(line.path("finding").asString()).isEqualTo("NOT_JUSTIFIED"));
        eventually(() -> assertThat(bulgaria.coordinator.overdue()).doesNotContain(her.caseId()));
        refused("409 ACCESS_REVIEWED", () -> bulgaria.secondOfficer.acts(her, review, found));
        refused("403 EMERGENCY_ACCESS_NOT_JUSTIFIED", () -> bulgaria.caseManager.opensInEmergency(her));
        bulgaria.closes(her);
    }

    @Test
    void a_receiving_country_opens_what_was_released_to_it_and_answers_for_it_to_both() {
        Her her = known();
        Person rescuer = romania.caseManager;
        refused("409 NOTHING_RELEASED", () -> rescuer.opensInEmergency(her));
        refused("404 UNKNOWN_CASE", () -> germany.police.opensInEmergency(her));
        bothPrepareAndSign(her);

        rescuer.opensInEmergency(her);

        assertThat(rescuer.shownInEmergency(her, "IDENTITY")).isEqualTo(DOE);
        assertThat(rescuer.shownInEmergency(her, "WHEREABOUTS")).isEqualTo("WITHHELD NOT_SHARED");
        assertThat(bulgaria.auditor.timeline(her)).last().asString().contains("an officer of Romania");
        assertThat(bulgaria.protectionOfficer.emergencies(her, false)).hasSize(1);
        JsonNode access = romania.protectionOfficer.emergencies(her, false).get(0);

        bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of());

        assertThat(rescuer.shownInEmergency(her, "IDENTITY")).isEqualTo("WITHHELD NOT_SHARED");
        romania.protectionOfficer.posts(
                her.address("/emergency-access/" + access.path("accessId").asString() + "/review"),
                Map.of("finding", "JUSTIFIED"),
                Map.of());
        eventually(() ->
                assertThat(romania.protectionOfficer.emergencies(her, false)).isEmpty());
    }
}
