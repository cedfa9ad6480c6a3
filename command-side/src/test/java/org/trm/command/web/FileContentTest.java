package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is written in one way, so that two texts are never the same file. */
class FileContentTest {
    @Test
    void aFileIsTakenAsTheStandardWritesIt() {
        assertThat(new FileContent("YQ==").bytes()).containsExactly('a');
        assertThat(new FileContent("YWI=").bytes()).containsExactly('a', 'b');
        assertThat(new FileContent("YWJj").bytes()).containsExactly('a', 'b', 'c');
    }

    @ParameterizedTest
    @ValueSource(strings = {"YQ", "YQ=", "YWI", "YR==", "YWJ=", "YW==Yw==", "YW Jj", "YWJj\n", "Pz8_", "====", "Y"})
    void anyOtherWayIsRefusedAndTheAnswerSaysWhichIsRight(String base64) {
        assertThatThrownBy(() -> new FileContent(base64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RFC 4648 section 4")
                .hasMessageContaining("padded with =");
    }
}
