package org.trm.query.audit.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.RO;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.events.proof.CanonicalJson;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.VerifierKey;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever may read what happened in a case takes it home as an archive that proves itself, and leaves a record of that. */
class CaseFileTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final ReferralId REFERRAL = new ReferralId(UUID.randomUUID());
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE);
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String FOCAL_POINT = SERVICE.issuer.token("somebody", "BG-NRM", Role.NATIONAL_FOCAL_POINT);
    private static final String AUDITOR = SERVICE.issuer.token("auditor", "BG-NRM", Role.AUDITOR);
    private static final String PATH = "/api/cases/" + CASE + "/file";

    /** Bulgaria opens a case, assesses needs and risk, and asks Romania. */
    @BeforeAll
    static void record() {
        Happenings of = new Happenings(CASE);
        record(0, of.opened(), of.needsAssessed(null), of.riskAssessed(BG, BG));
        record(3, of.drafted(REFERRAL, BG, RO), of.submitted(REFERRAL));
        await().atMost(30, SECONDS)
                .until(() ->
                        SERVICE.get(FOCAL_POINT, PATH + "?atLeastVersion=5").statusCode() == 200);
    }

    private static void record(long version, CaseEvent... events) {
        LOG.append(
                version,
                List.of(events),
                new Actor(
                        ActorKind.PERSON,
                        new UUID(1, 1),
                        "issuer",
                        Happenings.organisation(BG),
                        BG,
                        Role.NATIONAL_FOCAL_POINT));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    private static String focalPoint(CountryCode country) {
        return SERVICE.issuer.token("other", Happenings.organisation(country).value(), Role.NATIONAL_FOCAL_POINT);
    }

    private static Map<String, byte[]> opened(byte[] archive) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Map<String, byte[]> taken(String reader) {
        return opened(SERVICE.bytes(reader, PATH));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), UTF_8);
    }

    private static Map<String, Object> manifest(Map<String, byte[]> files) {
        return CanonicalJson.read(files.get("manifest.json"), "The manifest");
    }

    private static JsonNode latestExport() {
        return JsonMapper.shared()
                .readTree(SERVICE.bytes(AUDITOR, "/api/audit/exports?limit=1"))
                .at("/items/0");
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Hash.of(content).bytes());
    }

    @Test
    void theHolderHasEveryEventAsItIsStoredAndWhatProvesIt() {
        Map<String, byte[]> files = taken(FOCAL_POINT);
        VerifierKey key = VerifierKey.parse(new String(SERVICE.bytes(null, "/api/log/vkey"), UTF_8).strip());
        SignedNote checkpoint = SignedNote.parse(files.get("checkpoint"));
        for (int version = 1; version <= 5; version++) {
            LogEntry entry = LogEntry.parse(files.get("entries/" + version + ".json"));
            byte[] content = files.get("events/" + version + ".json");
            assertThat(entry.names(content, files.get("events/" + version + ".metadata.json")))
                    .isTrue();
            assertThat(entry.aggId()).isEqualTo(CASE.toString());
            assertThat(entry.seq()).isEqualTo(version - 1);
            assertThat(JDBC.queryForObject(
                            "SELECT payload FROM events.domain_event WHERE aggregate_identifier = ? AND sequence_number = ?",
                            byte[].class,
                            CASE.toString(),
                            version - 1))
                    .isEqualTo(content);
            Receipt receipt = Receipt.parse(files.get("proofs/" + version + ".tlog-proof"));
            assertThat(receipt.checkpoint()).isEqualTo(checkpoint);
            assertThatCode(() -> receipt.verify(entry.leaf(), key)).doesNotThrowAnyException();
        }
        assertThat(text(files, "vkey")).isEqualTo(key + "\n");
        assertThat(files).hasSize(6 + 5 * 4);
    }

    @Test
    void theManifestNamesEveryOtherFileAndForWhomItIs() {
        Map<String, byte[]> files = taken(FOCAL_POINT);
        Map<String, Object> said = manifest(files);
        assertThat(said)
                .containsEntry("reference", CaseReference.of(BG, CASE).value())
                .containsEntry("caseId", CASE.toString())
                .containsEntry("version", 5L)
                .containsEntry("events", "1 2 3 4 5")
                .containsEntry("role", "NATIONAL_FOCAL_POINT")
                .containsEntry("country", "BG")
                .containsEntry("organisation", "BG-NRM")
                .containsKeys("madeAt", "reader", "record");
        assertThat(said.keySet()).noneMatch(name -> name.startsWith("withheld:"));
        files.remove("manifest.json");
        files.forEach((name, content) -> assertThat(said).containsEntry("sha256:" + name, sha256(content)));
        assertThat(said.keySet().stream().filter(name -> name.startsWith("sha256:")))
                .hasSize(files.size());
    }

    @Test
    void itSaysInPlainWordsWhatItIsAndHowItIsVerified() {
        Map<String, byte[]> files = taken(FOCAL_POINT);
        assertThat(text(files, "README.txt"))
                .contains(
                        CaseReference.of(BG, CASE).value(),
                        "NATIONAL_FOCAL_POINT of BG-NRM",
                        "case --file THIS.zip --vkey KEY",
                        "RFC 6962",
                        "tlog-proof",
                        "signed-note",
                        "What names the person or speaks of her at length is sealed")
                .contains(manifest(files).get("record").toString())
                .doesNotContain("%");
        assertThat(text(files, "timeline.html"))
                .contains("Bulgaria opened the case", "Needs: shelter and legal aid.")
                .doesNotContain("http:", "https:", "src=", "href=");
        assertThat(printed(files)).contains("Bulgaria opened the case", "Needs: shelter and legal aid.");
    }

    private static String printed(Map<String, byte[]> files) {
        try (PDDocument pages = Loader.loadPDF(files.get("timeline.pdf"))) {
            return new PDFTextStripper().getText(pages).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAuditorHasNothingOfWhatIsSaidOfThePerson() {
        Map<String, byte[]> files = taken(AUDITOR);
        assertThat(files)
                .containsKeys("entries/1.json", "proofs/1.tlog-proof", "events/1.metadata.json", "events/3.json")
                .doesNotContainKeys("events/1.json", "events/2.json");
        assertThat(manifest(files)).containsKeys("withheld:events/1.json", "withheld:events/2.json");
        files.forEach((name, content) ->
                assertThat(new String(content, UTF_8)).as(name).doesNotContain("FEMININE", "LEGAL", "legal aid"));
        assertThat(printed(files)).contains("Bulgaria opened the case").doesNotContain("legal aid");
    }

    @Test
    void anAskedCountryHasTheEventsThatItIsToldOfAndTheirProofs() {
        Map<String, byte[]> files = taken(focalPoint(RO));
        assertThat(files.keySet().stream().filter(name -> name.startsWith("entries/")))
                .containsExactly("entries/1.json", "entries/2.json", "entries/4.json", "entries/5.json");
        assertThat(files.keySet().stream().filter(name -> name.matches("events/\\d+.json")))
                .isEmpty();
        assertThat(manifest(files)).containsEntry("events", "1 2 4 5").containsEntry("country", "RO");
    }

    @Test
    void whoMayNotReadTheTimelineHasNoFile() {
        assertThat(SERVICE.get(focalPoint(Happenings.DE), PATH).statusCode()).isEqualTo(404);
        String coordinator = SERVICE.issuer.token("coordinator", "BG-NRM", Role.NATIONAL_COORDINATOR);
        assertThat(SERVICE.get(coordinator, PATH).body()).contains("UNKNOWN_CASE");
        String operator = SERVICE.issuer.token("operator", "BG-NRM", Role.SYSTEM_OPERATOR);
        assertThat(SERVICE.get(operator, PATH).statusCode()).isEqualTo(403);
    }

    @Test
    void thatItWasTakenAwayIsRecordedWithTheHashOfTheWhole() {
        byte[] archive = SERVICE.bytes(FOCAL_POINT, PATH);
        JsonNode export = latestExport();
        assertThat(export.get("state").stringValue()).isEqualTo("FINISHED");
        assertThat(export.get("sha256").stringValue()).isEqualTo(sha256(archive));
        assertThat(export.get("question").stringValue()).isEqualTo(PATH);
        assertThat(export.get("format").stringValue()).isEqualTo("application/zip");
        assertThat(export.get("lines").asLong()).isEqualTo(opened(archive).size());
        assertThat(manifest(opened(archive)))
                .containsEntry(
                        "record", "/api/audit/exports/" + export.get("number").asLong());
    }

    @Test
    void itIsAnAttachmentByTheNameOfTheCaseAndItsRecordIsNamed() {
        HttpResponse<String> answer = SERVICE.get(FOCAL_POINT, PATH, "Accept", "application/json");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + CaseReference.of(BG, CASE) + ".zip\"");
        assertThat(answer.headers().firstValue("Link").orElseThrow())
                .startsWith("</api/audit/exports/")
                .endsWith(">; rel=\"describedby\"");
        assertThat(SERVICE.head(FOCAL_POINT, PATH).statusCode())
                .as("nobody would have taken it away")
                .isEqualTo(405);
    }

    @Test
    void nothingIsSentThatCannotBeRecorded() {
        JDBC.execute("ALTER TABLE reads.export ADD CONSTRAINT disk_full CHECK (false) NOT VALID");
        try {
            HttpResponse<String> refused = SERVICE.get(FOCAL_POINT, PATH);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("READING_NOT_RECORDED");
            assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        } finally {
            JDBC.execute("ALTER TABLE reads.export DROP CONSTRAINT disk_full");
        }
    }

    @Test
    void whatIsNotSealedYetIsWaitedForAndThenAskedForAgain() throws Exception {
        CaseId other = new CaseId(UUID.randomUUID());
        String path = "/api/cases/" + other + "/file?atLeastVersion=1";
        try (Connection sealing = DATABASE.getConnection()) {
            sealing.setAutoCommit(false);
            sealing.createStatement().execute("SELECT pg_advisory_xact_lock(hashtextextended('trm.log.events', 0))");
            record(0, new Happenings(other).opened());
            HttpResponse<String> late = SERVICE.get(FOCAL_POINT, path);
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
            assertThat(late.body()).contains("NOT_READY", "is not sealed yet");
            sealing.rollback();
        }
        await().atMost(20, SECONDS).until(() -> SERVICE.get(FOCAL_POINT, path).statusCode() == 200);
    }
}
