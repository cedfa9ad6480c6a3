package org.trm.events.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Whoever asks something that hangs is not held by it, and neither are others, be there as many as there may. */
class InTimeTest {
    private final InTime inTime = new InTime(Duration.ofMillis(200));

    @Test
    void whatAnswersIsHeardAndWhatFailsFails() throws Exception {
        assertThat(inTime.ask(() -> "an answer")).isEqualTo("an answer");
        assertThatThrownBy(() -> inTime.ask(() -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    @Test
    void whatHangsIsLeftAndWhenItGoesOnAgainSoDoesEverything() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> inTime.ask(() -> {
                        hanging.await();
                        return null;
                    }))
                    .isInstanceOf(TimeoutException.class);
        }
        hanging.countDown();
        assertThat(inTime.ask(() -> "an answer")).isEqualTo("an answer");
    }
}
