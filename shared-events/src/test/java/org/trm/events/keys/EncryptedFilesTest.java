package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.privacy.KeysUnreachable;

/** Which root keys there are is not asked for again for each of a million files. */
class EncryptedFilesTest {
    private static final byte[] SECRET = "secret".getBytes(UTF_8);

    @TempDir
    Path path;

    private final AtomicInteger listed = new AtomicInteger();
    private RootKeys roots;
    private EncryptedFiles files;

    @BeforeEach
    void aFileUnderTheFirstRootKey() throws IOException {
        SafeFolder folder = new SafeFolder(path.resolve("keys"));
        folder.make();
        RootKeys kept = new RootKeyFiles(folder);
        kept.make(1);
        roots = (RootKeys) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RootKeys.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("generations")) {
                        listed.incrementAndGet();
                    }
                    try {
                        return method.invoke(kept, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        files = new EncryptedFiles(folder, roots);
        files.findOrAdd("cases/a.key", () -> new EncryptedFiles.Content(List.of(), SECRET));
        listed.set(0);
    }

    @Test
    void toCountAndToPassOverAFileNoRootKeyIsLookedFor() throws IOException {
        assertThat(files.isBehind("cases/a.key", 1)).isFalse();
        assertThat(files.isBehind("cases/a.key", 2)).isTrue();
        files.renew("cases/a.key", 1);
        files.requireRootOf("cases/a.key", new TreeSet<>(List.of(1)));
        assertThatThrownBy(() -> files.requireRootOf("cases/a.key", new TreeSet<>(List.of(2))))
                .isInstanceOf(KeysUnreachable.class);

        assertThat(listed).hasValue(0);
    }

    @Test
    void whatIsRenewedIsUnderTheRootKeyInUse() throws IOException {
        roots.make(2);
        files.renew("cases/a.key", 2);
        assertThat(files.isBehind("cases/a.key", 2)).isFalse();
        assertThat(files.find("cases/a.key").orElseThrow().secret()).isEqualTo(SECRET);
    }

    @Test
    void whatWasListedBeforeAnotherRootKeyWasMadeIsNoHarm() throws IOException {
        roots.make(2);
        roots.make(3);
        files.renew("cases/a.key", 2);
        assertThat(files.isBehind("cases/a.key", 3)).isFalse();
    }
}
