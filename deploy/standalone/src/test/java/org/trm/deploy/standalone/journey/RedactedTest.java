package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.deploy.verifier.Verifier;
import tools.jackson.databind.JsonNode;

/**
 * What was sealed about somebody who was forgotten is taken out of the store as well, by an operator who looks into no case;
 * everybody can see that this was done, and that nothing else was.
 */
class RedactedTest extends Journey {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final String VIEWS = "/api/admin/projections";
    private static final String SEALED = "\"c\":\"([A-Za-z0-9_-]+)\"";
    private static final String WITHOUT =
            "UPDATE events.domain_event SET payload = events.without_ciphertext(payload) WHERE aggregate_identifier = ?"
                    + " AND payload_type = 'trm.case.PersonalDataRecorded'";

    /** It is compared with the log when a story asks for it, and not in the middle of one. */
    private static final String ONLY_WHEN_ASKED = "--trm.log.check-after=P1D";

    private static Mechanism own;

    @TempDir
    Path auditors;

    private Person operator;

    @BeforeEach
    void meetAnother() {
        if (own == null) {
            own = new Mechanism();
            own.restartWith(ONLY_WHEN_ASKED);
        }
        mechanism = own;
        meet(own);
        operator = new Person(own, "operator");
    }

    @AfterAll
    static void stop() {
        own.close();
        own = null;
    }

