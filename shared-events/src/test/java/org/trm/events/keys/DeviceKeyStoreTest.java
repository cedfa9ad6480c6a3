package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;
import org.trm.probe.SoftHsm;

/** The root key and the countries' keys are in a device and never leave it; all else is as with keys in files. */
class DeviceKeyStoreTest {
    private static final CountryCode BG = CountryCode.of("BG");
    private static final CountryCode RO = CountryCode.of("RO");
    private static final byte[] PLAIN = "plain".getBytes(UTF_8);

    @TempDir
    Path temporary;

    private final Map<String, String> settings = new HashMap<>();
    private final Map<CaseId, byte[]> locked = new ConcurrentHashMap<>();
    private long slot;

    @BeforeEach
    void configure() {
        assumeTrue(SoftHsm.installed(), SoftHsm.SKIPPED);
        slot = SoftHsm.token();
        settings.put("trm.keys", temporary.resolve("keys").toString());
        settings.put("trm.erased", temporary.resolve("erased").toString());
        settings.put("trm.keys.pkcs11.library", SoftHsm.LIBRARY.toString());
        settings.put("trm.keys.pkcs11.slot", Long.toString(slot));
        settings.put(
                "trm.keys.pkcs11.pin-file",
                SoftHsm.pinFile(temporary, SoftHsm.PIN).toString());
    }

    private FileKeyStore store() {
        return KeyStores.of(settings::get);
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

    private Map<String, Key> inToken(long number) throws Exception {
        Provider device = Security.getProvider("SunPKCS11")
                .configure("--name = test\nlibrary = " + SoftHsm.LIBRARY + "\nslot = " + number);
        KeyStore token = KeyStore.getInstance("PKCS11", device);
        token.load(null, SoftHsm.PIN.toCharArray());
        Map<String, Key> keys = new HashMap<>();
        for (String alias : Collections.list(token.aliases())) {
            keys.put(alias, token.getKey(alias, null));
        }
        return keys;
    }

    @Test
    void whatIsWrappedAndLockedOpensAfterARestartAndNoKeyLeavesTheDevice() throws Exception {
        DataKeyId id = new DataKeyId(locks(store()), Scope.of(PersonalField.IDENTITY), 1);
        DataKey key = DataKey.fresh(id);
        KeyWrap wrap = new KeyWraps(store()).wrap(key, RO);
        Sealed sealed = key.seal(PersonalField.IDENTITY, UUID.randomUUID(), PLAIN);
        byte[] code = store().mac("requests", PLAIN);

        FileKeyStore started = store();
        assertThat(new KeyWraps(started).unwrap(wrap).open(sealed)).isEqualTo(PLAIN);
        assertThat(started.mac("requests", PLAIN)).isEqualTo(code);
        assertEverythingOpens(started);
        assertThat(wrap.wrapped()).hasSize(12 + 65 + 48 + 16);
        assertThat(inToken(slot))
                .containsOnlyKeys("trm-root-1", "trm-RO-1")
                .allSatisfy((alias, inside) ->
                        assertThat(inside.getEncoded()).as(alias).isNull());
        assertThat(files()).noneMatch(name -> name.startsWith("countries") || name.equals("root.key"));
    }

    private List<String> files() throws IOException {
        Path folder = temporary.resolve("keys");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void whatWasMovedOrAlteredIsRefused() {
        FileKeyStore store = store();
        DataKeyId id = new DataKeyId(locks(store), Scope.of(PersonalField.IDENTITY), 1);
        KeyWraps wraps = new KeyWraps(store);
        KeyWrap wrap = wraps.wrap(DataKey.fresh(id), RO);
        String other = wraps.wrap(DataKey.fresh(id), BG).countryKeyId();

        for (KeyWrap wrong : List.of(
                new KeyWrap(id, BG, other, wrap.wrapped()),
                new KeyWrap(new DataKeyId(id.caseId(), id.scope(), 2), RO, wrap.countryKeyId(), wrap.wrapped()))) {
            assertThatThrownBy(() -> wraps.unwrap(wrong)).isInstanceOf(Tampered.class);
        }
        for (byte[] nothing : List.of(new byte[0], new byte[65], new byte[113])) {
            assertThatThrownBy(() -> store.decrypt(RO, wrap.countryKeyId(), nothing, "context"))
                    .isInstanceOf(Tampered.class);
        }
        assertThatThrownBy(() -> store.decrypt(RO, "RO-9-00000000", new byte[113], "context"))
                .isInstanceOf(KeysUnreachable.class);
    }

    @Test
    void aCountryHasOneKeyHoweverManyAskForItAtOnce() {
        List<FileKeyStore> stores = List.of(store(), store());
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 16)
                .parallel()
                .forEach(i -> seen.add(stores.get(i % 2).keyOf(RO).id()));
        assertThat(seen).hasSize(1);
    }

    @Test
    void aCountryMayHaveATokenOfItsOwn() throws Exception {
        long own = SoftHsm.token();
        settings.put("trm.keys.pkcs11.countries.ro.slot", Long.toString(own));
        settings.put(
                "trm.keys.pkcs11.countries.ro.pin-file",
                SoftHsm.pinFile(temporary, SoftHsm.PIN).toString());
        FileKeyStore store = store();
        store.keyOf(RO);
        store.keyOf(BG);

        assertThat(inToken(own)).containsOnlyKeys("trm-RO-1");
        assertThat(inToken(slot)).containsOnlyKeys("trm-root-1", "trm-BG-1");
        assertThat(store.countries()).containsExactly(BG, RO);
    }

    @Test
    void theRootKeyIsReplacedInTheDeviceAndACopyOfTheFolderOfBeforeOpensNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            locks(store());
        }
        Path before = temporary.resolve("before");
        copy(temporary.resolve("keys"), before);
        FileKeyStore another = store();
        AtomicBoolean replaced = new AtomicBoolean();
        Future<?> reading = Executors.newSingleThreadExecutor().submit(() -> {
            while (!replaced.get()) {
                assertEverythingOpens(another);
            }
        });
        FileKeyStore store = store();
        for (int i = 0; i < 3; i++) {
            store.beginReplacingRoot();
            locks(store);
            assertThat(store.replaceRoot()).isEmpty();
        }
        replaced.set(true);
        reading.get();

