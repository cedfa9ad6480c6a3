package org.trm.query.audit.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.CaseEvent;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.Recorded;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DataClass;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Remainder;
import org.trm.events.types.Sealed;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.EventText;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.audit.sealing.Finding;
import org.trm.query.audit.sealing.Finding.Kind;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;
import org.trm.query.audit.sealing.Sealing;
import org.trm.query.audit.sealing.StoredLeaf;
import org.trm.query.sample.Happenings;

/** Whoever owns the database can change what is stored, and cannot change that it was otherwise. */
class TamperedStoreTest {
    private static final int CASES = 140;
    private static final int EVENTS = 2 * CASES;

    @TempDir
    Path folder;

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate owner = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private Node node;

    @BeforeEach
    void record() {
        log.append(IntStream.range(0, CASES)
                .mapToObj(each -> new Happenings(new CaseId(UUID.randomUUID())))
                .flatMap(of -> Stream.of(recorded(of.opened(), 1), recorded(of.needsAssessed(null), 2)))
                .toList());
        node = Node.thatSeals(database, log, folder);
        awaitSigned(EVENTS);
    }

    private static Recorded<CaseEvent> recorded(CaseEvent event, long version) {
        return new Recorded<>(event, version, Happenings.NOON, Actor.CLOCK);
    }

    private void recordOne() {
        Happenings of = new Happenings(new CaseId(UUID.randomUUID()));
        log.append(0, List.of(of.opened(), of.needsAssessed(null)));
    }

    private void awaitSigned(long size) {
        await().atMost(20, SECONDS).until(this::signed, signed -> signed == size);
    }

    private long signed() {
        return tables().checkpoint(LogName.EVENTS)
                .map(note -> Checkpoint.parse(note.text()).size())
                .orElse(0L);
    }

    private LogTables tables() {
        return node.bean(LogTables.class);
    }

    @AfterEach
    void close() {
        node.close();
        log.store().shutDown();
        database.close();
    }

    private void restart() {
        node.close();
        node = Node.thatSeals(database, log, folder);
    }

    /** As the database's owner, whom no trigger stops. */
    private void tampered(String sql, Object... values) {
        for (String table : List.of("log.leaf", "log.tile", "log.checkpoint")) {
            owner.execute("ALTER TABLE " + table + " DISABLE TRIGGER never_altered");
        }
        assertThat(owner.update(sql, values)).as(sql).isPositive();
    }

    private List<Finding> found() {
        List<Long> begun = node.bean(SelfChecks.class).begin();
        SelfCheckTable checks = node.bean(SelfCheckTable.class);
        List<Finding> findings = new ArrayList<>();
        for (long number : begun) {
            SelfCheck ended = await().atMost(20, SECONDS)
                    .until(() -> checks.find(number).orElseThrow(), check -> check.endedAt() != null);
            assertThat(ended.failure()).isNull();
            findings.addAll(ended.findings());
        }
        assertThat(begun).hasSize(LogName.values().length);
        return findings;
    }

    private String alarm() {
        Sealing sealing = node.bean(Sealing.class);
        return await().atMost(20, SECONDS)
                .until(() -> sealing.growing(LogName.EVENTS), growing -> growing.stopped())
                .trouble();
    }

    private static byte[] entry(JdbcTemplate owner, long leaf) {
        return owner.queryForObject(
                "SELECT entry FROM log.leaf WHERE log = 'events' AND leaf_index = ?", byte[].class, leaf);
    }

    @Test
    void nothingIsFoundWhenNothingWasDone() {
        assertThat(found()).isEmpty();
        restart();
        recordOne();
        awaitSigned(EVENTS + 2);
        assertThat(found()).isEmpty();
    }

