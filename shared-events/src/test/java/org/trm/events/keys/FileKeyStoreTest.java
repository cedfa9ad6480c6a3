package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Shredded;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/** Keys are whole or not there, are the same for all who use the folder, and are readable by their owner alone. */
class FileKeyStoreTest {
    private static final CountryCode RO = CountryCode.of("RO");
    private static final CaseId CASE = CaseId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final byte[] PLAIN = "plain".getBytes(UTF_8);

    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("keys");
    }

    private KeyStore store() {
        return FileKeyStore.in(folder(), temporary.resolve("erased"));
    }

    @Test
    void whatWasEncryptedBeforeARestartOpensAfterIt() {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        assertThat(store().unlock(CASE, locked, "context")).isEqualTo(PLAIN);
    }

    @Test
    void whoeverWatchesSeesThatTheRootKeyIsAwayAndHowOftenAKeyWasMissed() throws Exception {
        FileKeyStore store = FileKeyStore.in(folder(), temporary.resolve("erased"));
        byte[] locked = store.lock(CASE, PLAIN, "context");
        store.requireReachable();
        assertThat(store.failures()).isZero();

        Path away = Files.move(folder().resolve("root.key"), temporary.resolve("root.key"));

        assertThatThrownBy(store::requireReachable).isInstanceOf(KeysUnreachable.class);
        assertThat(store.failures()).isZero();
        assertThatThrownBy(() -> store.unlock(CASE, locked, "context")).isInstanceOf(KeysUnreachable.class);
        assertThat(store.failures()).isEqualTo(1);

        Files.move(away, folder().resolve("root.key"));
        store.requireReachable();
        assertThat(store.unlock(CASE, locked, "context")).isEqualTo(PLAIN);
        assertThat(store.failures()).isEqualTo(1);
    }

    @Test
    void aCountryHasOneKeyHoweverManyAskForItAtOnce() {
        store();
        Set<CountryKey> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64).parallel().forEach(i -> seen.add(store().keyOf(RO)));
        assertThat(seen).hasSize(1);
    }

    @Test
    void aCaseHasOneKeyHoweverManyAskForItAtOnce() {
        store();
        List<byte[]> locked = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> store().lock(CASE, PLAIN, "context"))
                .toList();
        assertThat(locked)
                .allSatisfy(
                        one -> assertThat(store().unlock(CASE, one, "context")).isEqualTo(PLAIN));
    }

    @Test
    void nobodyButTheOwnerMayReadIt() throws Exception {
        KeyStore store = store();
        store.keyOf(RO);
        store.lock(CASE, PLAIN, "context");
        try (Stream<Path> all = Files.walk(folder())) {
            assertThat(all)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void nothingOpensInAnotherContext() {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        assertThatThrownBy(() -> store().unlock(CASE, locked, "another")).isInstanceOf(Tampered.class);
    }

    @Test
    void aLostRootKeyIsSaidAndNoNewOneIsMade() throws Exception {
        store().keyOf(RO);
        Files.delete(folder().resolve("root.key"));
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("root.key");
        assertThat(folder().resolve("root.key")).doesNotExist();
    }

    @Test
    void aKeyOfACaseThatIsLostIsSaidAndWhatItLockedStaysLocked() throws Exception {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        Files.delete(onlyCaseKey());
        assertThatThrownBy(() -> store().unlock(CASE, locked, "context")).isInstanceOf(KeysUnreachable.class);
    }

    @Test
    void aKeyThatWasAlteredOrIsAnothersIsNoticed() throws Exception {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        List<String> lines = Files.readAllLines(onlyCaseKey());
        char first = lines.get(1).charAt(0);
        Files.write(
                onlyCaseKey(),
                List.of(lines.get(0), (first == 'A' ? 'B' : 'A') + lines.get(1).substring(1)));
        assertThatThrownBy(() -> store().unlock(CASE, locked, "context")).isInstanceOf(Tampered.class);

        CaseId other = CaseId.of("019c9f3e-6a40-7d21-93c5-5f0e8a1b2ce7");
        store().lock(other, PLAIN, "context");
        Files.copy(onlyCaseKey().resolveSibling(other + ".key"), onlyCaseKey(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> store().unlock(CASE, locked, "context")).isInstanceOf(Tampered.class);
    }

    /** What a disk that was full leaves, or a copy that was cut off. */
    @Test
    void aFileThatIsNoKeyIsSaidAndNamed() throws Exception {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        for (String broken : List.of("", "trm/key/v1\n", "trm/key/v1\n%%%\n", "trm/key/v9\nAAAA\n")) {
            Files.writeString(onlyCaseKey(), broken);
            assertThatThrownBy(() -> store().unlock(CASE, locked, "context"))
                    .isInstanceOf(KeysUnreachable.class)
                    .hasMessageContaining(CASE + ".key");
        }
    }

    @Test
    void theKeyInUseIsNotDestroyed() {
        FileKeyStore store = FileKeyStore.in(folder(), temporary.resolve("erased"));
        CountryKey first = store.keyOf(RO);
        assertThatThrownBy(() -> store.destroy(first)).isInstanceOf(IllegalArgumentException.class);
        store.beginReplacing(RO);
        assertThat(store.keyOf(RO).id()).startsWith("RO-2-");
        store.beginReplacing(RO);
        assertThat(store.keysOf(RO)).hasSize(2);

        store.destroy(first);

        assertThat(store.keysOf(RO)).containsExactly(store.keyOf(RO));
        assertThatThrownBy(() -> store.decrypt(RO, first.id(), PLAIN, "context"))
                .isInstanceOf(KeysUnreachable.class);
        assertThat(store.countries()).containsExactly(RO);
    }

    private Path onlyCaseKey() {
        return folder().resolve("cases/e7/" + CASE + ".key");
    }

    @Test
    void theSameMessageHasTheSameCodeForAllWhoShareTheStoreAndAnotherForAnotherPurposeOrStore() {
        assertThat(store().hasMacKey("requests")).isFalse();
        byte[] code = store().mac("requests", PLAIN);
        assertThat(store().hasMacKey("requests")).isTrue();
        assertThat(store().mac("requests", PLAIN)).isEqualTo(code);
        assertThat(store().mac("others", PLAIN)).isNotEqualTo(code);
        assertThat(FileKeyStore.in(temporary.resolve("other"), temporary.resolve("erased"))
                        .mac("requests", PLAIN))
                .isNotEqualTo(code);
    }

    @Test
    void aKeyThatWasDestroyedIsGoneForGoodAndNoNewOneIsMade() throws Exception {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        KeyStore before = store();
        store().shred(CASE, NOW);

        assertThat(onlyCaseKey()).doesNotExist();
        for (KeyStore store : List.of(store(), before)) {
            assertThat(store.shredded(CASE)).contains(NOW);
            assertThatThrownBy(() -> store.unlock(CASE, locked, "context")).isInstanceOf(Shredded.class);
            assertThatThrownBy(() -> store.lock(CASE, PLAIN, "context")).isInstanceOf(Shredded.class);
        }
    }

    @Test
    void aBackupOfTheKeysThatIsPutBackBringsNobodyBack() throws Exception {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        byte[] backup = Files.readAllBytes(onlyCaseKey());
        store().shred(CASE, NOW);
        Files.delete(onlyCaseKey().resolveSibling(CASE + ".shredded"));
        Files.write(onlyCaseKey(), backup);

        KeyStore restored = store();

        assertThat(onlyCaseKey()).doesNotExist();
        assertThat(restored.shredded(CASE)).contains(NOW);
        assertThatThrownBy(() -> restored.unlock(CASE, locked, "context")).isInstanceOf(Shredded.class);
    }

    @Test
    void aDestructionThatWasCutOffIsFinishedWhenItIsAskedForAgain() throws Exception {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        byte[] key = Files.readAllBytes(onlyCaseKey());
        store().shred(CASE, NOW);
        Files.write(onlyCaseKey(), key);
        KeyStore store = FileKeyStore.in(folder(), temporary.resolve("another"));

        assertThatThrownBy(() -> store.unlock(CASE, locked, "context")).isInstanceOf(Shredded.class);
        store.shred(CASE, NOW);

        assertThat(onlyCaseKey()).doesNotExist();
    }

    @Test
    void whatAFullDiskCutOffSwallowsNoLine() throws Exception {
        CaseId other = CaseId.of("019c9f3e-6a40-7d21-93c5-5f0e8a1b2ce7");
        Files.writeString(temporary.resolve("erased"), "019c9f3e-6a40-7d21");
        store().shred(other, NOW);
        store().shred(CASE, NOW);
        assertThat(Files.readString(temporary.resolve("erased"))).hasLineCount(3);

        Files.delete(onlyCaseKey().resolveSibling(CASE + ".shredded"));
        assertThat(store().shredded(CASE)).contains(NOW);
    }

    @Test
    void aCountryKeyThatIsLostIsSaidAlthoughAnotherHasTakenItsPlace() throws Exception {
        CountryKey lost = store().keyOf(RO);
        Files.delete(folder().resolve("countries/RO-1.key"));
        assertThat(store().keyOf(RO).id()).isNotEqualTo(lost.id());
        assertThatThrownBy(() -> store().decrypt(RO, lost.id(), PLAIN, "context"))
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining(lost.id());
    }

    @Test
    void theKeyOfTheHighestNumberIsInUseAndWhatIsNoKeyIsNotTakenForOne() throws Exception {
        store().keyOf(RO);
        Path countries = folder().resolve("countries");
        Files.writeString(countries.resolve("RO-1.key~"), "left by an editor");
        assertThat(store().keyOf(RO).id()).startsWith("RO-1-");
    }

    @Test
    void aLineThatACrashCutOffIsOfNothingThatWasAcknowledged() throws Exception {
        store().shred(CASE, NOW);
        Files.writeString(temporary.resolve("erased"), "019c9f3e-6a40-7d21", StandardOpenOption.APPEND);
        assertThat(store().shredded(CASE)).contains(NOW);
    }

    @Test
    void whereItCannotBeNotedNothingIsDestroyed() throws Exception {
        byte[] locked = store().lock(CASE, PLAIN, "context");
        KeyStore store = store();
        Files.createDirectory(temporary.resolve("erased"));
        assertThatThrownBy(() -> store.shred(CASE, NOW)).isInstanceOf(KeysUnreachable.class);
        assertThat(store.unlock(CASE, locked, "context")).isEqualTo(PLAIN);
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws Exception {
        Files.writeString(folder(), "a file");
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class);
    }
}
