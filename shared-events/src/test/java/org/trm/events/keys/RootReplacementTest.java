package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Shredded;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/** The root key is replaced while everybody goes on: nothing is lost by it, and the older one opens nothing any more. */
class RootReplacementTest {
    private static final CountryCode RO = CountryCode.of("RO");
    private static final byte[] PLAIN = "plain".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path temporary;

    private final Map<CaseId, byte[]> locked = new ConcurrentHashMap<>();

    private Path folder() {
        return temporary.resolve("keys");
    }

    private FileKeyStore store() {
        return FileKeyStore.in(folder(), temporary.resolve("erased"));
    }

    private CaseId locks(FileKeyStore store) {
        CaseId caseId = new CaseId(UUID.randomUUID());
        locked.put(caseId, store.lock(caseId, PLAIN, "context"));
        return caseId;
    }

    private void assertEverythingOpens(FileKeyStore store) {
        assertThat(locked)
                .isNotEmpty()
                .allSatisfy((caseId, bytes) ->
                        assertThat(store.unlock(caseId, bytes, "context")).isEqualTo(PLAIN));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .map(file -> folder().relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void everythingOpensAfterItAndTheOlderRootKeyIsGone() throws Exception {
        FileKeyStore store = store();
        FileKeyStore another = store();
        for (int i = 0; i < 20; i++) {
            locks(store);
        }
        String countryKey = store.keyOf(RO).id();
        byte[] code = store.mac("requests", PLAIN);

        store.beginReplacingRoot();
        assertThat(store.roots()).containsExactly(1, 2);
        assertThat(store.keysUnderOlderRoots()).isEqualTo(22);
        assertThat(store.replaceRoot()).isEmpty();

        assertThat(store.roots()).containsExactly(2);
        assertThat(store.keysUnderOlderRoots()).isZero();
        assertThat(files()).contains("root-2.key").doesNotContain("root.key");
        for (FileKeyStore one : List.of(store, another, store())) {
            assertEverythingOpens(one);
            assertThat(one.keyOf(RO).id()).isEqualTo(countryKey);
            assertThat(one.mac("requests", PLAIN)).isEqualTo(code);
        }
    }

    @Test
    void aRootKeyOfBeforeDoesNotOpenWhatIsKeptAfterIt() throws Exception {
        CaseId caseId = locks(store());
        byte[] before = Files.readAllBytes(folder().resolve("root.key"));
        store().beginReplacingRoot();
        store().replaceRoot();
        Files.write(folder().resolve("root-2.key"), before);

        assertThatThrownBy(() -> store().unlock(caseId, locked.get(caseId), "context"))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void askingAgainWhileItIsBeingReplacedMakesNoThird() {
        store().beginReplacingRoot();
        store().beginReplacingRoot();
        assertThat(store().roots()).containsExactly(1, 2);
    }

    /** As a kill leaves it: so many files are done, and the older root key is still there. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11})
    void whatAKillCutOffIsReadableAndIsFinishedLater(int done) throws Exception {
        FileKeyStore store = store();
        for (int i = 0; i < 10; i++) {
            locks(store);
        }
        store.keyOf(RO);
        Path before = temporary.resolve("before");
        copy(folder(), before);
        store.beginReplacingRoot();
        store.replaceRoot();
        Files.copy(before.resolve("root.key"), folder().resolve("root.key"));
        List<String> renewed =
                files().stream().filter(name -> !name.startsWith("root")).toList();
        for (String name : renewed.subList(0, renewed.size() - done)) {
            Files.copy(before.resolve(name), folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder().resolve("cases/.draft"), "cut off");

        FileKeyStore started = store();
        assertThat(started.keysUnderOlderRoots()).isEqualTo(11 - done);
        assertEverythingOpens(started);
        locks(started);
        assertThat(started.keysUnderOlderRoots()).isEqualTo(11 - done);
        assertThat(started.replaceRoot()).isEmpty();

        assertThat(store().roots()).containsExactly(2);
        assertEverythingOpens(store());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void oneThatIsLostInTheMiddleOfItIsNotMadeAnewAndHealsWhenItIsPutBack() throws Exception {
        CaseId before = locks(store());
        store().beginReplacingRoot();
        locks(store());
        Path second = folder().resolve("root-2.key");
        Path aside = temporary.resolve("aside");
        Files.move(second, aside);

        assertThat(store().unlock(before, locked.get(before), "context")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> store().beginReplacingRoot())
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining("Root key 2");
        assertThat(second).doesNotExist();

        Files.move(aside, second);
        assertThat(store().replaceRoot()).isEmpty();
        assertEverythingOpens(store());
    }

    @Test
    void whatCannotBeReadKeepsTheOlderRootKeyAndIsNamed() throws Exception {
        CaseId broken = locks(store());
        CaseId whole = locks(store());
        String file = files().stream()
                .filter(name -> name.contains(broken.toString()))
                .findFirst()
                .orElseThrow();
        byte[] backup = Files.readAllBytes(folder().resolve(file));
        Files.write(folder().resolve(file), new byte[0]);
        store().beginReplacingRoot();

        assertThat(store().keysUnderOlderRoots()).isEqualTo(2);
        assertThat(store().replaceRoot()).singleElement().asString().startsWith(file);
        assertThat(store().roots()).containsExactly(1, 2);
        assertThat(store().unlock(whole, locked.get(whole), "context")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> store().unlock(broken, locked.get(broken), "context"))
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining(file);

        Files.write(folder().resolve(file), backup);
        assertThat(store().replaceRoot()).isEmpty();
        assertThat(store().roots()).containsExactly(2);
        assertEverythingOpens(store());
    }

    @Test
    void nobodyNoticesAndNobodyWhoIsErasedMeanwhileComesBack() throws Exception {
        store();
        AtomicBoolean replaced = new AtomicBoolean();
        ConcurrentLinkedQueue<CaseId> erased = new ConcurrentLinkedQueue<>();
        List<Future<?>> others = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < 2; i++) {
                FileKeyStore another = store();
                others.add(threads.submit(() -> {
                    while (!replaced.get()) {
                        CaseId forgotten = locks(another);
                        locks(another);
                        locked.forEach((caseId, bytes) -> {
                            if (!erased.contains(caseId)
                                    && !another.shredded(caseId).isPresent()) {
                                opens(another, caseId, bytes);
                            }
                        });
                        erased.add(forgotten);
                        another.shred(forgotten, NOW);
                    }
                }));
            }
            FileKeyStore replacing = store();
            for (int i = 0; i < 15; i++) {
                replacing.beginReplacingRoot();
                assertThat(replacing.replaceRoot()).isEmpty();
            }
        } finally {
            replaced.set(true);
            threads.shutdown();
        }
        for (Future<?> other : others) {
            other.get();
        }
        assertThat(store().roots()).containsExactly(16);
        erased.forEach(locked::remove);
        assertThat(erased).isNotEmpty();
        assertEverythingOpens(store());
        assertThat(files()).hasSize(locked.size() + 1);
    }

    private static void opens(FileKeyStore store, CaseId caseId, byte[] bytes) {
        try {
            assertThat(store.unlock(caseId, bytes, "context")).isEqualTo(PLAIN);
        } catch (Shredded meanwhile) {
            assertThat(store.shredded(caseId)).isPresent();
        }
    }
}
