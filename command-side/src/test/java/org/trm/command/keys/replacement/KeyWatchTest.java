package org.trm.command.keys.replacement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeyReplacement;
import org.trm.events.types.CaseId;

/** The watch over keys goes on whatever befalls it, and does not try without end what it has found to be in vain. */
class KeyWatchTest {
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration NEVER_AGAIN = Duration.ofDays(1);

    @TempDir
    Path temporary;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private KeyWatch watch;

    @AfterEach
    void stop() {
        watch.stop();
    }

    private FileKeyStore store() {
        return FileKeyStore.in(temporary.resolve("keys"), temporary.resolve("erased"));
    }

    private void watches(FileKeyStore store, Duration lookEvery, Consumer<String> before) {
        KeyReplacement keys = (KeyReplacement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KeyReplacement.class}, (proxy, method, arguments) -> {
                    asked.computeIfAbsent(method.getName(), first -> new AtomicInteger())
                            .incrementAndGet();
                    before.accept(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        // No country has a key here.
        ReplacedCountryKeys countries = new ReplacedCountryKeys(null, store, keys, null, clock, Duration.ZERO);
        watch = new KeyWatch(keys, countries, clock, lookEvery);
        watch.start();
    }

    private int asked(String method) {
        return asked.getOrDefault(method, new AtomicInteger()).get();
    }

    @Test
    void aLookThatFailedIsFollowedByTheNextOne() {
        FileKeyStore store = store();
        store.lock(CaseId.of("01900000-0000-7000-8000-000000000001"), new byte[1], "context");
        store.beginReplacingRoot();
        watches(store, OFTEN, method -> {
            if (method.equals("countries") && asked(method) == 1) {
                throw new IllegalStateException("no keys now");
            }
            if (method.equals("countries") && asked(method) == 2) {
                throw new NoClassDefFoundError("a part is missing");
            }
        });

        await().atMost(30, SECONDS).until(() -> store.roots().size() == 1);
    }

    @Test
    void whatCannotBeReadIsNotReadAgainWithinSecondsUnlessAnOperatorAsksFor() throws Exception {
        FileKeyStore store = store();
        store.beginReplacingRoot();
        Path file = temporary.resolve("keys/cases/01/01900000-0000-7000-8000-000000000001.key");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no key");
        watches(store, OFTEN, method -> {});
        await().atMost(30, SECONDS).until(() -> asked("countries") > 10);
        assertThat(asked("replaceRoot")).isEqualTo(1);

        watch.lookNow();
        await().atMost(30, SECONDS).until(() -> asked("replaceRoot") == 2);
        now = now.plus(Duration.ofMinutes(10));
        await().atMost(30, SECONDS).until(() -> asked("replaceRoot") == 3);
        int looks = asked("countries");
        await().atMost(30, SECONDS).until(() -> asked("countries") > looks + 10);
        assertThat(asked("replaceRoot")).isEqualTo(3);
    }

    @Test
    void whatIsAskedForIsBegunAtOnce() {
        FileKeyStore store = store();
        watches(store, NEVER_AGAIN, method -> {});
        store.beginReplacingRoot();

        watch.lookNow();

        await().atMost(30, SECONDS).until(() -> store.roots().size() == 1);
    }
}
