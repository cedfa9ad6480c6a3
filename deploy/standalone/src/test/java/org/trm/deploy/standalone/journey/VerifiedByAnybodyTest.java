package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.deploy.verifier.Verifier;

/** An auditor on her own machine finds what whoever owns the database has done to the log, and nothing when nothing was done. */
class VerifiedByAnybodyTest extends Journey {
    private static final List<String> TABLES = List.of("events.domain_event", "log.head", "log.leaf", "log.checkpoint");

    /** A long while between two rounds of the sealer, so that nothing is signed over what a test has done. */
    private static final String SELDOM = "--trm.log.pace=PT1H";

    @TempDir
    static Path remembered;

    private static Mechanism own;

    @TempDir
    Path auditors;

    private Forger forger;
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
        forger = new Forger(running, auditors);
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
        own.restartWith(SELDOM);
        TABLES.forEach(table -> forger.sql("CREATE TABLE " + was(table) + " AS TABLE " + table));
    }

    private void awaitSigned() {
        eventually(
                () -> assertThat(forger.count("SELECT coalesce(max(size), 0) FROM log.checkpoint WHERE log = 'events'"))
                        .isEqualTo(events()));
    }

    private long events() {
        return forger.count("SELECT count(*) FROM events.domain_event");
    }

    @AfterEach
    void putBack() {
        for (String table : TABLES) {
            forger.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            forger.sql("DELETE FROM " + table);
            forger.sql("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE TABLE " + was(table));
            forger.sql("ALTER TABLE " + table + " ENABLE TRIGGER USER");
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

    @Test
    void t15_nothing_is_found_when_a_person_was_forgotten_and_nothing_else_was_done() throws IOException {
        Verdict since =
                verify("/api/log", "--state", remembered.resolve("before").toString());
        assertThat(since.code()).as(since.said()).isZero();
        Verdict readings = verify("/api/log/readings");
        assertThat(readings.code()).as(readings.said()).isZero();
        assertThat(forger.count("SELECT count(*) FROM log.leaf WHERE log = 'readings'"))
                .isPositive();
    }

    /** Entries hold hashes: that the event behind one was altered is found where the event is, by the self-check. */
    @Test
    void t1_an_altered_event_does_not_show_in_its_entry() throws IOException {
        forger.tampered(
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
        forger.replaced(5, forger.forged(5));
        found("Entry 5 does not hash to its leaf", forger.entry(5).eventId());
    }

    @Test
    void t3_an_entry_is_altered_and_its_leaf_with_it() throws IOException {
        forger.sealedAnew(5);
        found("The root recomputed from the leaves");
    }

    @Test
    void t4_an_entry_is_altered_and_everything_signed_anew() throws IOException {
        foundNothing();
        forger.sealedAnew(5);
        forger.signedAnew(leaves);
        found("SPLIT VIEW");
    }

    @Test
    void t4_history_is_rewritten_and_goes_on() throws IOException {
        forger.signedAnew(leaves - 1);
        foundNothing();
        forger.sealedAnew(5);
        forger.signedAnew(leaves);
        found("HISTORY REWRITTEN");
    }

    @Test
    void t6_two_entries_are_swapped() throws IOException {
        byte[] fifth = forger.entry(5).bytes();
        forger.replaced(5, forger.entry(6).bytes());
        forger.replaced(6, fifth);
        found("Entry 5 does not hash to its leaf", "Entry 6 does not hash to its leaf");
    }

    @Test
    void t8_the_end_is_cut_off_and_what_is_left_signed() throws IOException {
        foundNothing();
        forger.signedAnew(leaves - 2);
        found("ROLLBACK");
    }

    @Test
    void t9_an_old_checkpoint_is_served() throws IOException {
        forger.signedAnew(leaves - 1);
        String old = coordinator.gets("/api/log/checkpoint", Map.of()).http().body();
        forger.signedAnew(leaves);
        foundNothing();
        forger.tampered("log.checkpoint", "DELETE FROM log.checkpoint WHERE log = 'events' AND size = ?", leaves);
        assertThat(coordinator.gets("/api/log/checkpoint", Map.of()).http().body())
                .isEqualTo(old);
        found("ROLLBACK");
    }
}
