package org.trm.query.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.VerifierKey;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.EventText;
import org.trm.query.TestDatabase;

/** However a sealer ends, and however many there are: one tree, without a gap, in which every record stands once. */
class SealerFaultsTest {
    private static final String ORIGIN = "log.example/events";
    private static final int WRITERS = 8;
    private static final String NOON = "2026-03-01T12:00:00Z";
    private static final String EMPTY = LogEntry.hash("{}".getBytes(UTF_8));

    @TempDir
    Path folder;

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private FileKeyStore store;
    private EventCodes codes;
    private LogKeys keys;

    @BeforeEach
    void begin() {
        store = FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased"));
        codes = new EventCodes(store);
        codes.begin();
        keys = new LogKeys(store, new LogTables(jdbc), Clock.systemUTC(), Duration.ofDays(30));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Sealer sealer(DataSource of) {
        LogTables tables = new LogTables(jdbc);
        tables.begin(LogName.EVENTS, ORIGIN);
        keys.begin(LogName.EVENTS, ORIGIN);
        return new Sealer(
                new EventRecords(JdbcClient.create(of), store),
                new LogTables(new JdbcTemplate(of)),
                new CopyOutside(folder.resolve("log")),
                ORIGIN,
                keys,
                new TransactionTemplate(new JdbcTransactionManager(of)),
                Clock.systemUTC());
    }

    private void recorded(int events) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < events; i++) {
                insert(connection);
            }
            connection.commit();
        }
    }

    private void insert(Connection connection) throws SQLException {
        String id = UUID.randomUUID().toString();
        String aboutId = UUID.randomUUID().toString();
        String code = codes.of(new EventText("Case", aboutId, 0, id, "any", "1", NOON, EMPTY, EMPTY));
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload_revision, payload, metadata)"
                        + " VALUES (?, ?, 0, 'Case', ?, 'any', '1', '{}', convert_to(?, 'UTF8'))")) {
            statement.setString(1, id);
            statement.setString(2, aboutId);
            statement.setString(3, NOON);
            statement.setString(4, "{\"mac\":\"" + code + "\"}");
            statement.executeUpdate();
        }
    }

    private long events() {
        return jdbc.queryForObject("SELECT count(*) FROM events.domain_event", Long.class);
    }

    private void assertOneTree() {
        LogTables tables = new LogTables(jdbc);
        List<StoredLeaf> leaves = tables.leaves(LogName.EVENTS, 0, Long.MAX_VALUE);
        assertThat(leaves).extracting(StoredLeaf::index).startsWith(0L).isSorted();
        assertThat(leaves.size()).isEqualTo(leaves.get(leaves.size() - 1).index() + 1);
        assertThat(new HashSet<>(leaves.stream().map(StoredLeaf::position).toList()))
                .hasSize((int) events());
        Frontier tree = Frontier.EMPTY;
        List<Checkpoint> signed = new ArrayList<>();
        for (SignedNote note : tables.checkpoints(LogName.EVENTS, 0, Integer.MAX_VALUE)) {
            signed.add(Checkpoint.verified(note, keys.ours(LogName.EVENTS).get(0)));
        }
        Set<Checkpoint> made = new HashSet<>();
        for (StoredLeaf leaf : leaves) {
            tree = tree.append(leaf.hash());
            made.add(new Checkpoint(ORIGIN, tree.size(), tree.root()));
        }
        assertThat(made).containsAll(signed);
        assertThat(signed.get(signed.size() - 1).size()).isEqualTo(events());
        assertThat(tables.pending(LogName.EVENTS)).isZero();
    }

    @Test
    void t13_aSealerIsKilledAtEachOfItsSteps() throws SQLException {
        boolean wentThrough = false;
        for (int step = 1; !wentThrough; step++) {
            recorded(3);
            FailingDatabase failing = new FailingDatabase(database, step);
            try {
                sealer(failing).round();
            } catch (DataAccessException | TransactionException | IllegalStateException e) {
                assertThat(failing.failed()).isTrue();
            }
            wentThrough = !failing.failed();
            sealer(database).requireContinues();
        }
        sealer(database).round();
        assertOneTree();
    }

    /** What has been kept outside when it could not be published any more is published by whoever comes next. */
    @Test
    void aSealerIsKilledBetweenSigningAndPublishing() throws SQLException {
        recorded(3);
        jdbc.execute("ALTER TABLE log.checkpoint RENAME TO gone");
        try {
            sealer(database).round();
        } catch (DataAccessException e) {
            assertThat(new CopyOutside(folder.resolve("log")).last(LogName.EVENTS))
                    .isEmpty();
        }
        jdbc.execute("ALTER TABLE log.gone RENAME TO checkpoint");
        jdbc.execute("CREATE FUNCTION log.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'no'; END $$;"
                + " CREATE TRIGGER refused BEFORE INSERT ON log.checkpoint FOR EACH ROW EXECUTE FUNCTION log.refuse()");
        try {
            sealer(database).round();
        } catch (DataAccessException e) {
            assertThat(new CopyOutside(folder.resolve("log")).last(LogName.EVENTS))
                    .isPresent();
        }
        jdbc.execute("DROP TRIGGER refused ON log.checkpoint");
        sealer(database).round();
        assertOneTree();
    }

    @Test
    void whoKnowsTheOldKeyAloneChecksForAWhile() throws SQLException {
        recorded(1);
        sealer(database).round();
        VerifierKey old = keys.ours(LogName.EVENTS).get(0);
        keys.replace();
        recorded(1);
        sealer(database).round();
        SignedNote both = new LogTables(jdbc).checkpoint(LogName.EVENTS).orElseThrow();
        VerifierKey fresh = keys.ours(LogName.EVENTS).get(1);
        assertThat(both.verify(List.of(old, fresh))).containsExactly(old, fresh);
        keys = new LogKeys(
                FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased")),
                new LogTables(jdbc),
                Clock.systemUTC(),
                Duration.ZERO);
        recorded(1);
        sealer(database).round();
        SignedNote one = new LogTables(jdbc).checkpoint(LogName.EVENTS).orElseThrow();
        assertThat(one.verify(List.of(old, fresh))).containsExactly(fresh);
    }

    /** What cannot be told apart from a forged one is not sealed, and not taken for one either. */
    @Test
    void without_the_key_of_codes_nothing_is_sealed_until_it_is_put_back() throws Exception {
        recorded(1);
        Path key = folder.resolve("keys/macs/events.key");
        Files.move(key, folder.resolve("aside"));
        store = FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased"));

        assertThatThrownBy(() -> sealer(database).round())
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining("macs/events.key");
        assertThat(new LogTables(jdbc).pending(LogName.EVENTS)).isEqualTo(1);
        assertThat(key).doesNotExist();

        Files.move(folder.resolve("aside"), key);

        sealer(database).round();
        assertOneTree();
    }

    /** Events are counted when they are written, and seen when they are committed: in another order. */
    @Test
    void t12_twoSealersAtOnceWhileEventsAreCommittedOutOfOrder() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        List<Future<?>> writers = new ArrayList<>();
        List<Future<?>> sealers = new ArrayList<>();
        Connection late = database.getConnection();
        late.setAutoCommit(false);
        insert(late);
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(i);
            writers.add(threads.submit(() -> {
                written(random);
                return null;
            }));
        }
        for (int i = 0; i < 2; i++) {
            Sealer sealer = sealer(database);
            sealers.add(threads.submit(() -> {
                while (writing.get()) {
                    sealer.round();
                }
                return null;
            }));
        }
        await().atMost(20, SECONDS).until(() -> new LogTables(jdbc).size(LogName.EVENTS) > 0);
        late.commit();
        late.close();
        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);
        for (Future<?> sealer : sealers) {
            sealer.get();
        }
        threads.shutdown();
        sealer(database).round();
        assertOneTree();
        List<Long> order = new LogTables(jdbc)
                .leaves(LogName.EVENTS, 0, Long.MAX_VALUE).stream()
                        .map(StoredLeaf::position)
                        .toList();
        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
    }

    private void written(Random random) throws SQLException, InterruptedException {
        for (int i = 0; i < 25; i++) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection);
                Thread.sleep(random.nextInt(40));
                if (random.nextInt(20) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
    }
}
