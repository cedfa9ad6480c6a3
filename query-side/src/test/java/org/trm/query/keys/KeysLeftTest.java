package org.trm.query.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.trm.events.privacy.KeyReplacement;
import org.trm.events.privacy.KeysUnreachable;

/** Whoever asks how many keys are left is answered, however many there are. */
class KeysLeftTest {
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger counts = new AtomicInteger();

    private KeysLeft counted(Duration patience, Callable<Integer> count) {
        return new KeysLeft(
                (KeyReplacement) Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {KeyReplacement.class},
                        (proxy, method, arguments) -> {
                            counts.incrementAndGet();
                            return count.call();
                        }),
                patience);
    }

    @Test
    void what_is_counted_at_once_is_as_it_is_now() {
        AtomicInteger left = new AtomicInteger(3);
        KeysLeft keys = counted(LONG, left::getAndDecrement);

        assertThat(keys.now()).isEqualTo(3);
        assertThat(keys.now()).isEqualTo(2);
    }

    @Test
    void what_takes_long_is_counted_once_meanwhile_and_told_when_it_is_known() {
        CountDownLatch hanging = new CountDownLatch(1);
        KeysLeft keys = counted(MOMENT, () -> {
            hanging.await();
            return 1_000_000;
        });
        assertThat(keys.now()).isNull();
        assertThat(keys.now()).isNull();
        assertThat(counts).hasValue(1);

        hanging.countDown();

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> Integer.valueOf(1_000_000).equals(keys.now()));
    }

    @Test
    void what_was_counted_before_is_told_while_it_is_counted_again() {
        CountDownLatch hanging = new CountDownLatch(1);
        KeysLeft keys = counted(Duration.ofSeconds(2), () -> {
            if (counts.get() > 1) {
                hanging.await();
            }
            return 7;
        });
        assertThat(keys.now()).isEqualTo(7);
        assertThat(keys.now()).isEqualTo(7);
        assertThat(counts).hasValue(2);
        hanging.countDown();
    }

    @Test
    void keys_that_cannot_be_reached_are_no_number_and_are_counted_anew_when_they_can() {
        KeysLeft keys = counted(LONG, () -> {
            if (counts.get() == 1) {
                throw new KeysUnreachable("gone", null);
            }
            return 0;
        });
        assertThatThrownBy(keys::now).isInstanceOf(KeysUnreachable.class);
        assertThat(keys.now()).isZero();
    }
}
