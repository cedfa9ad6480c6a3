package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.NoteSignature;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SampleLog;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.VerifierKey;

/** A log that is what its checkpoint says is well; whatever was done to it otherwise is found. */
class VerifyTest {
    private static final SampleLog LOG = SampleLog.of(700);

    @TempDir
    private Path temporary;

    private Room room;

    @BeforeEach
    void isEmpty() {
        room = new Room(temporary);
    }

    private static byte[] flipped(byte[] content, int at) {
        byte[] flipped = content.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 700})
    void aLogOfAnySizeIsWell(int size) {
        room.serve(LOG.first(size));

        room.verify("--entries", "--witness", SampleLog.WITNESS.toString())
                .isWell()
                .says(
                        "The checkpoint of trm.example/ledger at " + size + " entries is signed by the log.",
                        "The witness witness.example/w1 saw it at 2023-11-14T22:13:20Z.",
                        "Its leaves were read with every entry, and the tiles above them.");
    }

    /** As many as need three levels of tiles. */
    @Test
    void aLogOfManyEntriesIsWellAndIsReadOnFromWhereItEnded() {
        SampleLog large = SampleLog.of(66_000);
        room.serve(large.first(65_700));
        room.verifyAgain().isWell();
        room.serve(large);

        room.verifyAgain("--entries").isWell();
        room.verifyAgain().isWell().says("Its leaves since entry 66000 were read");
    }

    @Test
    void whatIsNoLongerServedInPartIsReadFromTheWhole() {
        room.serve(LOG);
        room.write("log/checkpoint", LOG.first(500).signed().bytes());
        room.write("log/tile/1/000.p/1", LOG.first(300).files().get("tile/1/000.p/1"));
        room.delete("log/tile/1/000.p/2");

        room.verify("--entries").isWell();
    }

    @Test
    void anEntryThatWasChangedDoesNotHashToItsLeaf() {
        SampleLog changed = LOG.with(300, SampleLog.entry("case-0", "event-300", 100, 77));
        room.serve(with(LOG.files(), "tile/entries/001", changed));

        room.verify("--entries")
                .finds(
                        "WRONG: Entry 300 does not hash to its leaf; it says to be event event-300 (Case case-0, number 100).");
        room.verify().isWell();
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, String path, SampleLog from) {
        files.put(path, from.files().get(path));
        return files;
    }

    @Test
    void entriesThatWereSwappedDoNotHashToTheirLeaves() {
        SampleLog swapped =
                LOG.with(3, LOG.entries().get(6)).with(6, LOG.entries().get(3));
        room.serve(with(LOG.files(), "tile/entries/000", swapped));

        room.verify("--entries").finds("Entry 3 does not hash to its leaf", "Entry 6 does not hash to its leaf");
    }

    @Test
    void whatIsNoEntryIsSaidToBeNone() {
        room.serve(LOG.with(5, "{\"v\":1}".getBytes(UTF_8)));

        room.verify("--entries").finds("WRONG: Entry 5 cannot be read. An entry has exactly these members: agg, ");
    }

    @Test
    void anEventThatStandsThereTwiceIsFound() {
        room.serve(LOG.with(8, SampleLog.entry("case-2", "event-7", 2, 8)));

        room.verify("--entries").finds("WRONG: Entry 8 is of event event-7, as entry 7 is.");
    }

    @Test
    void whatIsMissingOfWhatHappenedToACaseIsFound() {
        room.serve(LOG.with(8, SampleLog.entry("case-2", "event-8", 5, 8)));

        room.verify("--entries").finds("WRONG: Entry 8 is number 5 of Case case-2, where number 2 was to follow.");
    }

    @Test
    void leavesThatWereChangedMakeAnotherRoot() {
        SampleLog changed = LOG.with(3, LOG.entries().get(4));
        Map<String, byte[]> files = changed.files();
        files.put("checkpoint", LOG.signed().bytes());
        room.serve(files);

        room.verify()
                .finds("WRONG: The root recomputed from the leaves is "
                        + changed.checkpoint().root() + ". The checkpoint of 700 entries says "
                        + LOG.checkpoint().root() + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/000", "tile/0/002.p/188", "tile/1/000.p/2"})
    void noByteOfAnyTileMayBeChanged(String path) {
        room.serve(LOG);
        byte[] tile = LOG.files().get(path);
        for (int at : new int[] {0, tile.length / 2, tile.length - 1}) {
            room.write("log/" + path, flipped(tile, at));
            room.verify().finds("WRONG: ");
        }
    }

    @Test
    void aTileThatIsNotWhatIsBelowItIsNamed() {
        room.serve(LOG);
        room.write("log/tile/1/000.p/2", flipped(LOG.files().get("tile/1/000.p/2"), 40));

        room.verifyAgain().finds("WRONG: What is served as tile/1/000.p/2 is not what the tiles below it hash to.");
        assertThat(room.file("state")).doesNotExist();
    }

    @Test
    void aTileOfAnotherLengthIsNone() {
        room.serve(LOG);
        room.write("log/tile/0/001", new byte[31]);
        room.verify()
                .finds("WRONG: What is served as tile/0/001 is none. A tile of 256 hashes has 8192 bytes, not 31.");

        room.serve(LOG);
        room.write("log/tile/entries/001", new byte[] {0, 5});
        room.verify("--entries")
                .finds("WRONG: What is served as tile/entries/001 is none. A bundle ends within an entry.");
    }

    @Test
    void aTileThatIsNotServedLeavesItOpen() {
        room.serve(LOG);
        room.delete("log/tile/0/001");

        room.verify().couldNotFindOut("the log does not serve tile/0/001, which its checkpoint needs.");
    }

    @Test
    void aLogWithoutACheckpointLeavesItOpen() {
        room.serve(LOG);
        room.delete("log/checkpoint");

        room.verify().couldNotFindOut("there is no checkpoint where the log should be.");
    }

    @Test
    void aCheckpointThatTheLogDidNotSignIsRefused() {
        room.serve(LOG);
        Checkpoint own = LOG.first(600).checkpoint();
        byte[] borrowed = LOG.signed()
                .toString()
                .replace(LOG.checkpoint().text(), own.text())
                .getBytes(UTF_8);
        room.write("log/checkpoint", borrowed);
        room.verify().finds("WRONG: The signature of trm.example/ledger is not under this text.");

        room.write(
                "log/checkpoint", LOG.signed().toString().replace("\n", "\r\n").getBytes(UTF_8));
        room.verify().finds("WRONG: A signed note is ");
    }

    @Test
    void aCheckpointThatNoWitnessSawIsNotEnoughForWhoAsksForOne() {
        room.serve(LOG);
        room.write("log/checkpoint", LOG.signed().bytes());

        room.verify("--witness", SampleLog.WITNESS.toString())
                .finds("WRONG: The checkpoint is not signed by the witness witness.example/w1.")
                .says("and the tiles above them.");
    }

    @Test
    void anotherKeyOfTheSameNameIsNotTheLogs() {
        room.serve(LOG);
        VerifierKey other = new VerifierKey(SampleLog.LOG.name(), SignatureKind.LOG, SampleLog.WITNESS.publicKey());

        Room.run("verify", "--log", room.file("log").toString(), "--vkey", other.toString())
                .finds("WRONG: The signed note is signed by none of trm.example/ledger.");
    }

    static Stream<Arguments> t14() {
        Checkpoint checkpoint = LOG.first(1).checkpoint();
        String note = checkpoint.sign(SampleLog.SIGNER).toString();
        String padded = checkpoint.text().replace("\n1\n", "\n01\n");
        VerifierKey borrowed = new VerifierKey(SampleLog.LOG.name(), SignatureKind.LOG, SampleLog.WITNESS.publicKey());
        NoteSigner other = NoteSigner.ofSeed(borrowed, SampleLog.SEED_OF_THE_WITNESS);
        String unsigned = "WRONG: The signed note is signed by none of trm.example/ledger.";
        return Stream.of(
                arguments("wrong key", checkpoint.sign(other).toString(), unsigned),
                arguments(
                        "witness key as log key",
                        signed(checkpoint.text(), SampleLog.COSIGNER.cosign(checkpoint.text(), SampleLog.SEEN)),
                        unsigned),
                arguments("CRLF", note.replace("\n", "\r\n"), "WRONG: A signed note is "),
                arguments(
                        "hyphen instead of dash",
                        note.replace("\u2014 ", "- "),
                        "WRONG: A line of a signed note is no signature: it must be a dash (U+2014), a name and Base64."),
                arguments(
                        "size 01",
                        signed(padded, SampleLog.SIGNER.sign(padded)),
                        "WRONG: The size of a checkpoint is not a decimal number without leading zeros."));
    }

    private static String signed(String text, NoteSignature by) {
        return new SignedNote(text, List.of(by)).toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void t14(String what, String note, String finding) {
        room.serve(LOG.first(1));
        room.verify().isWell();

        room.write("log/checkpoint", note.getBytes(UTF_8));

        room.verify().finds(finding);
    }

    @Test
    void t14_theKeyOfAWitnessIsNotTakenForThatOfALog() {
        room.serve(LOG);

        Room.run("verify", "--log", room.file("log").toString(), "--vkey", SampleLog.WITNESS.toString())
                .isMisuse("--vkey takes the key of a log, and this is that of another kind.");
    }

    @Test
    void whatIsWrongManyTimesIsNotShownForEver() {
        List<byte[]> moved = LOG.entries().subList(3, 700);
        room.serve(new SampleLog(moved));

        assertThat(room.verify("--entries")
                        .finds("WRONG: Entry 0 is number 1 of Case case-0, where number 0 was to follow.")
                        .said())
                .doesNotContain("… and");
        room.serve(with(LOG.files(), "tile/entries/000", new SampleLog(moved).first(256)));
        assertThat(room.verify("--entries").finds("… and 215 more.").said().lines())
                .filteredOn(line -> line.startsWith("WRONG"))
                .hasSize(50);
    }
}
