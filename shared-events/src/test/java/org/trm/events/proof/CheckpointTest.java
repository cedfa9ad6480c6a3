package org.trm.events.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.events.proof.SampleLog.COSIGNER;
import static org.trm.events.proof.SampleLog.LOG;
import static org.trm.events.proof.SampleLog.SIGNER;
import static org.trm.events.proof.SampleLog.WITNESS;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a log has come, as it signs it; and a receipt for one entry. */
class CheckpointTest {
    private static final String ROOT = "LP73YnWX4AtWSXV3Stco7yEHBnWfym1kE4xt/By/LNo=";
    private static final SampleLog THREE = new SampleLog(IntStream.range(0, 3)
            .mapToObj(n -> ("{\"n\":" + n + "}").getBytes(UTF_8))
            .toList());

    /** Also made by another implementation, in Go. */
    @Test
    void theKnownEntriesMakeTheKnownTree() {
        List<Hash> leaves = THREE.tree().leaves();

        assertThat(leaves)
                .extracting(Hash::toString)
                .containsExactly(
                        "+UBwq/0toL9ykC6xOoCOeU+VTZ4nRcaCoVj27Q1KwDY=",
                        "+12T5s+QvJRwzZ6p2eEjSJk9s+hUqyt2YONZR2cEX2w=",
                        "PR3ndt8IbBrp9wSdK7DAR1rRQYX5h+Bk6NENyy20oyI=");
        assertThat(THREE.tree().rootOf(2)).hasToString("O63IBTfwKeG7dygNyFIDzy7ZdI3I9XEjD8ulwybJEGg=");
        assertThat(THREE.checkpoint()).isEqualTo(new Checkpoint(LOG.name(), 3, Hash.parse(ROOT)));
        assertThat(Hash.EMPTY_TREE).hasToString("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(ConsistencyProof.of(2, 3, THREE.tree()).path()).containsExactly(leaves.get(2));
        assertThat(InclusionProof.of(1, 3, THREE.tree()).path()).containsExactly(leaves.get(0), leaves.get(2));
    }

    @Test
    void whatTheLogSignedIsReadAgain() {
        SignedNote served = SignedNote.parse(THREE.cosigned().bytes());

        assertThat(Checkpoint.verified(served, LOG)).isEqualTo(THREE.checkpoint());
        assertThat(Checkpoint.parse(THREE.checkpoint().text())).isEqualTo(THREE.checkpoint());
    }

    @Test
    void aLogSpeaksForItselfOnly() {
        Checkpoint other = new Checkpoint("other.example/ledger", 3, Hash.parse(ROOT));
        SignedNote forged = new SignedNote(other.text(), List.of(SIGNER.sign(other.text())));

        assertThatThrownBy(() -> other.sign(SIGNER)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Checkpoint.verified(forged, LOG))
                .hasMessage("The key of trm.example/ledger does not speak for the log other.example/ledger.");
    }

    @Test
    void aWitnessDoesNotSpeakForTheLog() {
        String text = new Checkpoint(WITNESS.name(), 3, Hash.parse(ROOT)).text();
        SignedNote cosigned = new SignedNote(text, List.of(COSIGNER.cosign(text, 1)));

        assertThatThrownBy(() -> Checkpoint.verified(cosigned, WITNESS)).isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> Checkpoint.verified(cosigned, LOG)).isInstanceOf(Unproven.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n3\n",
                "log\n3\n" + ROOT,
                "log\n3\n" + ROOT + "\n\n",
                "log\n3\n" + ROOT + "\nextension\n",
                "log\n03\n" + ROOT + "\n",
                "log\n+3\n" + ROOT + "\n",
                "log\n-3\n" + ROOT + "\n",
                "log\n0\n" + ROOT + "\n",
                "log\n\n" + ROOT + "\n",
                "log\n3 \n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n3\n" + ROOT + "\r\n",
                "log\n3\nLP73YnWX4AtWSXV3Stco7yEHBnWfym1kE4xt/By/LNo\n",
                "log\n3\nLP73YnWX4AtWSXV3Stco7yEHBnWfym1kE4xt/By/LNp=\n",
                "log\n3\nLP73\n",
                "\n3\n" + ROOT + "\n",
                "a log\n3\n" + ROOT + "\n"
            })
    void whatOnlyLooksLikeOneIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aReceiptShowsThatAnEntryIsInTheLog() {
        Receipt receipt = Receipt.parse(THREE.receipt(1).bytes());

        assertThat(receipt).isEqualTo(THREE.receipt(1));
        assertThat(receipt.toString())
                .isEqualTo("c2sp.org/tlog-proof@v1\nindex 1\n+UBwq/0toL9ykC6xOoCOeU+VTZ4nRcaCoVj27Q1KwDY=\n"
                        + "PR3ndt8IbBrp9wSdK7DAR1rRQYX5h+Bk6NENyy20oyI=\n\n" + THREE.signed());
        assertThat(receipt.verify(Hash.leaf(THREE.entries().get(1)), LOG)).isEqualTo(THREE.checkpoint());
    }

    @Test
    void theOnlyEntryOfALogHasAReceiptWithoutAPath() {
        SampleLog one = SampleLog.of(1);

        assertThat(Receipt.parse(one.receipt(0).bytes())).isEqualTo(one.receipt(0));
        assertThat(one.receipt(0).verify(one.tree().leaves().get(0), LOG)).isEqualTo(one.checkpoint());
    }

    @Test
    void aReceiptShowsNothingElse() {
        Hash leaf = Hash.leaf(THREE.entries().get(1));
        Receipt receipt = THREE.receipt(1);

        assertThatThrownBy(() -> receipt.verify(Hash.leaf(THREE.entries().get(0)), LOG))
                .isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> new Receipt(0, receipt.path(), receipt.checkpoint()).verify(leaf, LOG))
                .isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> new Receipt(3, receipt.path(), receipt.checkpoint()).verify(leaf, LOG))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> receipt.verify(leaf, WITNESS)).isInstanceOf(Unproven.class);
    }

    @Test
    void noByteOfAReceiptMayHaveABitFlipped() {
        byte[] bytes = THREE.receipt(1).bytes();
        Hash leaf = Hash.leaf(THREE.entries().get(1));
        for (int at = 0; at < bytes.length; at++) {
            int bit = at * Byte.SIZE + at % Byte.SIZE;
            byte[] flipped = Flips.flipped(bytes, bit);
            assertThat(isReceipt(flipped, leaf)).as("with bit %s flipped", bit).isFalse();
        }
    }

    private static boolean isReceipt(byte[] bytes, Hash leaf) {
        try {
            Receipt.parse(bytes).verify(leaf, LOG);
            return true;
        } catch (Malformed | Unproven e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\nindex 1\n",
                "c2sp.org/tlog-proof@v1\n\nindex 1\n\n",
                "c2sp.org/tlog-proof@v2\nindex 1\n\nx\n",
                "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 1\n\nx\n",
                "c2sp.org/tlog-proof@v1\nindex 01\n\nx\n",
                "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nx\n",
                "\n\nc2sp.org/tlog-proof@v1\nindex 1\n\n"
            })
    void whatOnlyLooksLikeAReceiptIsRefused(String text) {
        assertThatThrownBy(() -> Receipt.parse((text).getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }
}
