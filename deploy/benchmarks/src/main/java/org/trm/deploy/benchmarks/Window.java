package org.trm.deploy.benchmarks;

import org.HdrHistogram.Histogram;

/** What was measured in one stretch of time. */
record Window(int clients, Histogram nanos, double seconds, CpuTime cpu) {

    long count() {
        return nanos.getTotalCount();
    }

    double perSecond() {
        return count() / seconds;
    }

    double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    CpuTime cpuEach() {
        return cpu.per(Math.max(1, count()));
    }

    /** What others used of the machine, in percent of one processor. */
    double othersPercent() {
        return cpu.others() / seconds / 10;
    }
}