    /** She was called otherwise at first, and had a passport. */
    private Her closed() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.recordsWhoSheIs(her, "Roe");
        bulgaria.focalPoint.acts(
                her, "/person/documents", Map.of("field", "PAPERS", "title", "Passport", "content", "RG9l"));
        bulgaria.closes(her);
        return her;
    }

    private void forgotten(Her her) {
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", NOTHING);
        awaitSigned();
    }

    private void awaitSigned() {
        eventually(() -> assertThat(count("SELECT coalesce(max(size), 0) FROM log.checkpoint WHERE log = 'events'"))
                .isEqualTo(count("SELECT count(*) FROM events.domain_event")));
    }

    private Answer redacts(Her her) {
        return operator.posts("/api/admin/cases/" + her.caseId() + "/redaction", NOTHING, Map.of());
    }

    private JdbcClient owner() {
        return own.owner();
    }

    private long count(String sql) {
        return owner().sql(sql).query(Long.class).single();
    }

    /** What is sealed of her as it stands in the events. */
    private List<String> ciphertexts(Her her) {
        return owner().sql("SELECT (regexp_match(convert_from(payload, 'UTF8'), ?))[1] FROM events.domain_event"
                        + " WHERE aggregate_identifier = ? AND convert_from(payload, 'UTF8') ~ ?")
                .params(SEALED, her.caseId(), SEALED)
                .query(String.class)
                .list();
    }

    /** The tables in which any of these texts stands, whatever is said around it. */
    private List<String> tablesWith(List<String> texts) {
        List<String> tables = owner().sql(
                        "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list();
        assertThat(tables).contains("events.domain_event");
        return tables.stream()
                .filter(table -> whoReads(table)
                                .sql("SELECT count(*) FROM " + table + " line, unnest(?::text[]) AS text WHERE"
                                        + " position(text IN line::text) > 0"
                                        + " OR position(encode(convert_to(text, 'UTF8'), 'hex') IN line::text) > 0")
                                .param(texts.toArray(String[]::new))
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    /** The views belong to the application. */
    private JdbcClient whoReads(String table) {
        return table.startsWith("view_") ? JdbcClient.create(own.database()) : owner();
    }

    private record Verdict(int code, String said) {}

    private static Verdict verified(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        return new Verdict(Verifier.run(words, out, out), said.toString(UTF_8));
    }

    private String key() {
        return coordinator.gets("/api/log/vkey", Map.of()).http().body().strip();
    }

    /** By what the auditor remembers of the log. */
    private void foundNothing() throws IOException {
        Path token = Files.writeString(auditors.resolve("token"), bulgaria.auditor.token());
        Verdict verdict = verified(
                "verify",
                "--log",
                own.url() + "/api/log",
                "--vkey",
                key(),
                "--entries",
                "--token-file",
                token.toString(),
                "--state",
                auditors.resolve("state").toString());
        assertThat(verdict.code()).as(verdict.said()).isZero();
    }

    private JsonNode compared() {
        Answer begun = bulgaria.auditor.posts("/api/audit/self-checks", Map.of(), Map.of());
        assertThat(begun.status()).isEqualTo(202);
        long number = begun.body()
                .path("items")
                .valueStream()
                .filter(check -> check.path("log").asString().equals("EVENTS"))
                .findFirst()
                .orElseThrow()
                .path("number")
                .asLong();
        String check = "/api/audit/self-checks/" + number;
        eventually(() -> assertThat(
                        bulgaria.auditor.reads(check).body().path("state").asString())
                .isNotEqualTo("RUNNING"));
        return bulgaria.auditor.reads(check).body();
    }

    @Test
    void t16_what_was_sealed_is_nowhere_any_more_and_all_else_is_as_it_was_sealed() throws IOException {
        Her her = closed();
        awaitSigned();
        foundNothing();
        List<String> sealed = ciphertexts(her);
        assertThat(sealed).hasSize(3);
        assertThat(tablesWith(sealed)).hasSizeGreaterThanOrEqualTo(2).contains("events.domain_event");
        forgotten(her);
        List<String> told = bulgaria.auditor.timeline(her);

        assertThat(redacts(her).outcome()).isEqualTo("200");
        her.became(her.version() + 1);

        mechanism.settle(her);
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
        assertThat(tablesWith(sealed)).isEmpty();
        assertThat(bulgaria.auditor.timeline(her))
                .startsWith(told.toArray(String[]::new))
                .last()
                .asString()
                .contains("The operator of the mechanism took what was sealed", "out of 3 entries");
        awaitSigned();
        foundNothing();
        JsonNode check = compared();
        assertThat(check.path("state").asString()).isEqualTo("NOTHING_FOUND");
        assertThat(check.path("redacted").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(check.path("redactions").valueStream())
                .extracting(redacted -> redacted.path("sentence").asString())
                .allSatisfy(sentence -> assertThat(sentence).contains("is redacted", "after she was erased (leaf "));
    }

    @Test
    void asking_again_does_nothing() {
        Her her = closed();
        forgotten(her);
        assertThat(redacts(her).outcome()).isEqualTo("200");
        her.became(her.version() + 1);

        assertThat(redacts(her).outcome()).isEqualTo("200");

        assertThat(owner().sql("SELECT count(*) FROM events.domain_event WHERE aggregate_identifier = ?")
                        .param(her.caseId())
                        .query(Long.class)
                        .single())
                .isEqualTo(her.version());
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
    }

    @Test
    void a_view_that_is_rebuilt_says_the_same_also_after_a_restart() {
        Her her = closed();
        forgotten(her);
        assertThat(redacts(her).outcome()).isEqualTo("200");
        her.became(her.version() + 1);
        bulgaria.focalPoint.shown(her, "IDENTITY");
        int before = generation();
        List<String> live = kept(her, before);
        assertThat(live).hasSize(3);
        own.restartAfter(Duration.ZERO);

        assertThat(operator.posts(VIEWS + "/person/replay", NOTHING, Map.of()).status())
                .isEqualTo(202);

        eventually(() -> assertThat(generation()).isGreaterThan(before));
        assertThat(kept(her, generation())).isEqualTo(live);
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
    }

    /** Of the view of what is known of people the one that is read. */
    private int generation() {
        return operator.reads(VIEWS)
                .body()
                .path("items")
                .valueStream()
                .filter(view -> view.path("name").asString().equals("person"))
                .findFirst()
                .orElseThrow()
                .path("generation")
                .asInt();
    }

    private List<String> kept(Her her, int generation) {
        String said = "view_person_" + generation + ".said";
        return whoReads(said)
                .sql("SELECT line::text FROM " + said + " line WHERE case_id = ?::uuid ORDER BY version")
                .param(her.caseId())
                .query(String.class)
                .list();
    }

    @Test
    void a_court_sees_of_each_event_that_it_was_redacted_and_by_what() throws IOException {
        Her her = closed();
        forgotten(her);
        redacts(her);
        her.became(her.version() + 1);
        awaitSigned();
        mechanism.settle(her);

        List<String> redacted = bulgaria.auditor
                .reads(her.address("/leaves"))
                .body()
                .path("items")
                .valueStream()
                .filter(leaf -> !leaf.path("redacted").isNull() && leaf.has("redacted"))
                .map(leaf -> leaf.path("redacted").asString())
                .toList();
        assertThat(redacted)
                .hasSize(3)
                .allSatisfy(words -> assertThat(words).contains("taken out after she was erased"));
        Path file = Files.write(
                auditors.resolve("case.zip"),
                bulgaria.focalPoint.takes(her.address("/file?atLeastVersion=" + her.version())));
        Verdict verdict = verified("case", "--file", file.toString(), "--vkey", key());
        assertThat(verdict.code()).as(verdict.said()).isZero();
        assertThat(verdict.said()
                        .lines()
                        .filter(line ->
                                line.contains("but for what event " + her.version() + " says was taken out of it")))
                .hasSize(3);
    }

    @Test
    void of_whom_was_not_forgotten_nothing_is_taken_out_and_of_nobody_by_anybody_else() {
        Her her = closed();
        awaitSigned();
        List<String> sealed = ciphertexts(her);
        assertThat(redacts(her).outcome()).isEqualTo("409 PERSON_NOT_ERASED");
        String address = "/api/admin/cases/" + her.caseId() + "/redaction";
        assertThat(bulgaria.protectionOfficer.posts(address, NOTHING, Map.of()).status())
                .isEqualTo(403);
        assertThat(operator.posts("/api/admin/cases/" + UUID.randomUUID() + "/redaction", NOTHING, Map.of())
                        .outcome())
                .isEqualTo("404 UNKNOWN_CASE");
        assertThat(ciphertexts(her)).isEqualTo(sealed);
    }

    /** The database itself refuses it, whoever asks: the application by its function, and the owner by hand. */
    @Test
    void nothing_else_can_be_altered_by_that_way() {
        Her known = closed();
        Her forgotten = closed();
        forgotten(forgotten);

        assertThatThrownBy(() -> JdbcClient.create(own.database())
                        .sql("SELECT events.redact(?)")
                        .param(known.caseId())
                        .query(Long.class)
                        .single())
                .hasStackTraceContaining("was not erased");
        assertThatThrownBy(() -> JdbcClient.create(own.database())
                        .sql(WITHOUT)
                        .param(forgotten.caseId())
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> owner().sql(WITHOUT).param(forgotten.caseId()).update())
                .hasStackTraceContaining("no event records that");
        for (String altered : List.of(
                "payload = set_byte(payload, 3, 42)",
                "payload = convert_to(replace(convert_from(payload, 'UTF8'), 'IDENTITY', 'PAPERS'), 'UTF8')",
                "payload = events.without_ciphertext(payload) || ' '::bytea")) {
            assertThatThrownBy(() -> owner().sql(
                                    "UPDATE events.domain_event SET " + altered + " WHERE aggregate_identifier = ?"
                                            + " AND payload_type = 'trm.case.PersonalDataRecorded'")
                            .param(forgotten.caseId())
                            .update())
                    .as(altered)
                    .hasStackTraceContaining("nothing but a ciphertext is taken out");
        }
        assertThat(ciphertexts(known)).hasSize(3);
        assertThat(ciphertexts(forgotten)).hasSize(3);
    }

    /** Otherwise a redaction would cover up what was altered before it. */
    @Test
    void what_is_not_stored_as_it_was_sealed_is_not_redacted() {
        Her her = closed();
        forgotten(her);
        saysWhoAttachedTheDocument(her, "NATIONAL_FOCAL_POINT", "AUDITOR");
        assertThat(redacts(her).outcome()).isEqualTo("409 NOT_AS_SEALED");
        assertThat(ciphertexts(her)).hasSize(3);
        saysWhoAttachedTheDocument(her, "AUDITOR", "NATIONAL_FOCAL_POINT");
        assertThat(redacts(her).outcome()).isEqualTo("200");
    }

    /** By whoever owns the database, past the triggers. */
    private void saysWhoAttachedTheDocument(Her her, String before, String after) {
        owner().sql("ALTER TABLE events.domain_event DISABLE TRIGGER USER").update();
        owner().sql(
                        "UPDATE events.domain_event SET metadata = convert_to(replace(convert_from(metadata, 'UTF8'), ?, ?),"
                                + " 'UTF8') WHERE aggregate_identifier = ? AND payload_type = 'trm.case.DocumentAttached'")
                .params(before, after, her.caseId())
                .update();
        owner().sql("ALTER TABLE events.domain_event ENABLE TRIGGER USER").update();
    }
}
