package org.trm.deploy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
    @Test
    void anAimIsReachedAtItsBorderUnlessItSaysBelow() {
        assertThat(Finding.atLeast("ratio", 0.30, "", 0.30).reached()).isTrue();
        assertThat(Finding.atLeast("ratio", 0.29, "", 0.30).reached()).isFalse();
        assertThat(Finding.atMost("ratio", 1.1, "", 1.1).reached()).isTrue();
        assertThat(Finding.atMost("ratio", 1.2, "", 1.1).reached()).isFalse();
        assertThat(Finding.below("time", 24.9, "ms", 25).reached()).isTrue();
        assertThat(Finding.below("time", 25, "ms", 25).reached()).isFalse();
    }

    @Test
    void aFigureWithoutAnAimIsNeitherReachedNorMissed() {
        assertThat(Finding.plain("rate", 1, "/s").reached()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.304, 0.30", "9.876, 9.88", "12.34, 12.3", "1234.5, '1,235'", "1.0, 1", "0, 0"})
    void aFigureHasAsManyDigitsAsSaySomething(double value, String shown) {
        assertThat(Finding.shown(value)).isEqualTo(shown);
    }
}
