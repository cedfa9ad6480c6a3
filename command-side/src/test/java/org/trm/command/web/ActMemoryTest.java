package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeyStore;
import org.trm.events.types.CaseId;

@ExtendWith(OutputCaptureExtension.class)
class ActMemoryTest {
    @TempDir
    static Path folder;

    private static final CaseId CASE = new CaseId(Ids.next());

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate jdbc;
    private static ActMemory memory;
    private static RequestSeal seal;
    private static TransactionTemplate transaction;

    private final UUID act = Ids.next();
    private final String request = seal.of("POST", "/api/cases", new byte[] {1});

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        DataSource database = postgres.getPostgresDatabase();
        jdbc = new JdbcTemplate(database);
        jdbc.execute("CREATE ROLE trm_command; CREATE ROLE trm_query");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/command")
                .target("2")
                .load()
                .migrate();
        memory = new ActMemory(jdbc);
        seal = new RequestSeal(keys());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** Those that every node opens. */
    private static KeyStore keys() {
        return FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void givesTheFirstAnswerAgain() {
        assertThat(asked(request, new Happened(List.of(), 7))).isEqualTo(new Happened(List.of(), 7));
        assertThat(asked(request, new Happened(List.of(), 8))).isEqualTo(new Happened(List.of(), 7));
    }

    @Test
    void refusesAgainWithTheSameFactsInTheirOrder() {
        Refused first = new Refused(Rule.REFLECTION_TOO_SHORT, Map.of("pointer", "/until"), 3);
        asked(request, first);
        assertThat(asked(request, new Happened(List.of(), 4))).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"VERSION_MISMATCH", "CLOCK_BEHIND", "UNKNOWN_CASE", "NOT_HOLDER"})
    void decidesAnewWhatAMomentLaterMayBeRight(Rule rule) {
        asked(request, new Refused(rule, Map.of(), 3));
        assertThat(asked(request, new Happened(List.of(), 4)).version()).isEqualTo(4);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        asked(request, new Happened(List.of(), 7));
        String other = seal.of("POST", "/api/cases", new byte[] {2});
        assertFault(() -> asked(other, new Happened(List.of(), 8)), Fault.KEY_REUSED);
    }

    @Test
    void refusesToActTwiceAtOnce() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Decision> first = CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
            Decision before = memory.recall(act, request);
            underWay.countDown();
            await(finish);
            memory.keep(act, request, CASE, new Happened(List.of(), 7));
            return before;
        }));
        underWay.await();
        assertFault(() -> asked(request, new Happened(List.of(), 8)), Fault.KEY_IN_USE);
        finish.countDown();
        assertThat(first.get()).isNull();
        assertThat(asked(request, new Happened(List.of(), 8)).version()).isEqualTo(7);
    }

    @Test
    void forgetsWithTheActThatFailed() {
        transaction.executeWithoutResult(status -> {
            memory.keep(act, request, CASE, new Happened(List.of(), 7));
            status.setRollbackOnly();
        });
        assertThat(asked(request, new Happened(List.of(), 8)).version()).isEqualTo(8);
    }

    @Test
    void forgetsAfterThirtyDaysAndNotBefore() {
        asked(request, new Happened(List.of(), 7));
        forgetsWhenItIsOld("29 days 23 hours");
        assertThat(asked(request, new Happened(List.of(), 8)).version()).isEqualTo(7);
        forgetsWhenItIsOld("30 days 1 minute");
        assertThat(asked(request, new Happened(List.of(), 8)).version()).isEqualTo(8);
    }

    /** The clock is the database's, which is not ours to move: so the act is moved into the past. */
    private void forgetsWhenItIsOld(String age) {
        int moved = jdbc.update(
                "UPDATE acts.idempotency SET created_at = now() - CAST(? AS interval) WHERE command_id = ?", age, act);
        assertThat(moved).isEqualTo(1);
        new Forgetting().forgetActs(jdbc).execute(null, null);
    }

    @Test
    void sealsTheSameRequestAlikeOnEveryNode() {
        RequestSeal other = new RequestSeal(keys());
        assertThat(other.of("POST", "/api/cases", new byte[] {1})).isEqualTo(request);
        assertThat(other.of("POST", "/api/cases", null)).isNotEqualTo(request);
    }

    @Test
    void saysSoWhenTheKeyOfRememberedRequestsIsLost(CapturedOutput log) throws IOException {
        asked(request, new Happened(List.of(), 7));
        new LostRequestKey(keys(), jdbc, null);
        assertThat(log.getAll()).doesNotContain("requests.key");
        Path key = folder.resolve("keys/macs/requests.key");
        Path aside = Files.move(key, folder.resolve("aside"));

        new LostRequestKey(keys(), jdbc, null);

        assertThat(log.getAll()).contains("macs/requests.key is missing");
        Files.move(aside, key);
    }

    private Decision asked(String sealed, Decision anew) {
        return transaction.execute(status -> {
            Decision before = memory.recall(act, sealed);
            if (before == null) {
                memory.keep(act, sealed, CASE, anew);
            }
            return before == null ? anew : before;
        });
    }

    private static void assertFault(Supplier<Decision> asking, Fault fault) {
        assertThatThrownBy(asking::get)
                .isInstanceOfSatisfying(
                        Unanswerable.class, e -> assertThat(e.problem().code()).isEqualTo(fault.name()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
