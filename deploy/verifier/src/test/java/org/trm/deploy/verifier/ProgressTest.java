package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private long now;

    @Test
    void itSaysHowFarItIsEveryFiveSeconds() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(err, true, UTF_8), () -> TimeUnit.SECONDS.toNanos(now));
        for (now = 0; now < 14; now++) {
            progress.at(now * 1000, 14_000);
        }

        assertThat(err.toString(UTF_8)).isEqualTo("5,000 of 14,000 entries\n10,000 of 14,000 entries\n");
    }
}
