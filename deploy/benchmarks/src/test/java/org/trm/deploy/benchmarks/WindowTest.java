package org.trm.deploy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final CpuTime USED = new CpuTime(1_000, 300, 200, 100, 2_000);

    @Test
    void ratesPercentilesAndProcessorTimeComeFromWhatWasCounted() {
        Window window = window(99, 1);

        assertThat(window.perSecond()).isEqualTo(50);
        assertThat(window.millis(50)).isCloseTo(1, within(0.01));
        assertThat(window.millis(100)).isCloseTo(100, within(0.1));
        assertThat(window.cpuEach().service()).isEqualTo(10);
        assertThat(window.othersPercent()).isEqualTo(20);
    }

    @Test
    void aLevelIsMeasuredByItsLimitAndByItsSlowest() {
        Level level = new Level("act", window(90, 10), window(200, 0));

        assertThat(level.ratio()).isEqualTo(0.5);
        assertThat(level.spread()).isCloseTo(100, within(1.0));
    }

    @Test
    void aWindowInWhichNothingWasDoneHasNoInfiniteFigures() {
        assertThat(window(0, 0).cpuEach().service()).isEqualTo(1_000);
    }

    /** Two seconds in which so many things took 1 ms, and so many 100 ms. */
    private static Window window(int fast, int slow) {
        Histogram nanos = new Histogram(3);
        nanos.recordValueWithCount(1_000_000, fast);
        nanos.recordValueWithCount(100_000_000, slow);
        return new Window(1, nanos, 2, USED);
    }
}
