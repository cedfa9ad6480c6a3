package org.trm.deploy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void wordsStandToTheLeftAndFiguresToTheRight() {
        Table table = new Table(1, "what", "clients", "/s");
        table.add("open a case", "1", "512");
        table.add("act", "32", "1,024");

        assertThat(table).hasToString("""
                what         clients     /s
                open a case        1    512
                act               32  1,024
                """);
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        Table table = new Table(1, "what", "clients");

        assertThatThrownBy(() -> table.add("act")).isInstanceOf(IllegalArgumentException.class);
    }
}
