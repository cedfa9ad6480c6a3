package org.trm.events.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log asks of a witness is written as C2SP tlog-witness says, and read no other way. */
class AddCheckpointTest {
    private static final SampleLog LOG = SampleLog.of(20);

    private static AddCheckpoint from(int old, SampleLog log) {
        List<Hash> path = old == 0
                ? List.of()
                : ConsistencyProof.of(old, log.size(), log.tree()).path();
        return new AddCheckpoint(old, path, log.signed());
    }

    @Test
    void itIsTheOldSizeTheProofAnEmptyLineAndTheCheckpoint() {
        AddCheckpoint request = from(2, LOG.first(3));

        assertThat(request)
                .hasToString("old 2\n" + LOG.tree().leaves().get(2) + "\n\n"
                        + LOG.first(3).signed());
        assertThat(AddCheckpoint.parse(request.bytes())).isEqualTo(request);
        assertThat(AddCheckpoint.parse(from(0, LOG).bytes())).isEqualTo(from(0, LOG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "old 1", "new 1\n\n", "old 01\n\n", "old -1\n\n", "old\n\n", "old 1\nx\n\n", "old 1\n\n\n"})
    void whatIsWrittenOtherwiseIsMalformed(String head) {
        byte[] body = (head + LOG.signed()).getBytes(UTF_8);

        assertThatThrownBy(() -> AddCheckpoint.parse(body)).isInstanceOf(Malformed.class);
    }

    @Test
    void noTreeShrinksAndNoProofHasMoreHashesThanATreeHasLevels() {
        SignedNote note = LOG.signed();
        List<Hash> long64 = Collections.nCopies(64, Hash.EMPTY_TREE);

        assertThatThrownBy(() -> new AddCheckpoint(21, List.of(), note)).hasMessageContaining("from 21 leaves to 20");
        assertThatThrownBy(() -> new AddCheckpoint(1, long64, note)).hasMessageContaining("at most 63");
        assertThatCode(() -> new AddCheckpoint(1, long64.subList(0, 63), note)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 7", "1, 7", "4, 7", "7, 7", "8, 20", "11, 20"})
    void whatOnlyGrewContinuesWhatWasSeen(int old, int now) {
        AddCheckpoint request = from(old, LOG.first(now));

        assertThatCode(() -> request.requireContinues(LOG.first(old).checkpoint()))
                .doesNotThrowAnyException();
    }

    @Test
    void whatDidNotGrowSoDoesNotContinueIt() {
        AddCheckpoint request = from(8, LOG);
        Checkpoint another = LOG.with(3, LOG.entries().get(4)).first(8).checkpoint();
        Checkpoint shorter = LOG.first(7).checkpoint();
        AddCheckpoint needless = new AddCheckpoint(0, request.growth(), LOG.signed());
        Checkpoint none = LOG.first(0).checkpoint();

        assertThatThrownBy(() -> request.requireContinues(another)).isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> request.requireContinues(shorter)).hasMessageContaining("at 8 leaves, not at 7");
        assertThatThrownBy(() -> needless.requireContinues(none)).hasMessageContaining("needs no proof");
    }
}
