package org.trm.query.audit.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.VerifierKey;
import org.trm.events.types.CaseId;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Happenings;
import org.trm.query.web.Lists;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever takes a list of events away leaves a record of it that anybody can check, and that nobody can alter. */
class ExportsTest {
    private static final int CASES = 1_100;
    private static final String ENTRIES = "view_timeline_1.entry";
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE);
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String AUDITOR = SERVICE.issuer.token("auditor", "BG-NRM", Role.AUDITOR);

    @BeforeAll
    static void record() {
        for (int i = 0; i < CASES; i++) {
            LOG.append(0, List.of(new Happenings(new CaseId(UUID.randomUUID())).opened()));
        }
        await().atMost(30, SECONDS).until(() -> count(ENTRIES) == CASES);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    private static int count(String table) {
        return JDBC.queryForObject("SELECT count(*) FROM " + table, Integer.class);
    }

    private static HttpResponse<String> export(String question, String type) {
        return SERVICE.get(AUDITOR, "/api/audit/events" + question, "Accept", type);
    }

    private static JsonNode read(String path) {
        return JsonMapper.shared().readTree(SERVICE.bytes(AUDITOR, path));
    }

    private static JsonNode latest() {
        return read("/api/audit/exports?limit=1").at("/items/0");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {Lists.NDJSON, Lists.CSV})
    void whatWasSentIsRecordedWithItsHash(String type) throws Exception {
        HttpResponse<String> sent = export("?country=BG&type=trm.case.CaseOpened", type);
        assertThat(sent.statusCode()).isEqualTo(200);
        JsonNode export = latest();
        assertThat(sent.headers().firstValue("Link"))
                .contains("</api/audit/exports/" + export.get("number").asLong() + ">; rel=\"describedby\"");
        assertThat(export.get("state").stringValue()).isEqualTo("FINISHED");
        assertThat(export.get("question").stringValue())
                .isEqualTo("/api/audit/events?country=BG&type=trm.case.CaseOpened");
        assertThat(export.get("format").stringValue()).isEqualTo(type);
        assertThat(export.get("sha256").stringValue())
                .isEqualTo(sha256(sent.body().getBytes(UTF_8)));
        assertThat(export.get("role").stringValue()).isEqualTo("AUDITOR");
    }

    @Test
    void allOfItIsSentAndItsLinesAreCounted() {
        assertThat(export("", Lists.NDJSON).body().lines()).hasSize(CASES);
        assertThat(latest().get("lines").asLong()).isEqualTo(CASES);
    }

    /** Of a rare thing among many: reading all of them would do as well, and take as long as there are events. */
    @ParameterizedTest
    @CsvSource({
        "entry_of_actor, actor=00000000-0000-0000-0000-000000000007",
        "entry_of_organisation, organisation=DE-KOK",
        "entry_of_correlation, correlation=00000000-0000-0000-0000-000000000007",
        "entry_in_order, from=2199-01-01T00:00:00Z"
    })
    void anIndexServesWhatIsLookedFor(String index, String question) {
        JDBC.execute("ANALYZE " + ENTRIES);
        long before = scans(index);
        assertThat(read("/api/audit/events?" + question).get("items")).isEmpty();
        await().atMost(20, SECONDS).until(() -> scans(index) > before);
    }

    private static long scans(String index) {
        return JDBC.queryForObject(
                "SELECT idx_scan FROM pg_stat_user_indexes WHERE schemaname = 'view_timeline_1' AND indexrelname = ?",
                Long.class,
                index);
    }

    @Test
    void aPageIsNoExport() {
        int before = count("reads.export");
        read("/api/audit/events?limit=2");
        assertThat(count("reads.export")).isEqualTo(before);
    }

    @Test
    void theRecordIsALeafOfTheLogOfReadings() throws Exception {
        export("?limit=1", Lists.CSV);
        String path = "/api/audit/exports/" + latest().get("number").asLong();
        JsonNode proof = await().atMost(20, SECONDS)
                .until(() -> read(path), it -> it.get("entry").isString());
        byte[] entry = proof.get("entry").stringValue().getBytes(UTF_8);
        byte[] record = proof.get("record").stringValue().getBytes(UTF_8);
        assertThat(LogEntry.parse(entry).payload()).isEqualTo(LogEntry.hash(record));
        assertThat(LogEntry.parse(entry).type()).isEqualTo("Ended");
        JsonNode said = JsonMapper.shared().readTree(record);
        assertThat(said.get("sha256")).isEqualTo(proof.at("/export/sha256"));
        assertThat(said.get("export").stringValue())
                .isEqualTo(proof.at("/export/number").asString());
        assertThat(Instant.parse(said.get("ended_at").stringValue()))
                .isEqualTo(Instant.parse(proof.at("/export/endedAt").stringValue()));
        VerifierKey key = VerifierKey.parse(new String(SERVICE.bytes(null, "/api/log/readings/vkey"), UTF_8).strip());
        String receipt = "/api/log/readings/proof/" + proof.at("/export/leaf").asLong();
        Receipt.parse(await().atMost(20, SECONDS).ignoreExceptions().until(() -> SERVICE.bytes(null, receipt), it -> {
            assertThatCode(() -> Receipt.parse(it).verify(Hash.leaf(entry), key))
                    .doesNotThrowAnyException();
            return true;
        }));
    }

    @Test
    void whatBreaksOffIsRecordedAsSuchWithWhatWasSent() {
        String last = "(SELECT case_id FROM " + ENTRIES + " ORDER BY at DESC, case_id DESC LIMIT 1)";
        JDBC.update("UPDATE " + ENTRIES + " SET actor_kind = 'UNHEARD_OF' WHERE case_id = " + last);
        try {
            assertThatThrownBy(() -> export("", Lists.NDJSON)).isInstanceOf(UncheckedIOException.class);
        } finally {
            JDBC.update("UPDATE " + ENTRIES + " SET actor_kind = 'CLOCK'");
        }
        await().atMost(10, SECONDS)
                .until(() -> latest().get("state").stringValue().equals("BROKEN_OFF"));
        assertThat(latest().get("lines").asLong()).isEqualTo(1_000);
        assertThat(count("reads.export_progress WHERE lines = 1000")).isPositive();
    }

    @Test
    void oneThatIsBeingSentSaysHowFarItHasComeAndOneThatWasLeftThatItBrokeOff() {
        long running = begun("now()");
        assertThat(read("/api/audit/exports/" + running).at("/export/state").stringValue())
                .isEqualTo("RUNNING");
        assertThat(read("/api/audit/exports/" + running).at("/export/lines").asLong())
                .isEqualTo(3_000);
        long left = begun("now() - interval '11 minutes'");
        assertThat(read("/api/audit/exports/" + left).at("/export/state").stringValue())
                .isEqualTo("BROKEN_OFF");
    }

    private static long begun(String moved) {
        return JDBC.queryForObject(
                "WITH begun AS (INSERT INTO reads.export (begun_at, reader, issuer, role, country, question, format)"
                        + " VALUES (now(), gen_random_uuid(), 'issuer', 'AUDITOR', 'BG', '/', 'text/csv') RETURNING id)"
                        + " INSERT INTO reads.export_progress SELECT id, 3000, " + moved + " FROM begun"
                        + " RETURNING export",
                Long.class);
    }

    @Test
    void nothingIsSentThatCannotBeRecorded() {
        JDBC.execute("ALTER TABLE reads.export ADD CONSTRAINT disk_full CHECK (false) NOT VALID");
        try {
            HttpResponse<String> refused = export("", Lists.CSV);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("READING_NOT_RECORDED").doesNotContain("trm.case");
        } finally {
            JDBC.execute("ALTER TABLE reads.export DROP CONSTRAINT disk_full");
        }
    }

    @Test
    void anotherCountryDoesNotSeeIt() {
        export("?limit=1", Lists.CSV);
        String abroad = SERVICE.issuer.token("abroad", "RO-ANITP", Role.AUDITOR);
        assertThat(SERVICE.get(abroad, "/api/audit/exports").body()).contains("\"items\":[]");
        assertThat(SERVICE.get(
                                abroad,
                                "/api/audit/exports/" + latest().get("number").asLong())
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVICE.get(AUDITOR, "/api/audit/exports/0").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyAltersARecord() {
        for (String table : List.of("reads.export", "reads.export_end")) {
            for (String altering : List.of("UPDATE " + table + " SET id = id", "DELETE FROM " + table)) {
                assertThatThrownBy(() -> JDBC.execute(altering)).rootCause().hasMessageContaining("never altered");
            }
        }
    }
}
