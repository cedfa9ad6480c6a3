package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.deploy.verifier.Verifier;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;

/** An auditor on her own machine finds what whoever owns the database has done to the log, and nothing when nothing was done. */
class VerifiedByAnybodyTest extends Journey {
    private static final List<String> TABLES = List.of("events.domain_event", "log.head", "log.leaf", "log.checkpoint");

    /** A long while between two rounds of the sealer, so that nothing is signed over what a test has done. */
    private static final String PACE = "trm.log.pace";

    @TempDir
    static Path remembered;

    private static Mechanism own;

    @TempDir
    Path auditors;

    private long leaves;

    @BeforeEach
    void meetAnother() throws IOException {
        if (own == null) {
            own = new Mechanism();
            begin();
        } else {
            begin(own);
        }
        leaves = events();
    }

    private void begin(Mechanism running) {
        mechanism = running;
        meet(running);
    }

    /** A person was known, read of and forgotten, and the mechanism started again; then nobody acts any more. */
    private void begin() throws IOException {
        begin(own);
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.focalPoint.shown(her, "IDENTITY");
        bulgaria.closes(her);
        awaitSigned();
        assertThat(verify("/api/log", "--state", remembered.resolve("before").toString())
                        .code())
                .isZero();
        bulgaria.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        bulgaria.secondOfficer.acts(her, "/erasure/confirmation", Map.of());
        awaitSigned();
        System.setProperty(PACE, "PT1H");
        own.restartAfter(Duration.ZERO);
        System.clearProperty(PACE);
        TABLES.forEach(table -> sql("CREATE TABLE " + was(table) + " AS TABLE " + table));
    }

    private void awaitSigned() {
        eventually(() -> assertThat(count("SELECT coalesce(max(size), 0) FROM log.checkpoint WHERE log = 'events'"))
                .isEqualTo(events()));
    }

    private long events() {
        return count("SELECT count(*) FROM events.domain_event");
    }

