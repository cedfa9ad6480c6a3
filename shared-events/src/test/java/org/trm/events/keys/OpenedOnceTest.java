package org.trm.events.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was opened is used until it is forgotten, and forgetting it is not held up by an opening that hangs. */
class OpenedOnceTest {
    private final AtomicInteger openings = new AtomicInteger();

    @Test
    void whatIsForgottenIsOpenedAgain() throws Exception {
        OpenedOnce<Integer> door = new OpenedOnce<>(openings::incrementAndGet);
        assertThat(door.get()).isEqualTo(1);
        assertThat(door.get()).isEqualTo(1);
        assertThat(door.anew()).isEqualTo(2);
        door.forget();
        assertThat(door.get()).isEqualTo(3);
    }

    @Test
    void whoeverForgetsDoesNotWaitForWhoeverOpens() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        OpenedOnce<Integer> door = new OpenedOnce<>(() -> {
            begun.countDown();
            answers.await();
            return openings.incrementAndGet();
        });
        CompletableFuture<Integer> hanging = CompletableFuture.supplyAsync(() -> {
            try {
                return door.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();

        CompletableFuture.runAsync(door::forget).get(5, TimeUnit.SECONDS);

        answers.countDown();
        assertThat(hanging.get(5, TimeUnit.SECONDS)).isEqualTo(1);
    }
}
