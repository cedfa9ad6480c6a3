package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.ConsistencyProof;
import org.trm.events.proof.Cosignature;
import org.trm.events.proof.Hash;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SampleLog;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.VerifierKey;

/** A witness signs one history of a log, the one that it saw grow, whatever it is shown and whenever it is stopped. */
class WitnessTest {
    private static final SampleLog LOG = SampleLog.of(40);
    /** The same log with another past. */
    private static final SampleLog OTHER = LOG.with(3, LOG.entries().get(4));

    @TempDir
    private Path temporary;

    private RunningWitness witness;

    @BeforeEach
    void runs() {
        witness = new RunningWitness(temporary);
    }

    @AfterEach
    void ends() {
        witness.close();
    }

    private void runsAgain() {
        witness.close();
        runs();
    }

    private void isSigned(HttpResponse<String> answer, SampleLog log) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SignedNote cosigned = SignedNote.parse((log.signed() + answer.body()).getBytes(UTF_8));
        assertThat(Cosignature.verified(cosigned, List.of(witness.key())))
                .containsExactly(new Cosignature(witness.key(), SampleLog.SEEN));
    }

    private static void isRefused(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why).doesNotContain("—");
    }

    private static void isAt(HttpResponse<String> answer, int size) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo(size + "\n");
    }

    private Checkpoint kept() throws IOException {
        return Checkpoint.parse(
                SignedNote.parse(Files.readAllBytes(witness.kept())).text());
    }

    @Test
    void aLogThatGrowsIsSignedEachTime() throws IOException {
        int before = 0;
        for (int size : new int[] {0, 0, 1, 7, 8, 8, 40}) {
            isSigned(witness.show(before, LOG.first(size)), LOG.first(size));
            assertThat(kept()).isEqualTo(LOG.first(size).checkpoint());
            before = size;
        }
        assertThat(witness.said()).contains("2023-11-14T22:13:20Z trm.example/ledger signed at 40 entries.\n");
    }

    @Test
    void whoBeginsElsewhereIsToldWhereTheWitnessIs() {
        isAt(witness.show(5, LOG.first(8)), 0);
        isSigned(witness.show(0, LOG.first(8)), LOG.first(8));
        isAt(witness.show(0, LOG), 8);
        isAt(witness.show(5, LOG.first(7)), 8);
        isSigned(witness.show(8, LOG), LOG);
    }

    @Test
    void ofOneSizeThereIsOneHistory() {
        isSigned(witness.show(0, LOG), LOG);

        isAt(witness.send(new AddCheckpoint(40, List.of(), OTHER.signed()).bytes()), 40);

        assertThat(witness.said())
                .contains("(409) SPLIT VIEW: had the root " + LOG.checkpoint().root());
        isSigned(witness.show(40, LOG), LOG);
    }

    @Test
    void anotherPastIsNotSignedWhateverItsProof() throws IOException {
        isSigned(witness.show(0, LOG.first(8)), LOG.first(8));

        isRefused(witness.show(8, OTHER), 422, "NOT SHOWN TO HAVE ONLY GROWN");

        assertThat(kept()).isEqualTo(LOG.first(8).checkpoint());
        assertThat(witness.said()).contains("(422) NOT SHOWN TO HAVE ONLY GROWN");
    }

    @Test
    void aForgedProofProvesNothing() {
        isSigned(witness.show(0, LOG.first(7)), LOG.first(7));
        List<Hash> path = ConsistencyProof.of(7, 40, LOG.tree()).path();

        for (int at = 0; at < path.size(); at++) {
            List<Hash> forged = new ArrayList<>(path);
            forged.set(at, Hash.leaf(new byte[] {(byte) at}));
            refused(forged);
            forged.remove(at);
            refused(forged);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(path.get(0));
        refused(longer);
        refused(List.of());
        isSigned(witness.show(7, LOG), LOG);
    }

    private void refused(List<Hash> path) {
        isRefused(witness.send(new AddCheckpoint(7, path, LOG.signed()).bytes()), 422, "GROWN");
    }

    @Test
    void whatTheLogDidNotSignIsRefused() {
        byte[] borrowed = ("old 0\n\n"
                        + LOG.signed()
                                .toString()
                                .replace(
                                        LOG.checkpoint().text(),
                                        LOG.first(8).checkpoint().text()))
                .getBytes(UTF_8);
        VerifierKey thiefs = new VerifierKey(SampleLog.LOG.name(), SignatureKind.LOG, SampleLog.WITNESS.publicKey());
        SignedNote stolen = LOG.checkpoint().sign(NoteSigner.ofSeed(thiefs, seed()));

        isRefused(witness.send(borrowed), 403, "is not under this text");
        isRefused(witness.send(new AddCheckpoint(0, List.of(), stolen).bytes()), 403, "is signed by none of");
    }

    private static byte[] seed() {
        byte[] seed = new byte[32];
        IntStream.range(0, 32).forEach(i -> seed[i] = (byte) (32 + i));
        return seed;
    }

    @Test
    void aLogThatItWasNotGivenIsUnknown() {
        VerifierKey key = new VerifierKey("trm.example/other", SignatureKind.LOG, SampleLog.LOG.publicKey());
        NoteSigner signer = NoteSigner.ofSeed(
                key, IntStream.range(0, 32).collect(() -> new byte[32], (seed, i) -> seed[i] = (byte) i, (a, b) -> {}));
        SignedNote note = new Checkpoint(key.name(), 1, Hash.leaf(new byte[0])).sign(signer);
        byte[] request = new AddCheckpoint(0, List.of(), note).bytes();

        isRefused(witness.send(request), 404, "was not given that log");

        witness.close();
        witness = new RunningWitness(temporary, key);
        assertThat(witness.send(request).statusCode()).isEqualTo(200);
        isSigned(witness.show(0, LOG), LOG);
    }

    /** While a log changes its key, both sign. */
    @Test
    void aLogMayChangeItsKey() {
        VerifierKey next = new VerifierKey(SampleLog.LOG.name(), SignatureKind.LOG, SampleLog.WITNESS.publicKey());
        isSigned(witness.show(0, LOG.first(8)), LOG.first(8));
        witness.close();
        witness = new RunningWitness(temporary, next);
        SignedNote note = LOG.checkpoint().sign(NoteSigner.ofSeed(next, seed()));
        List<Hash> path = ConsistencyProof.of(8, 40, LOG.tree()).path();

        assertThat(witness.send(new AddCheckpoint(8, path, note).bytes()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old 0\n", "old 41\n\nCHECKPOINT", "old 00\n\nCHECKPOINT", "old 0\r\n\r\nCHECKPOINT"})
    void whatIsNoRequestIsSaidToBeNone(String body) {
        byte[] request = body.replace("CHECKPOINT", LOG.signed().toString()).getBytes(UTF_8);

        assertThat(witness.send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void itIsAskedInOneWayAndBriefly() {
        assertThat(witness.send("GET", "/add-checkpoint", new byte[0]).statusCode())
                .isEqualTo(405);
        assertThat(witness.send("POST", "/add-checkpoint/x", new byte[0]).statusCode())
                .isEqualTo(404);
        assertThat(witness.send(new byte[(1 << 16) + 1]).statusCode()).isEqualTo(413);
    }

    @Test
    void itGoesOnWhereItStoppedUnderTheSameKey() {
        VerifierKey key = witness.key();
        isSigned(witness.show(0, LOG.first(8)), LOG.first(8));

        runsAgain();

        assertThat(witness.key()).isEqualTo(key);
        isAt(witness.show(0, OTHER), 8);
        isRefused(witness.show(8, OTHER), 422, "GROWN");
        isSigned(witness.show(8, LOG), LOG);
    }

    /** Killed after it kept what it signed and before it said so: whoever asked asks again, and nobody gets another. */
    @Test
    void whatItKeptAndNobodyHeardOfBindsIt() {
        isSigned(witness.show(0, LOG.first(8)), LOG.first(8));
        assertThat(witness.show(8, LOG).statusCode()).isEqualTo(200);

        runsAgain();

        isAt(witness.show(8, LOG), 40);
        isAt(witness.send(new AddCheckpoint(40, List.of(), OTHER.signed()).bytes()), 40);
        isSigned(witness.show(40, LOG), LOG);
    }

    @Test
    void whatCannotBeKeptIsNotSigned() throws IOException {
        isSigned(witness.show(0, LOG.first(8)), LOG.first(8));
        Path obstacle = Files.createDirectories(
                witness.kept().resolveSibling(witness.kept().getFileName() + ".new/x"));

        isRefused(witness.show(8, LOG), 500, "could not be kept, and was not signed");

        Files.delete(obstacle);
        assertThat(kept()).isEqualTo(LOG.first(8).checkpoint());
        isSigned(witness.show(8, LOG), LOG);
    }

    @Test
    void signaturesOfOthersAreNotKept() {
        String forged = SampleLog.COSIGNER
                .cosign(LOG.checkpoint().text(), 1)
                .toString()
                .replace(SampleLog.WITNESS.name(), RunningWitness.NAME);
        byte[] request = ("old 0\n\n" + LOG.signed() + forged + "\n").getBytes(UTF_8);
        assertThat(witness.send(request).statusCode()).isEqualTo(200);

        runsAgain();

        assertThat(witness.kept()).content().doesNotContain(forged);
        isSigned(witness.show(40, LOG), LOG);
    }

    /** Of two histories that are shown at once, again and again, one is signed. */
    @Test
    void whoeverAsksAtOnceIsAnsweredOneAfterTheOther() {
        List<String> signed = Collections.synchronizedList(new ArrayList<>());
        IntStream.range(0, 40).parallel().forEach(i -> {
            SampleLog shown = i % 2 == 0 ? LOG : OTHER;
            if (witness.show(0, shown).statusCode() == 200) {
                signed.add(shown.checkpoint().text());
            }
        });

        assertThat(signed).hasSize(1);
    }

    @Test
    void itsKeyIsReadByItselfAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("witness.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderHasOneWitnessAtATime() {
        assertThatThrownBy(() -> new RunningWitness(temporary))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("is used by another running witness");
    }

    @Test
    void withoutWhatItSignedItDoesNotBegin() throws IOException {
        isSigned(witness.show(0, LOG), LOG);
        byte[] kept = Files.readAllBytes(witness.kept());
        witness.close();

        Files.write(witness.kept(), new byte[0]);
        assertThatThrownBy(this::runs)
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("is not what this witness signed");
        Files.write(witness.kept(), LOG.first(8).cosigned().bytes());
        assertThatThrownBy(this::runs).isInstanceOf(Misuse.class).hasMessageContaining("is signed by none of");
        Files.write(witness.kept(), kept);
        Files.writeString(temporary.resolve("witness.key"), "none\n");
        assertThatThrownBy(this::runs).isInstanceOf(Misuse.class).hasMessageContaining("is no key of a witness");
    }
}
