package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** She asks what is held about her, and is given all of it, by an officer who is shown it for nothing else. */
class HerCopyTest extends Journey {
    private static final String COPY = "/person/copy";

    private Her known() {
        Her her = received();
        bulgaria.focalPoint.acts(
                her,
                "/person",
                Map.of(
                        "identity",
                        Map.of("familyName", "<script>Doe</script>", "givenNames", "Synthetic"),
                        "travelPlan",
                        Map.of("route", "From here to there.")));
        bulgaria.health.acts(her, "/person", Map.of("healthNote", Map.of("text", "Nothing to note.")));
        bulgaria.police.acts(her, "/person", Map.of("perpetrators", Map.of("text", "Somebody else.")));
        return her;
    }

    private JsonNode copy(Person officer, Her her) {
        mechanism.settle(her);
        return officer.reads(her.address(COPY)).body();
    }

    private static List<String> fields(JsonNode copy, String state) {
        return copy.path("fields")
                .valueStream()
                .filter(field -> field.path("state").asString().equals(state))
                .map(field -> field.path("field").asString())
                .toList();
    }

    @Test
    void all_that_her_country_holds_is_in_it_and_that_it_was_opened_is_too() {
        Her her = known();
        bulgaria.focalPoint.shown(her, "IDENTITY");
        long version = bulgaria.focalPoint.sees(her).version();

        Answer answer = bulgaria.protectionOfficer.gets(her.address(COPY + "?atLeastVersion=" + version), Map.of());

        JsonNode copy = answer.body();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + copy.path("reference").asString() + ".json\"");
        assertThat(copy.path("version").asLong()).isEqualTo(version);
        assertThat(fields(copy, "KNOWN")).containsExactly("IDENTITY", "TRAVEL_PLAN", "HEALTH_NOTE");
        assertThat(copy.at("/fields/0/value/familyName").asString()).isEqualTo("<script>Doe</script>");
        assertThat(answer.http().body()).doesNotContain("Somebody else.");
        assertThat(copy.at("/withheld/0/field").asString()).isEqualTo("PERPETRATORS");
        assertThat(copy.at("/minimalDataSet/language").asString()).isEqualTo("ron");
        assertThat(copy.at("/responsible/0/country").asString()).isEqualTo("BG");
        assertThat(copy.path("consents")).hasSize(3);
        assertThat(copy.at("/sharedWith/0/country").asString()).isEqualTo("RO");
        assertThat(copy.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("sentence").asString()))
                .isEqualTo(bulgaria.focalPoint.timeline(her));
        assertThat(copy.path("openings")
                        .valueStream()
                        .map(line -> line.path("role").asString() + " "
                                + line.path("purpose").asString() + " "
                                + line.path("fields").size()))
                .containsExactly("NATIONAL_FOCAL_POINT TRANSFER 2", "DATA_PROTECTION_OFFICER DATA_SUBJECT_REQUEST 3");
        assertThat(bulgaria.protectionOfficer
                        .reads(her.address("/person?purpose=DATA_SUBJECT_REQUEST"))
                        .http()
                        .body())
                .doesNotContain("Nothing to note.");
    }

    /** As {@code Doe until 17}. */
    private static List<String> replaced(JsonNode copy) {
        return copy.path("replaced")
                .valueStream()
                .map(one -> one.at("/was/value/familyName").asString() + " until "
                        + one.path("replacedIn").asLong())
                .toList();
    }

    @Test
    void what_was_written_wrong_and_written_anew_is_in_it_too_and_is_recorded_as_one_reading() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Deo");
        long wrong = her.version();
        bulgaria.recordsWhoSheIs(her, "Doe");
        mechanism.settle(her);

        JsonNode copy = copy(bulgaria.protectionOfficer, her);

        assertThat(copy.at("/fields/0/value/familyName").asString()).isEqualTo("Doe");
        assertThat(copy.at("/fields/0/recordedIn").asLong()).isEqualTo(her.version());
        assertThat(replaced(copy)).containsExactly("Deo until " + her.version());
        assertThat(copy.at("/replaced/0/was/recordedIn").asLong()).isEqualTo(wrong);
        assertThat(bulgaria.auditor.openings(her))
                .containsExactly("BG DATA_PROTECTION_OFFICER DATA_SUBJECT_REQUEST IDENTITY");
        assertThat(bulgaria.protectionOfficer
                        .gets(her.address(COPY), Map.of("Accept", "text/html"))
                        .http()
                        .body())
                .contains("<td>Doe</td>", "replaced by entry number " + her.version(), "<td>Deo</td>");
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).doesNotContain("Deo");
    }

    @Test
    void after_the_handover_each_country_gives_what_was_replaced_of_what_it_holds() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Deo");
        bulgaria.recordsWhoSheIs(her, "Doe");
        long doe = her.version();
        for (String route : List.of("From here to there.", "By another way.")) {
            bulgaria.focalPoint.acts(her, "/person", Map.of("travelPlan", Map.of("route", route)));
        }
        long byAnotherWay = her.version();
        bothPrepareAndSign(her);
        bulgaria.recordsDeparture(her);
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);
        romania.recordsWhoSheIs(her, "Roe");
        long roe = her.version();

        JsonNode ofRomania = copy(romania.protectionOfficer, her);
        JsonNode ofBulgaria = copy(bulgaria.protectionOfficer, her);

        assertThat(replaced(ofRomania)).containsExactly("Deo until " + doe, "Doe until " + roe);
        assertThat(ofBulgaria.path("replaced")).hasSize(1);
        assertThat(ofBulgaria.at("/replaced/0/was/value/route").asString()).isEqualTo("From here to there.");
        assertThat(ofBulgaria.at("/replaced/0/replacedIn").asLong()).isEqualTo(byAnotherWay);
    }

    @Test
    void it_can_be_printed_and_nothing_in_it_is_more_than_text() {
        Her her = known();
        mechanism.settle(her);

        Answer answer = bulgaria.protectionOfficer.gets(
                her.address(COPY), Map.of("Accept", "text/html, application/problem+json;q=0.5"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment; filename=\"BG-")
                .endsWith(".html\"");
        assertThat(answer.http().body())
                .contains("<h1>What Bulgaria holds about you</h1>")
                .contains("&lt;script&gt;Doe&lt;/script&gt;", "Nothing to note.", "GDPR art. 15(4)")
                .contains("<li>", "Bulgaria opened the case")
                .doesNotContain("<script", "Somebody else.");
    }

    @Test
    void the_documents_about_her_go_with_it_and_those_about_others_do_not() {
        Her her = known();
        Answer attached = bulgaria.health.posts(her.address("/person/documents"), document("HEALTH_NOTE"), Map.of());
        String hers = attached.body().path("documentId").asString();
        String ofOthers = bulgaria.police
                .posts(her.address("/person/documents"), document("PERPETRATORS"), Map.of())
                .body()
                .path("documentId")
                .asString();

        JsonNode copy = bulgaria.protectionOfficer
                .reads(her.address(COPY) + "?atLeastVersion=" + (her.version() + 2))
                .body();

        assertThat(copy.path("documents")
                        .valueStream()
                        .map(one -> one.path("documentId").asString()))
                .containsExactly(hers);
        Answer file =
                bulgaria.protectionOfficer.gets(her.address(COPY + "/documents/" + hers), Map.of("Accept", "*/*"));
        assertThat(file.outcome()).isEqualTo("200");
        assertThat(file.http().body()).isEqualTo("%PDF-1.7 nothing");
        assertThat(bulgaria.protectionOfficer
                        .gets(her.address(COPY + "/documents/" + ofOthers), Map.of())
                        .outcome())
                .isEqualTo("404 NO_SUCH_RESOURCE");
        assertThat(bulgaria.focalPoint
                        .gets(her.address(COPY + "/documents/" + hers), Map.of())
                        .outcome())
                .isEqualTo("404 UNKNOWN_CASE");
        assertThat(bulgaria.focalPoint.openings(her))
                .last()
                .isEqualTo("BG DATA_PROTECTION_OFFICER DATA_SUBJECT_REQUEST HEALTH_NOTE");
    }

    private static Map<String, Object> document(String field) {
        String content = Base64.getEncoder().encodeToString("%PDF-1.7 nothing".getBytes(UTF_8));
        return Map.of("field", field, "title", "Of " + field, "content", content);
    }

    @Test
    void nobody_but_an_officer_of_a_country_that_has_or_had_her_case_makes_one() {
        Her her = known();
        for (Person other : List.of(
                bulgaria.focalPoint,
                bulgaria.authority,
                bulgaria.auditor,
                romania.protectionOfficer,
                germany.protectionOfficer)) {
            assertThat(other.gets(her.address(COPY), Map.of()).outcome())
                    .as("%s", other)
                    .isEqualTo("404 UNKNOWN_CASE");
        }
        assertThat(bulgaria.focalPoint.openings(her)).isEmpty();
    }

    @Test
    void after_the_handover_each_country_gives_what_it_holds() {
        Her her = known();
        bothPrepareAndSign(her);
        bulgaria.recordsDeparture(her);
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);

        JsonNode ofRomania = copy(romania.protectionOfficer, her);
        JsonNode ofBulgaria = copy(bulgaria.protectionOfficer, her);

        assertThat(fields(ofRomania, "KNOWN")).containsExactly("IDENTITY");
        assertThat(fields(ofBulgaria, "KNOWN")).containsExactly("TRAVEL_PLAN", "HEALTH_NOTE");
        assertThat(fields(ofBulgaria, "WITHHELD")).contains("IDENTITY");
        assertThat(ofRomania
                        .path("responsible")
                        .valueStream()
                        .map(link -> link.path("country").asString()))
                .containsExactly("BG", "RO");
        romania.assessesNeeds(her, "SHELTER");
        assertThat(copy(bulgaria.protectionOfficer, her).path("timeline"))
                .hasSize(ofBulgaria.path("timeline").size());
    }

    @Test
    void when_she_is_forgotten_it_says_since_when_and_the_rest_and_is_recorded_all_the_same() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Deo");
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.closes(her);
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", Map.of());

        JsonNode copy = copy(bulgaria.protectionOfficer, her);

        assertThat(copy.path("fields")).isEmpty();
        assertThat(copy.path("replaced")).isEmpty();
        assertThat(copy.path("documents")).isEmpty();
        assertThat(copy.path("erased").asString()).isNotBlank();
        assertThat(bulgaria.auditor.openings(her))
                .last()
                .asString()
                .startsWith("BG DATA_PROTECTION_OFFICER DATA_SUBJECT_REQUEST");
        assertThat(copy.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("sentence").asString()))
                .anyMatch(sentence -> sentence.contains("was erased"));
        assertThat(copy.at("/minimalDataSet/gender").asString()).isEqualTo("FEMININE");
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() throws IOException {
        Her her = known();
        mechanism.settle(her);
        owner().sql("REVOKE INSERT ON reads.opening FROM trm_query").update();
        try {
            Answer answer = bulgaria.protectionOfficer.gets(her.address(COPY), Map.of());
            assertThat(answer.status()).isGreaterThanOrEqualTo(500);
            assertThat(answer.http().body()).doesNotContain("Doe", "sentence");
        } finally {
            owner().sql("GRANT INSERT ON reads.opening TO trm_query").update();
        }
        assertThat(fields(copy(bulgaria.protectionOfficer, her), "KNOWN")).hasSize(3);
    }

    private JdbcClient owner() throws IOException {
        List<String> server = Files.readAllLines(mechanism.data().resolve("cluster/postmaster.pid"));
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/trm?sslmode=disable",
                "trm_owner",
                Files.readAllLines(mechanism.data().resolve("database-passwords"))
                        .get(0)));
    }
}