    @Test
    void t1_oneByteOfAnEventIsAltered() {
        tampered("UPDATE events.domain_event SET payload = set_byte(payload, 3, 42) WHERE global_index = 7");
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.RECORD_ALTERED);
            assertThat(finding.position()).isEqualTo(7);
            assertThat(finding.sentence()).contains("Record 7", "its payload");
        });
        recordOne();
        assertThat(alarm()).contains("found contradictions");
        assertThat(signed()).isEqualTo(EVENTS);
    }

    @Test
    void t2_anEventAndItsEntryAreAltered() {
        tampered("UPDATE events.domain_event SET payload = set_byte(payload, 3, 42) WHERE global_index = 7");
        tampered("UPDATE log.leaf SET entry = set_byte(entry, 20, 42) WHERE position = 7");
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LEAF_ALTERED);
            assertThat(finding.position()).isEqualTo(7);
        });
    }

    @Test
    void t3_anEventIsAlteredAndSealedAnew() {
        sealedAnew(7);
        assertThat(found())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.RECORD_NOT_OURS, 7L), tuple(Kind.TREE_ALTERED, null));
        assertThat(found().get(1).sentence()).contains("The first 280 leaves", "was signed");
    }

    @Test
    void t3_whatWasSealedAnewIsNotSignedEvenIfNobodyComparesIt() {
        sealedAnew(7);
        restart();
        assertThat(alarm()).contains("history was rewritten");
        recordOne();
        assertThat(signed()).isEqualTo(EVENTS);
    }

    /** By whoever has the key too; what lies outside the database still says how it was. */
    @Test
    void t4_whatWasSealedAnewIsSignedAnew() {
        sealedAnew(7);
        String origin = tables().origin(LogName.EVENTS).orElseThrow();
        KeyPair key = node.bean(FileKeyStore.class).signingKey("log-events-1");
        NoteSigner signer =
                new NoteSigner(VerifierKey.of(origin, SignatureKind.LOG, key.getPublic()), key.getPrivate());
        Frontier forged = Frontier.decode(
                owner.queryForObject("SELECT frontier FROM log.head WHERE log = 'events'", byte[].class));
        tampered(
                "UPDATE log.checkpoint SET note = ? WHERE log = 'events'",
                new Checkpoint(origin, EVENTS, forged.root()).sign(signer).toString());
        restart();
        assertThat(alarm()).contains("outside", "history was rewritten");
    }

    /** With its entry, leaf, tile and tree, so that all of them agree again. */
    private void sealedAnew(long position) {
        tampered("UPDATE events.domain_event SET payload = set_byte(payload, 3, 42) WHERE global_index = ?", position);
        LogEntry entry = LogEntry.parse(owner.queryForObject(
                "SELECT entry FROM log.leaf WHERE log = 'events' AND position = ?", byte[].class, position));
        byte[] payload = owner.queryForObject(
                "SELECT payload FROM events.domain_event WHERE global_index = ?", byte[].class, position);
        byte[] forged = new LogEntry(
                        entry.agg(),
                        entry.aggId(),
                        entry.eventId(),
                        entry.gidx(),
                        entry.meta(),
                        LogEntry.hash(payload),
                        entry.rev(),
                        entry.salt(),
                        entry.seq(),
                        entry.ts(),
                        entry.type())
                .bytes();
        tampered(
                "UPDATE log.leaf SET entry = ?, leaf_hash = ? WHERE position = ?",
                forged,
                Hash.leaf(forged).bytes(),
                position);
        List<Hash> leaves = tables().leaves(LogName.EVENTS, 0, EVENTS).stream()
                .map(StoredLeaf::hash)
                .toList();
        Frontier tree = Frontier.EMPTY;
        for (Hash leaf : leaves) {
            tree = tree.append(leaf);
        }
        tampered("UPDATE log.tile SET root = ? WHERE log = 'events' AND level = 0", (Object)
                new HashTile(leaves.subList(0, HashTile.WIDTH)).root().bytes());
        tampered("UPDATE log.head SET frontier = ? WHERE log = 'events'", (Object) tree.encode());
    }

    @Test
    void t5_anEventIsDeleted() {
        tampered("DELETE FROM events.domain_event WHERE global_index = 9");
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.RECORD_REMOVED);
            assertThat(finding.position()).isEqualTo(9);
        });
    }

    @Test
    void t6_twoEntriesAreSwapped() {
        byte[] third = entry(owner, 3);
        tampered("UPDATE log.leaf SET entry = ? WHERE log = 'events' AND leaf_index = 3", entry(owner, 4));
        tampered("UPDATE log.leaf SET entry = ? WHERE log = 'events' AND leaf_index = 4", third);
        assertThat(found()).extracting(Finding::leaf).containsExactly(3L, 4L);
    }

    @Test
    void t7_anEventIsInsertedPastTheSealer() {
        owner.execute("ALTER TABLE events.domain_event DISABLE TRIGGER is_to_be_sealed");
        recordOne();
        assertThat(found())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(
                        tuple(Kind.RECORD_NOT_SEALED, EVENTS + 1L), tuple(Kind.RECORD_NOT_SEALED, EVENTS + 2L));
    }

    private static final String INSERT =
            "INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                    + " payload_type, payload_revision, payload, metadata) SELECT ";

    private static final String OF_THE_SEVENTH =
            " time_stamp, payload_type, payload_revision, payload, metadata FROM events.domain_event"
                    + " WHERE global_index = 7";

    /** Nothing was signed since, nobody mended anything, and so it is after a restart and for whoever compares. */
    private void isNotVouchedFor(String why, long... positions) {
        for (int start = 0; start < 2; start++) {
            assertThat(alarm())
                    .contains(LongStream.of(positions)
                            .mapToObj(position -> "Record " + position + " of the log of events")
                            .toList())
                    .contains("was not recorded by the mechanism: it " + why);
            assertThat(found()).allSatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.RECORD_NOT_OURS);
                assertThat(finding.sentence()).contains(why);
                assertThat(finding.leaf()).isNull();
            });
            assertThat(found())
                    .extracting(Finding::position)
                    .containsExactlyElementsOf(LongStream.of(positions).boxed().toList());
            assertThat(signed()).isEqualTo(EVENTS);
            assertThat(tables().size(LogName.EVENTS)).isEqualTo(EVENTS);
            for (long position : positions) {
                assertThat(owner.queryForObject(
                                "SELECT count(*) FROM events.domain_event JOIN log.pending ON position = global_index"
                                        + " WHERE global_index = ?",
                                Long.class,
                                position))
                        .isEqualTo(1);
            }
            assertThat(owner.queryForObject("SELECT count(*) FROM events.earlier_code", Long.class))
                    .isZero();
            restart();
        }
    }

    @Test
    void t7_anEventIsInsertedBesideGenuineOnes() {
        tampered(INSERT + "'forged', gen_random_uuid()::text, 0, type, time_stamp, payload_type, payload_revision,"
                + " payload, '{\"actor.kind\":\"clock\"}' FROM events.domain_event WHERE global_index = 7");
        recordOne();

        isNotVouchedFor("bears no code", EVENTS + 1L);
        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.recordId()).isEqualTo("forged"));
    }

    @Test
    void t7_manyEventsAreInsertedAtOnce() {
        tampered(INSERT + "gen_random_uuid()::text, gen_random_uuid()::text, 0, type,"
                + OF_THE_SEVENTH.replace("global_index = 7", "global_index <= 12"));

        assertThat(alarm()).contains("Record " + (EVENTS + 1), "Record " + (EVENTS + 10), "So are 2 more.");
        assertThat(found()).hasSize(12);
        assertThat(signed()).isEqualTo(EVENTS);
    }

    @Test
    void t7_aGenuineEventIsCopiedUnderAnotherNumber() {
        tampered(INSERT + "gen_random_uuid()::text, aggregate_identifier, 2, type," + OF_THE_SEVENTH);

        isNotVouchedFor("bears a code that was not made for it", EVENTS + 1L);
    }

    @Test
    void t7_aGenuineEventIsCopiedToAnotherCase() {
        tampered(INSERT + "gen_random_uuid()::text, gen_random_uuid()::text, sequence_number, type," + OF_THE_SEVENTH);

        isNotVouchedFor("bears a code that was not made for it", EVENTS + 1L);
    }

    /** Before it was sealed, so that no leaf says otherwise. */
    private void unsealed(Runnable tampering) {
        node.close();
        recordOne();
        tampering.run();
        node = Node.thatSeals(database, log, folder);
    }

    @Test
    void t7_anEventIsMovedInTimeBeforeItIsSealed() {
        unsealed(() -> tampered(
                "UPDATE events.domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = ?",
                EVENTS + 1));

        isNotVouchedFor("bears a code that was not made for it", EVENTS + 1L);
    }

    @Test
    void t7_whoActedIsAlteredBeforeItIsSealed() {
        unsealed(() -> tampered(
                "UPDATE events.domain_event SET metadata = convert_to(replace(convert_from(metadata, 'UTF8'),"
                        + " '\"clock\"', '\"person\"'), 'UTF8') WHERE global_index = ?",
                EVENTS + 2));

        isNotVouchedFor("bears a code that was not made for it", EVENTS + 2L);
    }

    @Test
    void t7_anEventIsGivenTheCodeOfAnother() {
        unsealed(() -> tampered(
                "UPDATE events.domain_event SET metadata = (SELECT metadata FROM events.domain_event WHERE global_index = 7)"
                        + " WHERE global_index = ?",
                EVENTS + 1));

        isNotVouchedFor("bears a code that was not made for it", EVENTS + 1L);
    }

    @Test
    void t7_anEventIsGivenACodeBesideIt() {
        tampered(INSERT + "'forged', gen_random_uuid()::text, 0, type, time_stamp, payload_type, payload_revision,"
                + " payload, '{}' FROM events.domain_event WHERE global_index = 7");
        tampered("INSERT INTO events.earlier_code VALUES (?, ?)", EVENTS + 1, "A".repeat(43));

        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .contains("Record " + (EVENTS + 1), "was given a code that was not made for it"));
        assertThat(signed()).isEqualTo(EVENTS);
    }

    /** As the command side's first start with codes gives it. */
    @Test
    void anEventOfBeforeThereWereCodesIsSealedByTheOneThatItWasGiven() {
        node.close();
        tampered(INSERT
                + "'earlier', 'a case', 0, 'Case', '2026-01-01T00:00:00Z', payload_type, payload_revision, payload,"
                + " '{}' FROM events.domain_event WHERE global_index = 7");
        byte[] payload = owner.queryForObject(
                "SELECT payload FROM events.domain_event WHERE event_identifier = 'earlier'", byte[].class);
        String type = owner.queryForObject(
                "SELECT payload_type FROM events.domain_event WHERE event_identifier = 'earlier'", String.class);
        EventText earlier = new EventText(
                "Case",
                "a case",
                0,
                "earlier",
                type,
                "1",
                "2026-01-01T00:00:00Z",
                LogEntry.hash(payload),
                LogEntry.hash("{}".getBytes(UTF_8)));
        tampered(
                "INSERT INTO events.earlier_code VALUES (?, ?)",
                EVENTS + 1,
                new EventCodes(EventLog.KEYS).ofEarlier(earlier));
        node = Node.thatSeals(database, log, folder);

        awaitSigned(EVENTS + 1);
        assertThat(found()).isEmpty();
    }

    /** By whoever does the sealer's work as well, but for the signature. */
    @Test
    void t7_anEventAndItsLeafAreInserted() {
        node.close();
        owner.execute("ALTER TABLE events.domain_event DISABLE TRIGGER is_to_be_sealed");
        tampered(INSERT + "'forged', gen_random_uuid()::text, 0, type," + OF_THE_SEVENTH);
        LogEntry seventh = LogEntry.parse(entry(owner, leafOf(7)));
        byte[] forged = new LogEntry(
                        seventh.agg(),
                        owner.queryForObject(
                                "SELECT aggregate_identifier FROM events.domain_event WHERE event_identifier = 'forged'",
                                String.class),
                        "forged",
                        EVENTS + 1L,
                        seventh.meta(),
                        seventh.payload(),
                        seventh.rev(),
                        seventh.salt(),
                        0,
                        seventh.ts(),
                        seventh.type())
                .bytes();
        Hash leaf = Hash.leaf(forged);
        tampered(
                "INSERT INTO log.leaf (log, leaf_index, position, record_id, entry, leaf_hash) VALUES ('events', ?, ?, ?, ?, ?)",
                EVENTS,
                EVENTS + 1L,
                "forged",
                forged,
                leaf.bytes());
        Frontier grown = Frontier.decode(
                        owner.queryForObject("SELECT frontier FROM log.head WHERE log = 'events'", byte[].class))
                .append(leaf);
        tampered("UPDATE log.head SET frontier = ? WHERE log = 'events'", (Object) grown.encode());
        node = Node.thatSeals(database, log, folder);

        assertThat(alarm())
                .contains(
                        "Record " + (EVENTS + 1) + " of the log of events (leaf " + EVENTS + ")",
                        "bears a code that was not made for it");
        assertThat(signed()).isEqualTo(EVENTS);
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.RECORD_NOT_OURS);
            assertThat(finding.leaf()).isEqualTo(EVENTS);
        });
    }

    private long leafOf(long position) {
        return owner.queryForObject(
                "SELECT leaf_index FROM log.leaf WHERE log = 'events' AND position = ?", Long.class, position);
    }

    @Test
    void afterTheForgedEventWasTakenAwayTheLogGoesOn() {
        tampered(INSERT + "'forged', gen_random_uuid()::text, 0, type," + OF_THE_SEVENTH);
        recordOne();
        assertThat(alarm()).contains("Record " + (EVENTS + 1));

        tampered("DELETE FROM log.pending WHERE log = 'events' AND position = ?", EVENTS + 1);
        tampered("DELETE FROM events.domain_event WHERE event_identifier = 'forged'");
        restart();

        awaitSigned(EVENTS + 2);
        assertThat(found()).isEmpty();
    }

    @Test
    void t8_theEndIsCutOff() {
        tampered("DELETE FROM log.leaf WHERE log = 'events' AND leaf_index >= ?", EVENTS - 2);
        assertThat(found()).extracting(Finding::kind).contains(Kind.TREE_ALTERED);
        assertThat(found()).extracting(Finding::kind).contains(Kind.RECORD_NOT_SEALED);
    }

    /** All of the log as it was before, but for what lies outside. */
    @Test
    void t11_yesterdaysBackupIsPutBack() {
        List<String> tables = List.of("log.head", "log.leaf", "log.tile", "log.checkpoint", "events.domain_event");
        tables.forEach(table -> owner.execute("CREATE TABLE "
                + table.replace("log.", "log.was_").replace("events.", "events.was_") + " AS TABLE " + table));
        recordOne();
        awaitSigned(EVENTS + 2);
        node.close();
        tables.forEach(table -> {
            owner.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            owner.execute("DELETE FROM " + table);
            owner.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE TABLE "
                    + table.replace("log.", "log.was_").replace("events.", "events.was_"));
        });
        node = Node.thatSeals(database, log, folder);
        assertThat(alarm()).contains("a backup was put back", "Roll the database forward");
        assertThat(signed()).isEqualTo(EVENTS);
    }

    private static final String WITHOUT_CIPHERTEXT =
            "UPDATE events.domain_event SET payload = convert_to(regexp_replace(convert_from(payload, 'UTF8'),"
                    + " ',\"c\":\"[^\"]+\"', ''), 'UTF8') WHERE global_index = ?";

    /** Something was sealed about a person who was erased; gives the place of the event that holds it. */
    private long erased(CaseId caseId) {
        Happenings of = new Happenings(caseId);
        Sealed sealed = new Sealed(caseId, 1, DataClass.B, PersonalField.IDENTITY, EventLog.ACT, "c2VhbGVk");
        log.append(
                0,
                List.of(
                        of.opened(),
                        new PersonalDataRecorded(caseId, sealed, null),
                        new PersonErased(caseId, Happenings.DAY)));
        awaitSigned(EVENTS + 3);
        return EVENTS + 2;
    }

    private void recordsRedaction(CaseId caseId, long version, byte[] content) {
        Remainder redacted = new Remainder(version, ContentHash.of(content));
        log.append(3, List.of(new SealedDataRedacted(caseId, Set.of(redacted))));
    }

    private byte[] payload(long position) {
        return owner.queryForObject(
                "SELECT payload FROM events.domain_event WHERE global_index = ?", byte[].class, position);
    }

    /** The latest comparison of the log of events. */
    private SelfCheck ended() {
        found();
        return node.bean(SelfCheckTable.class).lastEnded(LogName.EVENTS).orElseThrow();
    }

    @Test
    void t16_whatWasSealedAboutAPersonWhoWasErasedIsTakenOut() {
        CaseId caseId = new CaseId(UUID.randomUUID());
        long position = erased(caseId);
        String before = tables().checkpoint(LogName.EVENTS).orElseThrow().toString();

        tampered(WITHOUT_CIPHERTEXT, position);
        recordsRedaction(caseId, 2, payload(position));
        awaitSigned(EVENTS + 4);

        SelfCheck check = ended();
        assertThat(check.state()).isEqualTo(SelfCheck.State.NOTHING_FOUND);
        assertThat(check.findings()).isEmpty();
        assertThat(check.redacted()).isEqualTo(1);
        assertThat(check.redactions()).singleElement().satisfies(redacted -> {
            assertThat(redacted.kind()).isEqualTo(Kind.RECORD_REDACTED);
            assertThat(redacted.position()).isEqualTo(position);
            assertThat(redacted.about()).isEqualTo(caseId.toString());
            assertThat(redacted.sentence())
                    .isEqualTo(
                            "Record 282 of the log of events (leaf 281) is redacted: what was sealed about the person was"
                                    + " taken out after she was erased (leaf 282), as leaf 283 says.");
        });
        assertThat(tables().checkpoints(LogName.EVENTS, EVENTS + 2, 10))
                .first()
                .asString()
                .isEqualTo(before);
        recordOne();
        awaitSigned(EVENTS + 6);
    }

    @Test
    void t16_butWithoutAnEventThatSaysSoItIsTampering() {
        long position = erased(new CaseId(UUID.randomUUID()));

        tampered(WITHOUT_CIPHERTEXT, position);

        assertThat(found())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.RECORD_ALTERED, position));
    }

    @Test
    void t16_andSoIsWhateverElseIsChangedInTheSameEvent() {
        CaseId caseId = new CaseId(UUID.randomUUID());
        long position = erased(caseId);
        tampered(WITHOUT_CIPHERTEXT, position);
        recordsRedaction(caseId, 2, payload(position));
        awaitSigned(EVENTS + 4);
        assertThat(found()).isEmpty();

        tampered(
                "UPDATE events.domain_event SET payload = convert_to(replace(convert_from(payload, 'UTF8'), 'IDENTITY',"
                        + " 'PAPERS'), 'UTF8') WHERE global_index = ?",
                position);

        assertThat(found())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.RECORD_ALTERED, position));
        tampered("UPDATE events.domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = ?", position);
        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("its time, its payload"));
    }

    /** The one that says what was redacted is made to say more. */
    @Test
    void t16_norDoesAnEventThatWasAlteredItselfExcuseAnything() {
        CaseId caseId = new CaseId(UUID.randomUUID());
        long position = erased(caseId);
        tampered(WITHOUT_CIPHERTEXT, position);
        recordsRedaction(caseId, 1, payload(position));
        awaitSigned(EVENTS + 4);

        tampered(
                "UPDATE events.domain_event SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                        + " '\"version\":1', '\"version\":2'), 'UTF8') WHERE global_index = ?",
                EVENTS + 4L);

        assertThat(found())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.RECORD_ALTERED, position), tuple(Kind.RECORD_ALTERED, EVENTS + 4L));
    }

    /** Of a person who was not erased nothing may be taken out, whatever an event says. */
    @Test
    void t16_norIsAnythingRedactedOfAPersonWhoWasNotErased() {
        tampered("UPDATE events.domain_event SET payload = set_byte(payload, 3, 42) WHERE global_index = 7");
        CaseId caseId = CaseId.of(owner.queryForObject(
                "SELECT aggregate_identifier FROM events.domain_event WHERE global_index = 7", String.class));
        long version = owner.queryForObject(
                "SELECT sequence_number + 1 FROM events.domain_event WHERE global_index = 7", Long.class);
        Remainder redacted = new Remainder(version, ContentHash.of(payload(7)));
        log.append(2, List.of(new SealedDataRedacted(caseId, Set.of(redacted))));

        assertThat(found()).extracting(Finding::kind, Finding::position).contains(tuple(Kind.RECORD_ALTERED, 7L));
    }

    @Test
    void theRootOfATileIsAltered() {
        tampered("UPDATE log.tile SET root = set_byte(root, 3, 42) WHERE level = 0");
        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("tiles", "level 0"));
    }

    @Test
    void anEventIsMovedInTime() {
        tampered("UPDATE events.domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = 11");
        assertThat(found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("its time"));
    }

    @Test
    void aReadingIsAltered() {
        owner.update(
                "INSERT INTO reads.opening (opened_at, case_id, version, reader, issuer, role, country, purpose, fields,"
                        + " legal_ground) VALUES (now(), gen_random_uuid(), 1, gen_random_uuid(), 'test', 'AUDITOR', 'BG', 'AUDIT',"
                        + " '{IDENTITY}', 'PUBLIC_TASK')");
        await().atMost(20, SECONDS)
                .until(() -> tables().checkpoint(LogName.READINGS).isPresent());
        assertThat(found()).isEmpty();
        owner.execute("ALTER TABLE reads.opening DISABLE TRIGGER never_altered");
        owner.update("UPDATE reads.opening SET fields = '{CONTACT}'");
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.log()).isEqualTo(LogName.READINGS);
            assertThat(finding.kind()).isEqualTo(Kind.RECORD_ALTERED);
        });
    }
}
