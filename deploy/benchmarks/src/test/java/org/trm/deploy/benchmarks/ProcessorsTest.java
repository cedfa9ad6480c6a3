package org.trm.deploy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessorsTest {
    @Test
    void whatThisProcessDoesIsCountedAsItsOwn() {
        assumeThat(Files.isReadable(Path.of("/proc/stat")))
                .as("Linux counts here")
                .isTrue();
        Processors self = new Processors(ProcessHandle.current().pid(), 0);

        CpuTime used = self.used();

        assertThat(used.service()).isPositive();
        assertThat(used.load()).isPositive();
        assertThat(used.machine()).isGreaterThanOrEqualTo(used.load());
        assertThat(used.database()).isZero();
    }

    @Test
    void aProcessThatIsNotKnownCountsAsNothing() {
        assertThat(new Processors(0, 0).used().service()).isZero();
    }
}
