package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.proof.SampleLog;

/** What the log has shown once it cannot take back, not even with its own key. */
class HistoryTest {
    private static final SampleLog LOG = SampleLog.of(700);

    /** The same log, had something else happened as its 200th. */
    private static final SampleLog OTHERWISE = LOG.with(200, LOG.entries().get(0));

    @TempDir
    private Path temporary;

    private Room room;

    @BeforeEach
    void hasShownThreeHundredEntries() {
        room = new Room(temporary);
        room.serve(LOG.first(300));
        room.verifyAgain().isWell();
    }

    @Test
    void aLogThatGrewIsWellAndOnlyWhatIsNewIsRead() {
        room.serve(LOG);
        room.delete("log/tile/0/000");

        room.verifyAgain()
                .isWell()
                .says(
                        "Its leaves since entry 300 were read",
                        "every checkpoint that the log is known to have shown: 1.");
        room.verifyAgain().isWell().says("Its leaves since entry 700 were read", "shown: 2.");
    }

    @Test
    void aLogThatWasEmptyOnceIsWell() {
        room.delete("state");
        room.serve(LOG.first(0));
        room.verifyAgain().isWell();
        room.serve(LOG);

        room.verifyAgain().isWell().says("Its leaves were read");
    }

    @Test
    void onRequestAllOfItIsReadAgain() {
        room.serve(LOG);

        room.verifyAgain("--from-start").isWell().says("Its leaves were read");
        room.write("log/tile/0/000", new byte[8192]);
        room.verifyAgain().isWell();
        room.verifyAgain("--from-start").finds("WRONG: ");
    }

    @Test
    void aLogThatDidNotGrowIsWell() {
        room.verifyAgain().isWell();

        assertThat(new String(room.read("state"), UTF_8).lines()).hasSize(2);
    }

    @Test
    void aLogThatIsCutIsRolledBack() {
        room.serve(LOG.first(299));

        room.verifyAgain()
                .finds(
                        "WRONG: ROLLBACK: to this verifier the log showed 300 entries, and now it shows 299.",
                        LOG.first(300).cosigned().toString(),
                        LOG.first(299).cosigned().toString());
        room.verify().isWell();
    }

    @Test
    void aLogThatShowsSomethingElseToSomebodyElseIsSplit() {
        room.serve(OTHERWISE.first(300));

        room.verifyAgain()
                .finds(
                        "WRONG: SPLIT VIEW: for 300 entries the log signed two roots.",
                        OTHERWISE.first(300).checkpoint().root().toString());
        room.verify().isWell();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 512, 700})
    void aLogThatWasRewrittenIsFound(int size) {
        room.serve(OTHERWISE.first(size));

        room.verifyAgain()
                .finds(
                        "WRONG: HISTORY REWRITTEN: of the first 300 entries, at least one is not what the log signed when it"
                                + " showed them to this verifier.")
                .says("The tree does not go on from its first 300 entries, so all of it is read.");
        room.verifyAgain("--entries").finds("HISTORY REWRITTEN");
        room.verify().isWell();
    }

    /** Whoever reads on does not see it, unless an earlier checkpoint needs it; what is wrong then is not the log's history. */
    @Test
    void aTileThatWasDamagedSinceItWasReadIsNoRewriting() {
        room.delete("state");
        room.serve(LOG.first(100));
        room.verifyAgain().isWell();
        room.serve(LOG.first(300));
        room.verifyAgain().isWell();
        room.serve(LOG);
        room.write("log/tile/0/000", new byte[8192]);

        Room.Run run = room.verifyAgain().finds("WRONG: The root recomputed from the leaves is");
        assertThat(run.said()).doesNotContain("HISTORY REWRITTEN");
    }

    /** Every one is remembered, not only the last. */
    @Test
    void aLogThatGoesBackToAnEarlierLieIsFound() {
        room.serve(LOG);
        room.verifyAgain().isWell();
        room.serve(OTHERWISE.first(300));

        room.verifyAgain().finds("SPLIT VIEW", "ROLLBACK");
    }

    @Test
    void whatWasWrongIsNotRemembered() {
        byte[] before = room.read("state");
        room.serve(OTHERWISE);
        room.verifyAgain().finds("HISTORY REWRITTEN");

        assertThat(room.read("state")).isEqualTo(before);
        room.serve(LOG);
        room.verifyAgain().isWell();
    }

    @Test
    void aReceiptFitsTheLogThatGaveIt() {
        Path receipt = room.write("receipt", LOG.first(250).receipt(77).bytes());
        room.serve(LOG);

        room.verify("--receipt", receipt.toString()).isWell().says("is for entry 77.");
    }

    @Test
    void aReceiptThatTheLogNoLongerKnowsIsFound() {
        room.serve(OTHERWISE);
        String rewritten = room.write("a", LOG.first(250).receipt(77).bytes()).toString();
        String split = room.write("b", LOG.receipt(77).bytes()).toString();
        String later = room.write("c", SampleLog.of(701).receipt(77).bytes()).toString();
        String none = room.write("d", "index 1\n".getBytes(UTF_8)).toString();

        room.verify("--receipt", rewritten).finds("HISTORY REWRITTEN", "to whoever holds the receipt " + rewritten);
        room.verify("--receipt", split).finds("SPLIT VIEW");
        room.verify("--receipt", later).finds("ROLLBACK");
        room.verify("--receipt", none).finds("WRONG: The receipt " + none + " is none. A receipt begins with");
    }

    @Test
    void aReceiptWhosePathIsNotThatOfItsEntryIsFound() {
        String moved = LOG.first(250).receipt(77).toString().replace("index 77", "index 78");
        Path receipt = room.write("receipt", moved.getBytes(UTF_8));
        room.serve(LOG);

        room.verify("--receipt", receipt.toString())
                .finds("is not for entry 78. The proof for leaf 78 of 250 makes the root");
    }

    @Test
    void whatIsNotItsOwnStateIsRefused() {
        room.write("state", "something else\n".getBytes(UTF_8));
        room.verifyAgain().isMisuse("is not one that a verifier wrote");
    }

    @Test
    void theStateOfAnotherLogIsRefused() {
        String state = new String(room.read("state"), UTF_8);
        room.write("state", (state + "AAAA\n").getBytes(UTF_8));

        room.verifyAgain().isMisuse("--state: line 3 of the file");
    }

    @Test
    void aStateThatCannotBeWrittenLeavesItOpen() {
        room.serve(LOG);
        room.verify("--state", room.file("no/such/folder").toString()).couldNotFindOut("cannot be written");
    }
}
