package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An auditor looks for what happened by what she knows of it, and leaves a record of what she takes away. */
class TakenAwayTest extends Journey {
    @Test
    void an_auditor_takes_away_what_followed_from_one_request_and_that_she_did_is_recorded() {
        Her her = received();
        mechanism.settle(her);
        JsonNode opened = bulgaria.auditor
                .reads("/api/audit/events?type=trm.case.CaseOpened&caseId=" + her.caseId())
                .body()
                .at("/items/0");

        Answer taken = bulgaria.auditor.gets(
                "/api/audit/events?correlation=" + opened.path("correlation").asString(), Map.of("Accept", "text/csv"));

        assertThat(taken.http().body()).contains(her.caseId(), "trm.case.CaseOpened");
        String link = taken.header("Link").replaceFirst("<(.*)>.*", "$1");
        JsonNode export = bulgaria.auditor.reads(link).body().path("export");
        assertThat(export.path("state").asString()).isEqualTo("FINISHED");
        assertThat(export.path("lines").asLong())
                .isEqualTo(taken.http().body().lines().count() - 1);
    }
}
