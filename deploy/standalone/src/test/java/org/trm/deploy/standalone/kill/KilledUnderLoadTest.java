package org.trm.deploy.standalone.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trm.deploy.standalone.kill.Ledger.Entry;

/**
 * Thirty-two clients hand over cases while processes are killed. Each client goes on where it was, sending again what was
 * not answered; then all that was acknowledged must be there, once.
 */
class KilledUnderLoadTest {
    private static final int CLIENTS = 32;
    private static final int TOLD_AGAIN = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Chooses the moments; given again, the same ones, as far as the machine allows. */
    private static final long SEED = Long.getLong("trm.kill.seed", System.nanoTime());

    private static final Random CHANCE = new Random(SEED);

    /** Looked at when something was lost. */
    private static final Path LOG = Path.of("target", "killed-under-load.log");

    @TempDir
    static Path temporary;

    static Program program;
    static Api api;
    static Ledger ledger;
    static List<Caseworker> clients;

    @BeforeAll
    static void open() throws Exception {
        System.out.println("The moments are those of -Dtrm.kill.seed=" + SEED);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.deleteIfExists(LOG);
        program = new Program(temporary.resolve("data"), LOG);
        program.start();
        api = new Api(program.url());
        ledger = new Ledger();
        String shared = openedCase();
        clients = Stream.generate(() -> new Caseworker(api, ledger, shared, CHANCE.nextLong()))
                .limit(CLIENTS)
                .toList();
    }

    /** Also when the test before failed while it did not run. */
    @BeforeEach
    void run() throws Exception {
        program.startUnlessRunning();
    }

    @AfterAll
    static void close() throws Exception {
        program.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_is_there_once_after_a_kill_of(Kill kill) throws Exception {
        int uncertain = ledger.timesUncertain();
        long killed;
        try (Load load = new Load(clients, ledger)) {
            load.acknowledged(100 + CHANCE.nextInt(300));
            kill.hit(program, CHANCE);
            killed = System.nanoTime();
            if (kill.endsProgram()) {
                program.startAgain();
            }
            load.acknowledged(100 + CHANCE.nextInt(300));
            load.end();
        }
        assertThat(ledger.timesUncertain()).as("acts under way").isGreaterThan(uncertain);
        reckon();
        System.out.printf(
                "%s killed: first act served after %d ms, everything told and shown again after %d ms%n",
                kill, millis(firstServedAfter(killed) - killed), millis(System.nanoTime() - killed));
    }

    /** Ctrl-C, or the operating system that shuts down. */
    @Test
    void a_program_that_is_asked_to_stop_answers_what_it_has_begun() throws Exception {
        List<ProcessHandle> database = new ArrayList<>(program.keepers());
        database.add(program.postmaster());
        try (Load load = new Load(clients, ledger)) {
            load.acknowledged(100 + CHANCE.nextInt(300));
            load.insistNoMore();
            assertThat(program.stop()).isEqualTo(143);
            load.end();
        }
        await().atMost(PATIENCE).until(() -> database.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(program.folder().resolve("cluster/postmaster.pid")).doesNotExist();

        program.start();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> api.get("operator", Reckoning.PROJECTIONS).status() == 200);
        reckon();
    }

    private static void reckon() throws Exception {
        Reckoning reckoning = new Reckoning(ledger, api, new Store(program));
        reckoning.viewsCatchUp();
        reckoning.nothingIsLostAndNothingDoubled();
        reckoning.everyCaseStandsWhereItsClientLeftIt();
        reckoning.toldAgain(some(TOLD_AGAIN));
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private static long firstServedAfter(long moment) {
        return ledger.entries().stream()
                .filter(entry -> entry.sent() > moment)
                .mapToLong(Entry::answered)
                .min()
                .orElseThrow();
    }

    private static List<Entry> some(int many) {
        List<Entry> entries = new ArrayList<>(ledger.entries());
        entries.sort(Comparator.comparing(entry -> entry.act().key()));
        return Stream.generate(() -> entries.get(CHANCE.nextInt(entries.size())))
                .limit(many)
                .toList();
    }

    /** By the first act that the program serves. */
    private static String openedCase() {
        Act opening = new Act(
                Script.OPENING.login(),
                "",
                Script.OPENING.body().get(),
                UUID.randomUUID().toString(),
                0);
        long sent = System.nanoTime();
        Answer opened = await().atMost(PATIENCE).ignoreExceptions().until(() -> api.post(opening), Answer::done);
        ledger.acknowledged(opening, opened, sent);
        ledger.responsible(opened.caseId(), "BG");
        return opened.caseId();
    }
}
