package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two officers see to it that she is forgotten; the history stays, and no backup brings her back. */
class ForgottenTest extends Journey {
    private static final Map<String, Object> NOTHING = Map.of();

    private Her closed() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.closes(her);
        return her;
    }

    private void forgotten(Her her) {
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", NOTHING);
    }

    @Test
    void one_officer_asks_and_another_confirms_and_it_is_so_for_everyone_at_once() {
        Her her = closed();
        long before = bulgaria.auditor.timeline(her).size();
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        refused("403 FOUR_EYES_REQUIRED", () -> bulgaria.protectionOfficer.acts(her, "/erasure/confirmation", NOTHING));
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");

        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", NOTHING);

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
        assertThat(bulgaria.auditor.shown(her, "IDENTITY")).isEqualTo("ERASED");
        assertThat(bulgaria.auditor.timeline(her))
                .hasSize((int) before + 2)
                .last()
                .asString()
                .contains("was erased");
        refused(
                "409 PERSON_ERASED",
                () -> bulgaria.focalPoint.acts(her, "/reopening", Map.of("reason", "NEW_EVIDENCE")));
        refused("409 PERSON_ERASED", () -> bulgaria.recordsWhoSheIs(her, "Roe"));
    }

    private JsonNode stands(Person by, Her her) {
        mechanism.settle(her);
        return by.reads(her.address("")).body();
    }

    private boolean waitsForConfirmation(Person by, Her her) {
        mechanism.settle(her);
        return by.reads("/api/cases?awaiting=ERASURE_CONFIRMATION&limit=200")
                .body()
                .path("items")
                .valueStream()
                .anyMatch(line -> line.path("caseId").asString().equals(her.caseId()));
    }

    @Test
    void the_other_officer_finds_what_waits_for_her_for_as_long_as_it_does() {
        Her her = closed();
        assertThat(waitsForConfirmation(bulgaria.secondOfficer, her)).isFalse();

        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));

        assertThat(waitsForConfirmation(bulgaria.secondOfficer, her)).isTrue();
        assertThat(stands(bulgaria.secondOfficer, her)
                        .at("/erasureRequested/ground")
                        .asString())
                .isEqualTo("DATA_SUBJECT_REQUEST");
        bulgaria.secondOfficer.acts(her, "/erasure/withdrawal", NOTHING);
        assertThat(waitsForConfirmation(bulgaria.secondOfficer, her)).isFalse();
        assertThat(stands(bulgaria.secondOfficer, her).path("erasureRequested").isNull())
                .isTrue();
        forgotten(her);
        assertThat(waitsForConfirmation(bulgaria.secondOfficer, her)).isFalse();
        assertThat(stands(bulgaria.secondOfficer, her).path("erasureRequested").isNull())
                .isTrue();
    }

    @Test
    void a_case_that_is_opened_again_waits_for_no_officer() {
        Her her = closed();
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));

        bulgaria.focalPoint.acts(her, "/reopening", Map.of("reason", "NEW_EVIDENCE"));

        assertThat(waitsForConfirmation(bulgaria.secondOfficer, her)).isFalse();
    }

    @Test
    void whoever_is_not_told_what_happens_is_not_told_what_waits_or_stands_against_it_either() {
        Her her = closed();
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        bulgaria.authority.acts(her, "/legal-hold", Map.of("ground", "COURT_ORDER"));

        JsonNode seen = stands(bulgaria.coordinator, her);

        assertThat(waitsForConfirmation(bulgaria.coordinator, her)).isFalse();
        assertThat(seen.path("erasureRequested").isNull()).isTrue();
        assertThat(seen.path("legalHolds")).isEmpty();
        assertThat(seen.path("withheld").valueStream().map(JsonNode::asString))
                .contains("erasureRequested", "legalHolds");
    }

    @Test
    void the_country_that_is_responsible_sees_every_legal_hold_and_one_that_was_its_own() {
        Her her = handedOver();
        bulgaria.authority.acts(her, "/legal-hold", Map.of("ground", "COMPENSATION_CLAIM"));
        romania.authority.acts(her, "/legal-hold", Map.of("ground", "COURT_ORDER"));

        assertThat(holds(romania, her)).containsExactly("BG COMPENSATION_CLAIM", "RO COURT_ORDER");
        assertThat(holds(bulgaria, her)).containsExactly("BG COMPENSATION_CLAIM");
        bulgaria.authority.acts(her, "/legal-hold/end", NOTHING);
        assertThat(holds(romania, her)).containsExactly("RO COURT_ORDER");
        assertThat(holds(bulgaria, her)).isEmpty();
    }

    private List<String> holds(Country country, Her her) {
        return stands(country.focalPoint, her)
                .path("legalHolds")
                .valueStream()
                .map(hold -> hold.path("country").asString() + " "
                        + hold.path("ground").asString())
                .toList();
    }

    @Test
    void what_must_be_kept_is_kept() {
        Her her = closed();
        bulgaria.authority.acts(her, "/legal-hold", Map.of("ground", "COMPENSATION_CLAIM"));
        refused(
                "409 LEGAL_HOLD_STANDS",
                () -> bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "UNLAWFULLY_PROCESSED")));
        bulgaria.authority.acts(her, "/legal-hold/end", NOTHING);
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "UNLAWFULLY_PROCESSED"));
        bulgaria.authority.acts(her, "/legal-hold", Map.of("ground", "COURT_ORDER"));

        refused("409 LEGAL_HOLD_STANDS", () -> bulgaria.secondOfficer.acts(her, "/erasure/confirmation", NOTHING));

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
    }

    @Test
    void neither_a_restart_nor_the_keys_of_yesterday_bring_her_back() throws IOException {
        Her her = closed();
        Path keys = mechanism.data().resolve("keys");
        Path yesterday = Files.createTempDirectory("yesterday");
        copy(keys, yesterday);
        forgotten(her);
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");

        mechanism.restartAfter(Duration.ofMinutes(1), () -> copy(yesterday, keys));

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
        try (Stream<Path> files = Files.walk(keys)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .doesNotContain(her.caseId() + ".key")
                    .contains(her.caseId() + ".shredded");
        }
    }

    /** A drill: what a backup brings back is a case of yesterday, and of her nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"cluster", "both"})
    void nor_does_the_database_of_yesterday_alone_or_with_its_keys(String restored) throws IOException {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.focalPoint.acts(
                her, "/person/documents", Map.of("field", "PAPERS", "title", "Passport", "content", "RG9l"));
        bulgaria.closes(her);
        Path data = mechanism.data();
        Path yesterday = Files.createTempDirectory("yesterday").resolve("data");
        mechanism.restartAfter(Duration.ZERO, () -> copied(data, yesterday));
        assertThat(lying(her)).isEqualTo(1);
        forgotten(her);
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");

        mechanism.restartAfter(Duration.ofMinutes(1), () -> {
            for (String part : restored.equals("both") ? List.of("cluster", "keys") : List.of("cluster")) {
                deleted(data.resolve(part));
                copied(yesterday.resolve(part), data.resolve(part));
            }
        });

        her.became(her.version() - 2);
        assertThat(lying(her)).isZero();
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
        assertThat(bulgaria.auditor.timeline(her)).last().asString().contains("closed the case");
        bulgaria.focalPoint.acts(her, "/reopening", Map.of("reason", "NEW_EVIDENCE"));
        refused("409 PERSON_ERASED", () -> bulgaria.recordsWhoSheIs(her, "Roe"));
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
    }

    /** How many documents about her lie beside the events. */
    private long lying(Her her) {
        return JdbcClient.create(mechanism.database())
                .sql("SELECT count(*) FROM documents.sealed WHERE case_id = CAST(? AS uuid)")
                .param(her.caseId())
                .query(Long.class)
                .single();
    }

    /** With owners and permissions, which the database insists on. */
    private static void copied(Path from, Path to) {
        run("cp", "-a", from.toString(), to.toString());
    }

    private static void deleted(Path folder) {
        run("rm", "-r", folder.toString());
    }

    private static void run(String... command) {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
