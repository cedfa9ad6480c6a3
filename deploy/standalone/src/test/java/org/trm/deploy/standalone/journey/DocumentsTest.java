package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A document goes where the field goes that it belongs to, and no further. */
class DocumentsTest extends Journey {
    private static final String PASSPORT = "%PDF-1.7\n% Nobody's passport, invented.\n";
    private static final Map<String, Object> NOTHING = Map.of();

    private static Map<String, Object> document(String field, String content) {
        return Map.of(
                "field",
                field,
                "title",
                "Passport, page 2",
                "content",
                Base64.getEncoder().encodeToString(content.getBytes(UTF_8)));
    }

    private String passportOf(Her her) {
        Answer attached = bulgaria.focalPoint.acts(her, "/person/documents", document("PAPERS", PASSPORT));
        String id = attached.body().path("documentId").asString();
        assertThat(attached.header("Location")).isEqualTo(her.address("/person/documents/" + id));
        return id;
    }

    private static Answer opened(Person by, Her her, String document) {
        return by.gets(her.address("/person/documents/" + document + "?purpose=TRANSFER"), Map.of());
    }

    private static List<String> listed(Person by, Her her) {
        by.sees(her);
        return by.reads(her.address("/person?purpose=TRANSFER&atLeastVersion=" + her.version()))
                .body()
                .path("documents")
                .valueStream()
                .map(document -> document.path("described"))
                .map(described -> described.path("field").asString() + " "
                        + (described.has("value")
                                ? described.path("value")
                                : described.path("state").asString()))
                .toList();
    }

    @Test
    void whoever_may_see_the_field_is_told_of_it_and_gets_it_and_that_she_did_is_recorded() {
        Her her = identified();

        String passport = passportOf(her);

        assertThat(listed(bulgaria.focalPoint, her))
                .containsExactly("PAPERS {\"title\":\"Passport, page 2\",\"format\":\"PDF\",\"bytes\":"
                        + PASSPORT.length() + "}");
        Answer opened = opened(bulgaria.focalPoint, her, passport);
        assertThat(opened.http().body()).isEqualTo(PASSPORT);
        assertThat(opened.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(opened.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + passport + ".pdf\"");
        assertThat(opened.header("Cache-Control")).contains("no-store");
        JsonNode last = bulgaria.auditor
                .reads(her.address("/person/openings?limit=200"))
                .body()
                .path("items")
                .valueStream()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.path("document").asString()).isEqualTo(passport);
        assertThat(opened(bulgaria.auditor, her, passport).status()).isEqualTo(404);
        assertThat(opened(bulgaria.focalPoint, her, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        assertThat(bulgaria.auditor.timeline(her))
                .last()
                .isEqualTo("Bulgaria attached a document to the person's papers, sealed.");
    }

    @Test
    void it_is_shared_with_the_receiving_country_and_taken_back_as_its_field_is() {
        Her her = received();
        String passport = passportOf(her);
        assertThat(opened(romania.focalPoint, her, passport).status()).isEqualTo(404);

        bothPrepareAndSign(her);
        assertThat(listed(romania.focalPoint, her)).hasSize(1);
        assertThat(opened(romania.focalPoint, her, passport).http().body()).isEqualTo(PASSPORT);

        bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of());
        romania.focalPoint.sees(her);
        assertThat(opened(romania.focalPoint, her, passport).status()).isEqualTo(404);
        assertThat(opened(bulgaria.focalPoint, her, passport).http().body()).isEqualTo(PASSPORT);
    }

    @Test
    void the_same_attaching_sent_twice_attaches_once() {
        Her her = identified();
        Map<String, String> key = SameActTwiceTest.key();
        Answer first = bulgaria.focalPoint.posts(her.address("/person/documents"), document("PAPERS", PASSPORT), key);
        Answer again = bulgaria.focalPoint.posts(her.address("/person/documents"), document("PAPERS", PASSPORT), key);
        assertThat(again.http().body()).isEqualTo(first.http().body());
        her.became(first.version());
        String id = first.body().path("documentId").asString();
        bulgaria.closes(her);
        Answer afterwards =
                bulgaria.focalPoint.posts(her.address("/person/documents"), document("PAPERS", PASSPORT), key);
        assertThat(afterwards.http().body()).isEqualTo(first.http().body());
        assertThat(listed(bulgaria.focalPoint, her)).hasSize(1);
        assertThat(opened(bulgaria.focalPoint, her, id).http().body()).isEqualTo(PASSPORT);
    }

    @Test
    void what_is_no_document_or_too_large_or_of_anothers_field_is_refused() {
        Her her = identified();
        refused(
                "403 FIELD_OF_ANOTHER_ROLE",
                () -> bulgaria.focalPoint.acts(her, "/person/documents", document("HEALTH_NOTE", PASSPORT)));
        refused(
                "422 CONTENT_INVALID",
                () -> bulgaria.focalPoint.acts(her, "/person/documents", document("PAPERS", "MZ\u0000\u0001program")));
        refused(
                "422 CONTENT_INVALID",
                () -> bulgaria.focalPoint.acts(
                        her, "/person/documents", document("PAPERS", "x".repeat(4 * 1024 * 1024 + 1))));
        refused(
                "413 BODY_TOO_LARGE",
                () -> bulgaria.focalPoint.acts(
                        her, "/person/documents", document("PAPERS", "x".repeat(5 * 1024 * 1024))));
        bulgaria.focalPoint.acts(her, "/person/documents", document("PAPERS", "x".repeat(4 * 1024 * 1024)));
        assertThat(listed(bulgaria.focalPoint, her)).hasSize(1);
        assertThat(romania.focalPoint
                        .posts(her.address("/person/documents"), document("PAPERS", PASSPORT), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_wrong_one_is_taken_back_and_nothing_of_it_is_left_but_that_it_was() {
        Her her = identified();
        String passport = passportOf(her);
        String other = passportOf(her);
        assertThat(listed(bulgaria.focalPoint, her)).hasSize(2);
        assertThat(opened(bulgaria.focalPoint, her, passport).status()).isEqualTo(200);

        bulgaria.focalPoint.acts(
                her, "/person/documents/" + passport + "/withdrawal", Map.of("ground", "WRONG_PERSON"));

        assertThat(listed(bulgaria.focalPoint, her)).hasSize(1);
        assertThat(opened(bulgaria.focalPoint, her, passport).status()).isEqualTo(404);
        assertThat(opened(bulgaria.focalPoint, her, other).http().body()).isEqualTo(PASSPORT);
        assertThat(JdbcClient.create(mechanism.database())
                        .sql("SELECT count(*) FROM documents.sealed WHERE document_id = CAST(? AS uuid)")
                        .param(passport)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(bulgaria.auditor.timeline(her))
                .last()
                .isEqualTo("Bulgaria took back a document of the person's papers, and it was destroyed:"
                        + " it is about somebody else.");
        refused(
                "404 UNKNOWN_DOCUMENT",
                () -> bulgaria.focalPoint.acts(
                        her, "/person/documents/" + passport + "/withdrawal", Map.of("ground", "WRONG_PERSON")));
    }

    @Test
    void it_is_forgotten_with_her() {
        Her her = identified();
        String passport = passportOf(her);
        bulgaria.closes(her);
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", NOTHING);

        bulgaria.focalPoint.sees(her);

        assertThat(opened(bulgaria.focalPoint, her, passport).outcome()).isEqualTo("410 PERSON_ERASED");
        assertThat(opened(bulgaria.auditor, her, passport).status()).isEqualTo(404);
        assertThat(listed(bulgaria.focalPoint, her)).containsExactly("PAPERS ERASED");
    }
}