    @AfterEach
    void putBack() {
        for (String table : TABLES) {
            sql("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            sql("DELETE FROM " + table);
            sql("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE TABLE " + was(table));
            sql("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        }
    }

    @AfterAll
    static void stop() {
        own.close();
        own = null;
    }

    private static String was(String table) {
        return table.replace(".", ".was_");
    }

    private void sql(String sql) {
        own.owner().sql(sql).update();
    }

    private void tampered(String table, String sql, Object... values) {
        sql("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        JdbcClient.StatementSpec statement = own.owner().sql(sql);
        for (Object value : values) {
            statement = statement.param(value);
        }
        assertThat(statement.update()).as(sql).isPositive();
    }

    private long count(String sql) {
        return own.owner().sql(sql).query(Long.class).single();
    }

    /** What the verifier ends with, and what it says. */
    private record Verdict(int code, String said) {}

    private Verdict verify(String log, String... more) throws IOException {
        Path token = auditors.resolve("token");
        Files.writeString(token, bulgaria.auditor.token());
        String key = coordinator.gets(log + "/vkey", Map.of()).http().body().strip();
        List<String> words = new ArrayList<>(List.of(
                "verify", "--log", own.url() + log, "--vkey", key, "--entries", "--token-file", token.toString()));
        words.addAll(List.of(more));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int code = Verifier.run(words.toArray(String[]::new), out, out);
        return new Verdict(code, said.toString(UTF_8));
    }

    private Verdict verify() throws IOException {
        return verify("/api/log", "--state", auditors.resolve("state").toString());
    }

    private void found(String... what) throws IOException {
        Verdict verdict = verify();
        assertThat(verdict.said()).contains(what);
        assertThat(verdict.code()).isEqualTo(1);
    }

    private void foundNothing() throws IOException {
        Verdict verdict = verify();
        assertThat(verdict.code()).as(verdict.said()).isZero();
    }

    private LogEntry entry(long leaf) {
        return LogEntry.parse(own.owner()
                .sql("SELECT entry FROM log.leaf WHERE log = 'events' AND leaf_index = ?")
                .param(leaf)
                .query(byte[].class)
                .single());
    }

    private void replaced(long leaf, byte[] entry) {
        tampered("log.leaf", "UPDATE log.leaf SET entry = ? WHERE log = 'events' AND leaf_index = ?", entry, leaf);
    }

    private byte[] forged(long leaf) {
        LogEntry entry = entry(leaf);
        return new LogEntry(
                        entry.agg(),
                        entry.aggId(),
                        entry.eventId(),
                        entry.gidx(),
                        entry.meta(),
                        LogEntry.hash("another".getBytes(UTF_8)),
                        entry.rev(),
                        entry.salt(),
                        entry.seq(),
                        entry.ts(),
                        entry.type())
                .bytes();
    }

    private void sealedAnew(long leaf) {
        byte[] forged = forged(leaf);
        replaced(leaf, forged);
        tampered(
                "log.leaf",
                "UPDATE log.leaf SET leaf_hash = ? WHERE log = 'events' AND leaf_index = ?",
                Hash.leaf(forged).bytes(),
                leaf);
    }

    /** By the real key, which lies in the keys of the mechanism. */
    private void signedAnew(long size) {
        Frontier tree = Frontier.EMPTY;
        for (byte[] hash : own.owner()
                .sql("SELECT leaf_hash FROM log.leaf WHERE log = 'events' AND leaf_index < ? ORDER BY leaf_index")
                .param(size)
                .query(byte[].class)
                .list()) {
            tree = tree.append(Hash.from(hash));
        }
        Path keys = own.data().resolve("keys");
        KeyPair pair = FileKeyStore.in(keys, auditors.resolve("erased")).signingKey("log-events-1");
        String origin = own.owner()
                .sql("SELECT origin FROM log.head WHERE log = 'events'")
                .query(String.class)
                .single();
        NoteSigner signer =
                new NoteSigner(VerifierKey.of(origin, SignatureKind.LOG, pair.getPublic()), pair.getPrivate());
        sql("ALTER TABLE log.checkpoint DISABLE TRIGGER USER");
        sql("DELETE FROM log.checkpoint WHERE log = 'events' AND size >= " + size);
        tampered(
                "log.checkpoint",
                "INSERT INTO log.checkpoint (log, size, note, signed_at) VALUES ('events', ?, ?, now())",
                size,
                new Checkpoint(origin, size, tree.root()).sign(signer).toString());
    }

    @Test
    void t15_nothing_is_found_when_a_person_was_forgotten_and_nothing_else_was_done() throws IOException {
        Verdict since =
                verify("/api/log", "--state", remembered.resolve("before").toString());
        assertThat(since.code()).as(since.said()).isZero();
        Verdict readings = verify("/api/log/readings");
        assertThat(readings.code()).as(readings.said()).isZero();
        assertThat(count("SELECT count(*) FROM log.leaf WHERE log = 'readings'"))
                .isPositive();
    }

    /** Entries hold hashes: that the event behind one was altered is found where the event is, by the self-check. */
    @Test
    void t1_an_altered_event_does_not_show_in_its_entry() throws IOException {
        tampered(
                "events.domain_event",
                "UPDATE events.domain_event SET payload = set_byte(payload, 3, 42) WHERE global_index = 2");
        foundNothing();
        Answer begun = bulgaria.auditor.posts("/api/audit/self-checks", Map.of(), Map.of());
        assertThat(begun.status()).isEqualTo(202);
        eventually(() -> assertThat(bulgaria.auditor
                        .reads("/api/audit/self-checks")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(check -> check.path("log").asString().equals("EVENTS"))
                        .findFirst()
                        .orElseThrow()
                        .at("/findings/0/sentence")
                        .asString())
                .contains("Record 2", "its payload"));
    }

    @Test
    void t2_an_entry_is_altered() throws IOException {
        replaced(5, forged(5));
        found("Entry 5 does not hash to its leaf", entry(5).eventId());
    }

    @Test
    void t3_an_entry_is_altered_and_its_leaf_with_it() throws IOException {
        sealedAnew(5);
        found("The root recomputed from the leaves");
    }

    @Test
    void t4_an_entry_is_altered_and_everything_signed_anew() throws IOException {
        foundNothing();
        sealedAnew(5);
        signedAnew(leaves);
        found("SPLIT VIEW");
    }

    @Test
    void t4_history_is_rewritten_and_goes_on() throws IOException {
        signedAnew(leaves - 1);
        foundNothing();
        sealedAnew(5);
        signedAnew(leaves);
        found("HISTORY REWRITTEN");
    }

    @Test
    void t6_two_entries_are_swapped() throws IOException {
        byte[] fifth = entry(5).bytes();
        replaced(5, entry(6).bytes());
        replaced(6, fifth);
        found("Entry 5 does not hash to its leaf", "Entry 6 does not hash to its leaf");
    }

    @Test
    void t8_the_end_is_cut_off_and_what_is_left_signed() throws IOException {
        foundNothing();
        signedAnew(leaves - 2);
        found("ROLLBACK");
    }

    @Test
    void t9_an_old_checkpoint_is_served() throws IOException {
        signedAnew(leaves - 1);
        String old = coordinator.gets("/api/log/checkpoint", Map.of()).http().body();
        signedAnew(leaves);
        foundNothing();
        tampered("log.checkpoint", "DELETE FROM log.checkpoint WHERE log = 'events' AND size = ?", leaves);
        assertThat(coordinator.gets("/api/log/checkpoint", Map.of()).http().body())
                .isEqualTo(old);
        found("ROLLBACK");
    }
}
