package org.trm.query.audit.witness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Cosignature;
import org.trm.events.proof.Hash;
import org.trm.events.proof.SampleLog;
import org.trm.events.proof.SignedNote;
import org.trm.events.types.CaseId;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.audit.sealing.Cosignatures;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;
import org.trm.query.audit.witness.WitnessStanding.State;
import org.trm.query.sample.Happenings;

/** A witness is shown each checkpoint, what it signs is kept, and what it contradicts is said. */
class TestimonyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Cosignature SIGNED = new Cosignature(SampleLog.WITNESS, SampleLog.SEEN);

    @TempDir
    Path folder;

    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final SomeWitness witness = new SomeWitness();
    private final MovedClock clock = new MovedClock();
    private Node node;
    private Testimony testimony;
    private int recorded;

    private static final class MovedClock extends Clock {
        private Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    @BeforeEach
    void begin() {
        node = Node.thatSeals(database, log, folder);
        isNew();
        record(5);
    }

    @AfterEach
    void close() {
        node.close();
        witness.close();
        log.store().shutDown();
        database.close();
    }

    /** As after a restart. */
    private void isNew() {
        Inquiry inquiry = new Inquiry(
                witness.known(),
                LogName.EVENTS,
                tables(),
                cosignatures(),
                new WitnessClient(witness.url(), Duration.ofSeconds(2)));
        testimony = new Testimony(witness.known(), LogName.EVENTS, inquiry, cosignatures(), clock, PATIENCE);
    }

    private LogTables tables() {
        return node.bean(LogTables.class);
    }

    private Cosignatures cosignatures() {
        return node.bean(Cosignatures.class);
    }

    private void record(int cases) {
        for (int i = 0; i < cases; i++) {
            log.append(0, List.of(new Happenings(new CaseId(UUID.randomUUID())).opened()));
        }
        recorded += cases;
        await().atMost(20, SECONDS)
                .until(() -> tables().checkpoint(LogName.EVENTS).isPresent()
                        && checkpoint().size() == recorded);
    }

    private Checkpoint checkpoint() {
        return Checkpoint.parse(
                tables().checkpoint(LogName.EVENTS).orElseThrow().text());
    }

    private SignedNote served() {
        return cosignatures()
                .below(LogName.EVENTS, tables().checkpoint(LogName.EVENTS).orElseThrow());
    }

    private WitnessStanding standing() {
        return testimony.standing("log.example");
    }

    private void later(Duration by) {
        clock.ahead = clock.ahead.plus(by);
    }

    private void isSigned() {
        assertThat(Cosignature.verified(served(), List.of(SampleLog.WITNESS))).containsExactly(SIGNED);
        assertThat(standing())
                .isEqualTo(new WitnessStanding(
                        "witness.example/w1",
                        SampleLog.WITNESS.toString(),
                        "log.example",
                        (long) recorded,
                        Instant.ofEpochSecond(SampleLog.SEEN),
                        State.WELL,
                        null,
                        null));
    }

    private void contradicts(String sentence) {
        testimony.ask();
        assertThat(standing().state()).isEqualTo(State.DISAGREES);
        assertThat(standing().sentence()).contains(sentence);
        assertThat(testimony.contradicts()).isTrue();
    }

    @Test
    void whatItSignsIsServedBelowTheCheckpoint() {
        testimony.ask();
        isSigned();

        record(3);
        assertThat(Cosignature.verified(served(), List.of(SampleLog.WITNESS))).isEmpty();
        testimony.ask();
        isSigned();

        assertThat(witness.asked()).extracting(AddCheckpoint::old).containsExactly(0L, 5L);
    }

    @Test
    void whatItSignedIsNotShownAgain() {
        testimony.ask();
        testimony.ask();
        isNew();
        testimony.ask();

        assertThat(witness.asked()).hasSize(1);
        isSigned();
    }

    /** Another node showed it, or its answer was lost. */
    @Test
    void whereItSaysToBeItIsAskedFrom() {
        witness.properly(new AddCheckpoint(
                0, List.of(), tables().checkpoint(LogName.EVENTS).orElseThrow()));
        record(2);

        testimony.ask();

        assertThat(witness.asked()).extracting(AddCheckpoint::old).containsExactly(0L, 5L);
        isSigned();
    }

    @Test
    void whoLostWhatItSawIsAskedFromTheBeginning() {
        testimony.ask();
        witness.saw(null);
        record(1);

        testimony.ask();

        assertThat(witness.asked()).extracting(AddCheckpoint::old).containsExactly(0L, 5L, 0L);
        isSigned();
    }

    @Test
    void whoSawMoreThanWasEverSignedContradicts() {
        witness.saw(new Checkpoint(checkpoint().origin(), 99, Hash.leaf(new byte[0])));

        contradicts("It saw 99 leaves, and no more than 5 were ever signed here");
    }

    @Test
    void whoSawAnotherTreeOfTheSameSizeContradicts() {
        witness.saw(new Checkpoint(checkpoint().origin(), 5, Hash.leaf(new byte[0])));

        contradicts("It signed another tree of 5 leaves.");
    }

    @Test
    void whoSawAnotherPastContradictsUntilItIsMended() {
        Checkpoint ours = checkpoint();
        witness.saw(new Checkpoint(ours.origin(), 3, Hash.leaf(new byte[0])));

        contradicts("The tree of 5 leaves does not continue what it saw");

        witness.saw(null);
        testimony.ask();
        assertThat(testimony.contradicts()).as("it rests for a moment").isTrue();
        later(Duration.ofSeconds(11));
        testimony.ask();
        isSigned();
    }

    @Test
    void whoContradictedAndIsGoneContradictsStill() {
        witness.saw(new Checkpoint(checkpoint().origin(), 99, Hash.leaf(new byte[0])));
        contradicts("It saw 99 leaves");
        witness.close();
        later(PATIENCE.plusMinutes(1));

        contradicts("It saw 99 leaves");
    }

    @Test
    void whoDoesNotAnswerIsSilentAfterAWhile() {
        witness.says(503, "text/plain", "later");
        testimony.ask();
        assertThat(standing().state()).isEqualTo(State.WELL);
        Instant begun = testimony.waiting().orElseThrow();

        later(PATIENCE);
        testimony.ask();

        assertThat(standing())
                .extracting(WitnessStanding::state, WitnessStanding::since, WitnessStanding::sentence)
                .containsExactly(State.SILENT, begun, "It answers with HTTP 503.");
        witness.isProper();
        later(Duration.ofSeconds(11));
        testimony.ask();
        isSigned();
    }

    @Test
    void whoHasNothingToSignIsNotSilent() {
        testimony.ask();
        later(Duration.ofDays(1));

        isSigned();
        assertThat(testimony.waiting()).isEmpty();
    }

    @Test
    void aSilenceOutlastsARestart() {
        testimony.ask();
        record(1);
        witness.close();
        later(PATIENCE.plusMinutes(1));
        isNew();
        testimony.ask();

        assertThat(standing().state()).isEqualTo(State.SILENT);
        assertThat(standing().size()).isEqualTo(5);
        assertThat(standing().sentence()).startsWith("It cannot be reached: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | text/plain | nothing | What it signs is no signature",
                "200 | text/plain | '' | It signs with another key",
                "409 | text/plain | 3 | It answers with HTTP 409.",
                "409 | text/x.tlog.size | much | It answers with HTTP 409.",
                "307 | text/plain | elsewhere | It answers with HTTP 307.",
                "403 | text/plain | unknown | It was given another key of this log",
                "404 | text/plain | unknown | It was not given this log"
            })
    void whatCannotBeUsedIsSilence(int status, String type, String body, String sentence) {
        witness.says(status, type, body);
        testimony.ask();
        later(PATIENCE.plusSeconds(1));

        assertThat(standing().state()).isEqualTo(State.SILENT);
        assertThat(standing().sentence()).startsWith(sentence);
        assertThat(cosignatures().last(LogName.EVENTS, SampleLog.WITNESS)).isEmpty();
        assertThat(witness.asked()).hasSize(1);
    }

    @Test
    void aSignatureOfSomethingElseIsNotKept() {
        witness.says(200, "text/plain", SampleLog.COSIGNER.cosign("another\n", 1) + "\n");
        testimony.ask();

        assertThat(cosignatures().last(LogName.EVENTS, SampleLog.WITNESS)).isEmpty();
    }

    @Test
    void whoNeverSaysTheSameTwiceIsNotAskedForEver() {
        witness.says(409, AddCheckpoint.SIZE_TYPE, "3\n");
        testimony.ask();
        later(PATIENCE.plusSeconds(1));

        assertThat(witness.asked()).hasSize(3);
        assertThat(standing().sentence()).isEqualTo("It never says twice how far it saw the log.");
    }
}