        assertThat(inToken(slot)).containsOnlyKeys("trm-root-4");
        assertThat(files()).contains("root-4.device").doesNotContain("root.device", "root-2.device");
        assertEverythingOpens(store());
        settings.put("trm.keys", before.toString());
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("trm-root-1");
    }

    /** As a kill leaves it: made in the device and not yet noted, or destroyed there and still noted. */
    @Test
    void whatAKillCutOffIsFinishedLater() throws Exception {
        locks(store());
        FileKeyStore store = store();
        store.beginReplacingRoot();
        Files.delete(temporary.resolve("keys/root-2.device"));
        FileKeyStore started = store();
        assertThat(started.roots()).containsExactly(1);
        assertEverythingOpens(started);
        started.beginReplacingRoot();
        Path older = temporary.resolve("keys/root.device");
        byte[] noted = Files.readAllBytes(older);
        assertThat(started.replaceRoot()).isEmpty();
        Files.write(older, noted);

        FileKeyStore again = store();
        assertEverythingOpens(again);
        assertThat(again.replaceRoot()).isEmpty();
        assertThat(again.roots()).containsExactly(2);
        assertThat(inToken(slot)).containsOnlyKeys("trm-root-2");
    }

    @Test
    void aCountrysKeyIsReplacedInTheDevice() throws Exception {
        FileKeyStore store = store();
        String before = store.keyOf(RO).id();
        store.beginReplacing(RO);
        assertThat(store.keysOf(RO)).hasSize(2).last().isEqualTo(store.keyOf(RO));

        store.destroy(store.keysOf(RO).get(0));

        assertThat(inToken(slot)).containsOnlyKeys("trm-root-1", "trm-RO-2");
        assertThatThrownBy(() -> store.decrypt(RO, before, PLAIN, "context")).isInstanceOf(KeysUnreachable.class);
    }

    @Test
    void whatWasBegunInFilesIsNotGoneOnWithInADeviceNorTheOtherWayRound() throws Exception {
        locks(store());
        String library = settings.remove("trm.keys.pkcs11.library");
        assertThatThrownBy(this::store)
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining("--trm.keys.pkcs11.library");
        assertThat(files()).doesNotContain("root.key");

        settings.put("trm.keys", temporary.resolve("files").toString());
        store();
        settings.put("trm.keys.pkcs11.library", library);
        assertThatThrownBy(this::store)
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining("leave out --trm.keys.pkcs11.library");
        assertThat(temporary.resolve("files/root.device")).doesNotExist();
    }

    @Test
    void anotherTokenOrALostNoteIsSaidAndNoNewRootKeyIsMade() throws Exception {
        locks(store());
        long other = SoftHsm.token();
        settings.put("trm.keys.pkcs11.slot", Long.toString(other));
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("put that token in");
        assertThat(inToken(other)).isEmpty();

        settings.put("trm.keys.pkcs11.slot", Long.toString(slot));
        Files.delete(temporary.resolve("keys/root.device"));
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("root.device");
        assertThat(inToken(slot)).containsOnlyKeys("trm-root-1");
    }

    @Test
    void aWrongPinAndAPinThatOthersMayReadAndATokenThatIsNotThereAreSaid() throws Exception {
        Path wrong = SoftHsm.pinFile(temporary, "999999");
        settings.put("trm.keys.pkcs11.pin-file", wrong.toString());
        assertThatThrownBy(this::store)
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining("is not that of the PKCS#11 token in slot " + slot);

        Files.setPosixFilePermissions(wrong, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("chmod 600");

        Files.delete(wrong);
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("cannot be read");

        settings.put("trm.keys.pkcs11.slot", "3");
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("slot 3");

        settings.put("trm.keys.pkcs11.library", "/nowhere.so");
        assertThatThrownBy(this::store).isInstanceOf(KeysUnreachable.class).hasMessageContaining("/nowhere.so");
    }

    @Test
    void thePinIsNeededOnceAndItsFileMayGo() throws Exception {
        FileKeyStore store = store();
        Files.delete(Path.of(settings.get("trm.keys.pkcs11.pin-file")));
        locks(store);
        store.keyOf(RO);
        store.beginReplacingRoot();
        assertThat(store.replaceRoot()).isEmpty();
        assertEverythingOpens(store);
    }

    @Test
    void aTokenThatIsTakenOutIsSaidAndNoKeyIsMadeInItsPlace() throws Exception {
        FileKeyStore store = store();
        CaseId caseId = locks(store);
        CaseId other = new CaseId(UUID.randomUUID());
        List<String> before = files();

        SoftHsm.takeOut(slot);

        assertThatThrownBy(() -> store.unlock(caseId, locked.get(caseId), "context"))
                .isInstanceOf(KeysUnreachable.class);
        assertThatThrownBy(() -> store.lock(other, PLAIN, "context")).isInstanceOf(KeysUnreachable.class);
        assertThatThrownBy(() -> store.keyOf(RO)).isInstanceOf(KeysUnreachable.class);
        assertThatThrownBy(store::beginReplacingRoot).isInstanceOf(KeysUnreachable.class);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsNotConfiguredIsAskedFor() {
        for (String needed : new ArrayList<>(List.of("trm.keys.pkcs11.slot", "trm.keys.pkcs11.pin-file", "trm.keys"))) {
            String value = settings.remove(needed);
            assertThatThrownBy(this::store)
                    .isInstanceOf(KeysUnreachable.class)
                    .hasMessageContaining("--" + needed + "=");
            settings.put(needed, value);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
