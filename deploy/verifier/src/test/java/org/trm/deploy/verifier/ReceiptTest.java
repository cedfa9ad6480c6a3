package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.SampleLog;

/** Whoever has an entry and its receipt needs no network to know that the log has it. */
class ReceiptTest {
    private static final SampleLog LOG = SampleLog.of(40);

    @TempDir
    private Path temporary;

    private Room room;

    @BeforeEach
    void hasAnEntryAndItsReceipt() {
        room = new Room(temporary);
        room.write("entry", LOG.entries().get(7));
        room.write("receipt", LOG.receipt(7).bytes());
    }

    private Room.Run receipt(String... more) {
        String[] words = {
            "receipt",
            "--receipt",
            room.file("receipt").toString(),
            "--entry",
            room.file("entry").toString(),
            "--vkey",
            SampleLog.LOG.toString()
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Room.run(all);
    }

    @Test
    void itSaysWhichEntryItIs() {
        receipt()
                .isWell()
                .says(
                        "The checkpoint of trm.example/ledger at 40 entries is signed by the log.",
                        "The entry of event event-7 (Case case-1, number 2) is number 7 of its 40 entries, counted from 0.");
    }

    @Test
    void anotherEntryHasAnother() {
        room.write("entry", LOG.entries().get(8));

        receipt().finds("WRONG: The proof for leaf 7 of 40 makes the root");
    }

    @Test
    void whatIsNoEntryHasNone() {
        room.write("entry", "{}".getBytes(UTF_8));

        receipt().finds("WRONG: An entry has exactly these members");
    }

    @Test
    void aWitnessWhoIsAskedForMustHaveSignedIt() {
        receipt("--witness", SampleLog.WITNESS.toString()).finds("is not signed by the witness witness.example/w1");
        Receipt bare = LOG.receipt(7);
        room.write("receipt", new Receipt(7, bare.path(), LOG.cosigned()).bytes());

        receipt("--witness", SampleLog.WITNESS.toString()).isWell();
    }

    @Test
    void aFileThatIsNotThereIsMisuse() {
        receipt("--vkey", SampleLog.LOG.toString()).isMisuse("--vkey can be given once only.");
        Room.run(
                        "receipt",
                        "--receipt",
                        room.file("none").toString(),
                        "--entry",
                        room.file("entry").toString(),
                        "--vkey",
                        SampleLog.LOG.toString())
                .isMisuse("--receipt: the file");
    }
}
