package org.trm.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommitSignalTest {
    private static final int COMMITS = 10_000;
    private static final int PACE_MILLIS = 20;

    private final CommitSignal signal = new CommitSignal();

    @Test
    void commits_that_follow_closely_are_told_together_and_the_last_one_too() throws InterruptedException {
        AtomicInteger committed = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        CountDownLatch lastTold = new CountDownLatch(1);
        signal.onCommit(() -> {
            told.incrementAndGet();
            if (committed.get() == COMMITS) {
                lastTold.countDown();
            }
        });

        long begun = System.nanoTime();
        for (int i = 0; i < COMMITS; i++) {
            committed.incrementAndGet();
            signal.committed();
        }

        assertThat(lastTold.await(1, TimeUnit.MINUTES)).isTrue();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertThat(told.get()).isLessThanOrEqualTo((int) (millis / PACE_MILLIS) + 2);
    }

    @Test
    void a_reader_that_fails_is_no_matter_of_the_act_and_is_told_again() throws InterruptedException {
        CountDownLatch once = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(1);
        signal.onCommit(() -> {
            (once.getCount() > 0 ? once : again).countDown();
            throw new IllegalStateException("a reader is stopping");
        });

        signal.committed();
        assertThat(once.await(1, TimeUnit.MINUTES)).isTrue();
        signal.committed();
        assertThat(again.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void who_has_left_is_told_nothing() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        signal.onCommit(() -> {
                    throw new AssertionError("has left");
                })
                .cancel();
        signal.onCommit(told::countDown);

        signal.committed();

        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
    }
}
