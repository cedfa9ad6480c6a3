package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Auditors of both countries replay how a case came about, each as far as her country sees it. */
class ReplayedTest extends Journey {
    private static JsonNode replayed(Country country, Her her, String question) {
        String path = her.address(question).replace("/api/cases/", "/api/audit/cases/");
        return country.auditor.reads(path).body();
    }

    private static JsonNode last(JsonNode history) {
        JsonNode steps = history.path("items");
        return steps.get(steps.size() - 1);
    }

    @Test
    void an_acceptance_names_who_accepted_what_it_changed_and_whose_procedure_it_applied() {
        Her her = received();
        romania.accepts(her, "SHELTER");
        mechanism.settle(her);

        for (Country country : List.of(bulgaria, romania)) {
            JsonNode accepted = last(replayed(country, her, "/history"));
            assertThat(accepted.path("event").asString()).isEqualTo("trm.case.ReferralAccepted");
            assertThat(accepted.at("/who/country").asString()).isEqualTo("RO");
            assertThat(accepted.at("/authority/procedure").asString())
                    .as("to prepare her departure is Bulgaria's duty")
                    .startsWith("BG/");
            assertThat(accepted.at("/authority/act").asString()).isNotEmpty();
            assertThat(accepted.path("changes").toString()).contains("\"RECEIVED\"", "\"ACCEPTED\"");
        }
    }

    @Test
    void when_romania_accepted_it_knew_the_case_from_its_submission_on_and_could_open_nothing() {
        Her her = received();
        romania.accepts(her, "SHELTER");
        mechanism.settle(her);

        JsonNode own = replayed(romania, her, "/known?version=" + her.version());
        JsonNode toldToBulgaria = replayed(bulgaria, her, "/known?country=RO&version=" + her.version());
        assertThat(own.path("relation").asString()).isEqualTo("ADDRESSED");
        assertThat(own.path("shown").toString()).contains("ReferralSubmitted").doesNotContain("ReferralAccepted");
        assertThat(own.path("entitledTo")).isEmpty();
        assertThat(toldToBulgaria.path("shown")).isEqualTo(own.path("shown"));
    }

    @Test
    void who_is_no_auditor_replays_nothing() {
        Her her = received();
        String path = her.address("/history").replace("/api/cases/", "/api/audit/cases/");

        assertThat(bulgaria.focalPoint.gets(path, Map.of()).status()).isEqualTo(403);
    }
}
