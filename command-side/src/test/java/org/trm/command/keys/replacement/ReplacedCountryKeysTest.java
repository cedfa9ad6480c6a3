package org.trm.command.keys.replacement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.command.keys.StoredWraps;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** A country's key is replaced while acts and readings go on; nothing is lost by it, and nothing comes back. */
class ReplacedCountryKeysTest {
    private static final CountryCode BG = CountryCode.of("BG");
    private static final CountryCode RO = CountryCode.of("RO");
    private static final BooleanSupplier TO_THE_END = () -> true;
    private static EmbeddedPostgres server;

    @TempDir
    Path temporary;

    private final Map<CaseId, Sealed> sealed = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private StoredWraps wraps;
    private FileKeyStore store;
    private ReplacedCountryKeys replaced;

    @BeforeAll
    static void migrate() throws IOException {
        server = EmbeddedPostgres.start();
        JdbcClient.create(server.getPostgresDatabase())
                .sql("CREATE ROLE trm_command; CREATE ROLE trm_query")
                .update();
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("classpath:db/command")
                .defaultSchema("acts")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void begin() {
        DataSource database = server.getPostgresDatabase();
        jdbc = JdbcClient.create(database);
        jdbc.sql("TRUNCATE keys.wrap").update();
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        wraps = new StoredWraps(jdbc);
        store = store("keys");
        replaced = replaced(Duration.ZERO);
    }

    private FileKeyStore store(String folder) {
        return FileKeyStore.in(temporary.resolve(folder), temporary.resolve("erased"));
    }

    /** As another node has it, or this one after its next start. */
    private ReplacedCountryKeys replaced(Duration destroyAfter) {
        JdbcTransactionManager manager = new JdbcTransactionManager(server.getPostgresDatabase());
        FileKeyStore keys = store("keys");
        return new ReplacedCountryKeys(wraps, keys, keys, manager, clock(), destroyAfter);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private void recorded(int cases) {
        for (int i = 0; i < cases; i++) {
            CaseId caseId = new CaseId(UUID.randomUUID());
            DataKey key = key(caseId);
            wraps.add(new KeyWraps(store).wrap(key, RO));
            wraps.add(new KeyWraps(store).wrap(key, BG));
            sealed.put(caseId, key.seal(PersonalField.IDENTITY, UUID.randomUUID(), "Doe".getBytes(UTF_8)));
        }
    }

    private static DataKey key(CaseId caseId) {
        return DataKey.fresh(new DataKeyId(caseId, Scope.of(PersonalField.IDENTITY), 1));
    }

    private void assertAllIsRead(FileKeyStore by) {
        assertThat(sealed)
                .isNotEmpty()
                .allSatisfy((caseId, value) -> assertThat(wraps.of(caseId))
                        .hasSize(2)
                        .allSatisfy(
                                wrap -> assertThat(new KeyWraps(by).unwrap(wrap).open(value))
                                        .asString(UTF_8)
                                        .isEqualTo("Doe")));
    }

    private Map<String, Long> wrapsByKey(CountryCode country) {
        Map<String, Long> counted = new LinkedHashMap<>();
        jdbc.sql("SELECT country_key, count(*) FROM keys.wrap WHERE country = ? GROUP BY 1 ORDER BY 1")
                .param(country.value())
                .query((row, index) -> counted.put(row.getString(1), row.getLong(2)))
                .list();
        return counted;
    }

    @Test
    void whatWasRecordedBeforeIsReadAfterItAndTheKeyBeforeIsGone() {
        recorded(120);
        String other = store.keyOf(BG).id();

        String inUse = replaced.begin(RO).id();
        assertAllIsRead(store);
        replaced.goOn(TO_THE_END);

        assertThat(inUse).startsWith("RO-2-");
        assertThat(wrapsByKey(RO)).containsExactly(Map.entry(inUse, 120L));
        assertThat(wrapsByKey(BG)).containsExactly(Map.entry(other, 120L));
        assertThat(store.keysOf(RO)).singleElement().isEqualTo(store.keyOf(RO));
        assertAllIsRead(store);
        assertAllIsRead(store("keys"));
    }

    @Test
    void whatAKillCutOffIsReadAndIsFinishedByWhoComesNext() {
        recorded(120);
        String inUse = replaced.begin(RO).id();
        AtomicInteger batches = new AtomicInteger();
        replaced.goOn(() -> batches.incrementAndGet() < 2);

        assertThat(wrapsByKey(RO)).hasSize(2).containsValues(50L, 70L);
        assertThat(store.keysOf(RO)).hasSize(2);
        assertAllIsRead(store("keys"));
        assertThat(replaced(Duration.ZERO).begin(RO).id()).isEqualTo(inUse);
        replaced(Duration.ZERO).goOn(TO_THE_END);

        assertThat(wrapsByKey(RO)).containsExactly(Map.entry(inUse, 120L));
        assertThat(store("keys").keysOf(RO)).hasSize(1);
        assertAllIsRead(store("keys"));
    }

    @Test
    void twoNodesDoItTogether() {
        recorded(200);
        replaced.begin(RO);
        CompletableFuture<?>[] nodes = Stream.of(replaced, replaced(Duration.ZERO))
                .map(node -> CompletableFuture.runAsync(() -> node.goOn(TO_THE_END)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        replaced.goOn(TO_THE_END);

        assertThat(wrapsByKey(RO)).hasSize(1).containsValue(200L);
        assertAllIsRead(store);
    }

    @Test
    void whatIsTakenAwayMeanwhileStaysAway() {
        recorded(150);
        List<CaseId> cases = List.copyOf(sealed.keySet());
        replaced.begin(RO);
        CompletableFuture<Void> acts =
                CompletableFuture.runAsync(() -> cases.forEach(caseId -> wraps.of(caseId).stream()
                        .filter(wrap -> wrap.country().equals(RO))
                        .forEach(wraps::remove)));
        replaced.goOn(TO_THE_END);
        acts.join();
        replaced.goOn(TO_THE_END);

        assertThat(wrapsByKey(RO)).isEmpty();
        assertThat(store.keysOf(RO)).hasSize(1);
    }

    @Test
    void whoeverHasBegunToWrapToTheKeyBeforeIsWaitedFor() {
        recorded(1);
        CaseId caseId = new CaseId(UUID.randomUUID());
        DataKey key = key(caseId);
        transactions.executeWithoutResult(act -> {
            wraps.keepKeyOf(RO);
            KeyWrap wrap = new KeyWraps(store).wrap(key, RO);
            CompletableFuture.runAsync(() -> {
                        replaced.begin(RO);
                        replaced.goOn(TO_THE_END);
                    })
                    .join();
            wraps.add(wrap);
        });
        wraps.add(new KeyWraps(store).wrap(key, BG));
        sealed.put(caseId, key.seal(PersonalField.IDENTITY, UUID.randomUUID(), "Doe".getBytes(UTF_8)));
        assertThat(store.keysOf(RO)).hasSize(2);

        replaced.goOn(TO_THE_END);

        assertThat(store.keysOf(RO)).hasSize(1);
        assertAllIsRead(store);
    }

    @Test
    void whoeverHasReadAWrapHasTimeToOpenIt() {
        recorded(3);
        ReplacedCountryKeys patient = replaced(Duration.ofSeconds(30));
        patient.begin(RO);
        patient.goOn(TO_THE_END);
        now = now.plusSeconds(29);
        patient.goOn(TO_THE_END);
        assertThat(store.keysOf(RO)).hasSize(2);

        now = now.plusSeconds(1);
        patient.goOn(TO_THE_END);

        assertThat(store.keysOf(RO)).hasSize(1);
    }

    @Test
    void whatCannotBeOpenedKeepsTheKeyBefore() {
        recorded(60);
        CaseId broken = sealed.keySet().iterator().next();
        byte[] whole = jdbc.sql("SELECT wrapped FROM keys.wrap WHERE case_id = ? AND country = 'RO'")
                .param(broken.value())
                .query(byte[].class)
                .single();
        write(broken, new byte[whole.length]);
        replaced.begin(RO);
        replaced.goOn(TO_THE_END);
        assertThat(wrapsByKey(RO)).containsValues(1L, 59L);
        assertThat(store.keysOf(RO)).hasSize(2);

        write(broken, whole);
        replaced.goOn(TO_THE_END);

        assertThat(store.keysOf(RO)).hasSize(1);
        assertAllIsRead(store);
    }

    private void write(CaseId caseId, byte[] wrapped) {
        jdbc.sql("UPDATE keys.wrap SET wrapped = ? WHERE case_id = ? AND country = 'RO'")
                .param(wrapped)
                .param(caseId.value())
                .update();
    }

    @Test
    void aKeyThatIsMissingMustBePutBackFirst() throws IOException {
        recorded(1);
        Path key = temporary.resolve("keys/countries/RO-1.key");
        byte[] backup = Files.readAllBytes(key);
        Files.delete(key);
        assertThatThrownBy(() -> replaced.begin(RO))
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining("RO-1-");
        assertThat(store.keysOf(RO)).isEmpty();

        Files.write(key, backup);
        assertThat(replaced.begin(RO).id()).startsWith("RO-2-");
    }

    @Test
    void aBackupOfTheKeysOfBeforeOpensNothingThatLiesInTheDatabase() throws IOException {
        recorded(10);
        copy(temporary.resolve("keys"), temporary.resolve("backup"));
        assertAllIsRead(store("backup"));
        for (CountryCode country : List.of(BG, RO)) {
            replaced.begin(country);
        }
        replaced.goOn(TO_THE_END);

        assertAllIsRead(store);
        KeyWraps old = new KeyWraps(store("backup"));
        assertThat(sealed.keySet())
                .allSatisfy(caseId -> assertThat(wraps.of(caseId))
                        .allSatisfy(wrap ->
                                assertThatThrownBy(() -> old.unwrap(wrap)).isInstanceOf(KeysUnreachable.class)));
    }

    @Test
    void howeverMuchIsWrappedToTheKeyInUseNothingOfItIsReadToFindTheRest() {
        recorded(1);
        CountryKey older = store.keyOf(RO);
        CountryKey inUse = replaced.begin(RO);
        jdbc.sql("INSERT INTO keys.wrap SELECT gen_random_uuid(), 'B', 'NEVER', 1, 'RO', ?, ''"
                        + " FROM generate_series(1, 5000); ANALYZE keys.wrap")
                .param(inUse.id())
                .update();
        transactions.executeWithoutResult(look -> {
            assertThat(wraps.to(older, null, 50)).hasSize(1);
            assertThat(wraps.isNeeded(older)).isTrue();
            assertThat(wraps.keysOf(RO)).containsExactlyInAnyOrder(older.id(), inUse.id());
            assertThat(jdbc.sql("SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                                    + " FROM pg_stat_xact_user_tables WHERE relid = 'keys.wrap'::regclass")
                            .query(Long.class)
                            .single())
                    .isBetween(1L, 10L);
        });
    }

    @Test
    void whileItIsWaitedForNobodyWhoWrapsIsInTheWay() {
        recorded(1);
        AtomicInteger locks = new AtomicInteger();
        wraps = new StoredWraps(jdbc) {
            @Override
            public boolean nobodyWrapsFor(CountryCode country) {
                locks.incrementAndGet();
                return super.nobodyWrapsFor(country);
            }
        };
        ReplacedCountryKeys patient = replaced(Duration.ofSeconds(30));
        patient.begin(RO);
        patient.goOn(() -> false);
        assertThat(locks).hasValue(0);
        patient.goOn(TO_THE_END);
        patient.goOn(TO_THE_END);
        assertThat(locks).hasValue(1);
        now = now.plusSeconds(30);

        patient.goOn(TO_THE_END);

        assertThat(locks).hasValue(2);
        assertThat(store.keysOf(RO)).hasSize(1);
    }

    /** A device that does not answer is waited for so long. */
    private ReplacedCountryKeys replacedWith(Supplier<Duration> hanging, Runnable meanwhile) {
        FileKeyStore keys = store("keys");
        KeyStore device = (KeyStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KeyStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("decrypt")) {
                        meanwhile.run();
                        Duration waited = hanging.get();
                        now = now.plus(waited);
                        if (!waited.isZero()) {
                            throw new KeysUnreachable("There was no answer", null);
                        }
                    }
                    return method.invoke(keys, arguments);
                });
        JdbcTransactionManager manager = new JdbcTransactionManager(server.getPostgresDatabase());
        return new ReplacedCountryKeys(wraps, device, keys, manager, clock(), Duration.ZERO);
    }

    @Test
    void whileTheDeviceIsWaitedForWhatIsTakenAwayIsTakenAwayAtOnce() {
        recorded(3);
        JdbcClient act = JdbcClient.create(server.getPostgresDatabase());
        ReplacedCountryKeys device = replacedWith(
                () -> Duration.ZERO,
                () -> CompletableFuture.runAsync(
                                () -> act.sql("SET lock_timeout = '2s'; DELETE FROM keys.wrap WHERE country = 'RO'")
                                        .update())
                        .join());
        device.begin(RO);

        device.goOn(TO_THE_END);

        assertThat(wrapsByKey(RO)).isEmpty();
    }

    @Test
    void aDeviceThatDoesNotAnswerIsNotAskedForTheNextOneTooUntilTheNextLook() {
        recorded(5);
        AtomicInteger asked = new AtomicInteger();
        AtomicReference<Duration> hanging = new AtomicReference<>(Duration.ofSeconds(5));
        ReplacedCountryKeys device = replacedWith(hanging::get, asked::incrementAndGet);
        device.begin(RO);
        device.goOn(TO_THE_END);
        assertThat(asked).hasValue(1);

        hanging.set(Duration.ZERO);
        device.goOn(TO_THE_END);

        assertThat(store.keysOf(RO)).hasSize(1);
        assertAllIsRead(store);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
