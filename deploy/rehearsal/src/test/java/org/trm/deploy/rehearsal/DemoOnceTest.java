package org.trm.deploy.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo that ends by itself, for those who only want to know whether all is well. */
class DemoOnceTest {
    @TempDir
    private Path temporary;

    @Test
    void it_ends_with_0_after_the_play_and_leaves_nothing_behind() throws Exception {
        Path room = House.roomIn(temporary);
        try (Run demo = Run.trm(room, "demo", "--once", "--port", "0")) {
            assertThat(demo.ended()).as(demo::said).isZero();
            assertThat(demo.said())
                    .doesNotContain("Building")
                    .containsSubsequence("Custody chain", "BG-NCCTHB", "RO-ANITP", "as it was seen then.")
                    .endsWith("Stopping.\n");
            assertThat(room).isDirectoryNotContaining("glob:**/trm*");
        }
    }
}
