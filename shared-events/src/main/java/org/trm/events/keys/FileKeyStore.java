package org.trm.events.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.KeyReplacement;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.SecretKey;
import org.trm.events.privacy.Shredded;
import org.trm.events.privacy.SigningKeys;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/**
 * Keys in a folder of this machine, a file each, encrypted under a root key, which lies there as well or in a device. Several processes may use the folder at once: a
 * file comes into being whole or not at all, and whoever comes second takes the first one's.
 *
 * <p>Whoever has the folder, the root key, the countries' keys and the database can read everything, so that their backups
 * belong in different hands.
 */
public final class FileKeyStore implements KeyStore, KeyReplacement, SigningKeys {
    private static final String HMAC = "HmacSHA256";
    private static final String FORM = "trm/key/v1";
    private static final String IN_FILES = ".key";
    private static final String IN_DEVICE = ".device";
    private static final List<String> FOLDERS = List.of("countries", "cases", "macs", "signing");

    private final SafeFolder folder;
    private final RootKeys roots;
    private final EncryptedFiles files;
    private final CountryKeys countries;
    private final Tombstones tombstones;
    private final Map<String, SecretKeySpec> macs = new ConcurrentHashMap<>();
    private final LongAdder failures = new LongAdder();

    private FileKeyStore(
            SafeFolder folder, RootKeys roots, EncryptedFiles files, CountryKeys countries, Tombstones tombstones) {
        this.folder = folder;
        this.roots = roots;
        this.files = files;
        this.countries = countries;
        this.tombstones = tombstones;
    }

    /**
     * Opens the store in a folder, which only its owner may read; in an empty one a root key is made. Keys that were
     * destroyed, and that somebody has put back, are destroyed again.
     *
     * @param erased where it is noted whose keys were destroyed: apart from the folder and its backups
     * @throws KeysUnreachable when the folder cannot be used, or has keys and no root key
     */
    public static FileKeyStore in(Path path, Path erased) {
        SafeFolder folder = new SafeFolder(path);
        return attempted(() -> {
            RootKeys roots = new RootKeyFiles(folder);
            EncryptedFiles files = new EncryptedFiles(folder, roots);
            requireBegunSo(
                    folder, IN_DEVICE, "under a root key in a PKCS#11 device: say which by --trm.keys.pkcs11.library");
            return opened(path, folder, roots, files, new CountryKeyFiles(files), erased);
        });
    }

    /** The same, except that the root key and the countries' keys are in tokens of a PKCS#11 device. */
    static FileKeyStore with(Path path, Path erased, Tokens tokens) {
        SafeFolder folder = new SafeFolder(path);
        return attempted(() -> {
            RootKeys roots = new RootKeysInDevice(folder, tokens.forAll());
            EncryptedFiles files = new EncryptedFiles(folder, roots);
            requireBegunSo(folder, IN_FILES, "under a root key in a file: leave out --trm.keys.pkcs11.library");
            return opened(path, folder, roots, files, new CountryKeysInDevice(folder, tokens), erased);
        });
    }

    private static void requireBegunSo(SafeFolder folder, String otherwise, String how) throws IOException {
        folder.make();
        if (!new RootNames(otherwise).in(folder).isEmpty()) {
            throw new KeysUnreachable(
                    "The keys in " + folder + " are kept " + how + ", or choose an empty folder by --trm.keys.", null);
        }
    }

    private static FileKeyStore opened(
            Path path, SafeFolder folder, RootKeys roots, EncryptedFiles files, CountryKeys countries, Path erased)
            throws IOException {
        // Asked first: another process may be making the root key now, and keys under it a moment later.
        boolean hasKeys = FOLDERS.stream().anyMatch(folder::has);
        if (roots.generations().isEmpty()) {
            if (hasKeys) {
                throw new KeysUnreachable(
                        "There are keys in " + path
                                + ", and no root.key or root.device to read them by: put it back from its backup.",
                        null);
            }
            roots.make(1);
        }
        roots.check(roots.generations().last());
        Tombstones tombstones = new Tombstones(erased);
        FileKeyStore store = new FileKeyStore(folder, roots, files, countries, tombstones);
        for (Map.Entry<CaseId, Instant> tombstone : tombstones.all().entrySet()) {
            store.destroy(tombstone.getKey(), tombstone.getValue());
        }
        return store;
    }

    /**
     * Makes sure that keys can be used now. Asking is no use of a key: it is not among the {@link #failures}.
     *
     * @throws KeysUnreachable when the root key, under which all others are encrypted, cannot be
     */
    public void requireReachable() {
        attempted(() -> {
            roots.check(files.roots().last());
            return null;
        });
    }

    /** How often, since it was opened, a key could not be used that should have been there, or was not what it had been. */
    public long failures() {
        return failures.sum();
    }

    @Override
    public CountryKey keyOf(CountryCode country) {
        return reached(() -> {
            List<CountryKey> keys = countries.of(country);
            return keys.isEmpty() ? countries.make(country, 1) : keys.get(keys.size() - 1);
        });
    }

    @Override
    public boolean hasKeyOf(CountryCode country) {
        return !keysOf(country).isEmpty();
    }

    @Override
    public byte[] decrypt(CountryCode country, String keyId, byte[] encrypted, String context) {
        return reached(() -> countries.decrypt(country, keyId, encrypted, context));
    }

    @Override
    public byte[] lock(CaseId caseId, byte[] plain, String context) {
        return reached(() -> {
            requireNotShredded(caseId);
            byte[] locked = fresh(fileOf(caseId)).encrypt(plain, context);
            requireNotShredded(caseId);
            return locked;
        });
    }

    @Override
    public byte[] unlock(CaseId caseId, byte[] locked, String context) {
        return reached(() -> {
            requireNotShredded(caseId);
            Optional<EncryptedFiles.Content> key = files.find(fileOf(caseId));
            if (key.isEmpty()) {
                // It may have been destroyed since.
                requireNotShredded(caseId);
                throw new KeysUnreachable(
                        "The key of case " + caseId + " is missing: put it back from its backup.", null);
            }
            return SecretKey.of(key.get().secret()).decrypt(locked, context);
        });
    }

    private SecretKey fresh(String file) throws IOException {
        return SecretKey.of(files.findOrAdd(
                        file,
                        () -> new EncryptedFiles.Content(
                                List.of(), SecretKey.fresh().bytes()))
                .secret());
    }

    @Override
    public boolean hasKeyOf(CaseId caseId) {
        return files.has(fileOf(caseId));
    }

    private void requireNotShredded(CaseId caseId) {
        shredded(caseId).ifPresent(since -> {
            throw new Shredded(caseId, since);
        });
    }

    @Override
    public byte[] mac(String purpose, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(macs.computeIfAbsent(
                    purpose,
                    unknown -> reached(
                            () -> new SecretKeySpec(fresh(macFileOf(purpose)).bytes(), HMAC))));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    @Override
    public boolean hasMacKey(String purpose) {
        return files.has(macFileOf(purpose));
    }

    @Override
    public KeyPair signingKey(String purpose) {
        return reached(() -> SigningKeyFile.pair(files.findOrAdd(signingFileOf(purpose), SigningKeyFile::fresh)));
    }

    @Override
    public boolean hasSigningKey(String purpose) {
        return files.has(signingFileOf(purpose));
    }

    @Override
    public void shred(CaseId caseId, Instant at) {
        reached(() -> {
            if (shredded(caseId).isEmpty()) {
                tombstones.add(caseId, at);
            }
            destroy(caseId, at);
            return null;
        });
    }

    private void destroy(CaseId caseId, Instant at) throws IOException {
        folder.add(tombstoneOf(caseId), List.of(FORM, at.toString()));
        folder.delete(fileOf(caseId));
    }

    @Override
    public Optional<Instant> shredded(CaseId caseId) {
        String file = tombstoneOf(caseId);
        return reached(() -> folder.has(file) ? Optional.of(destroyedAt(file)) : Optional.empty());
    }

    @Override
    public Map<CaseId, Instant> shredded() {
        return reached(tombstones::all);
    }

    private Instant destroyedAt(String file) throws IOException {
        try {
            return Instant.parse(folder.read(file).get(1));
        } catch (IndexOutOfBoundsException | DateTimeParseException e) {
            throw new KeysUnreachable("The file " + file + " does not say when the key was destroyed.", e);
        }
    }

    @Override
    public Set<CountryCode> countries() {
        return reached(countries::countries);
    }

    @Override
    public List<CountryKey> keysOf(CountryCode country) {
        return reached(() -> countries.of(country));
    }

    @Override
    public void beginReplacing(CountryCode country) {
        reached(() -> {
            List<CountryKey> keys = countries.of(country);
            if (keys.size() == 1) {
                countries.make(country, CountryKeyId.of(keys.get(0).id()).number() + 1);
            }
            return null;
        });
    }

    @Override
    public void destroy(CountryKey key) {
        reached(() -> {
            if (key.id().equals(keyOf(key.country()).id())) {
                throw new IllegalArgumentException(key.id() + " is in use");
            }
            countries.destroy(key);
            return null;
        });
    }

    @Override
    public SortedSet<Integer> roots() {
        return reached(files::roots);
    }

    @Override
    public void beginReplacingRoot() {
        reached(() -> {
            SortedSet<Integer> generations = files.roots();
            if (generations.size() == 1) {
                // One that is lost must not be made anew, or it could not be put back.
                for (String file : encrypted()) {
                    files.requireRootOf(file, generations);
                }
                roots.make(generations.last() + 1);
            }
            return null;
        });
    }

    @Override
    public int keysUnderOlderRoots() {
        return reached(() -> {
            int left = 0;
            SortedSet<Integer> generations = roots.generations();
            if (generations.size() > 1) {
                for (String file : encrypted()) {
                    left += files.isBehind(file, generations.last()) ? 1 : 0;
                }
            }
            return left;
        });
    }

    @Override
    public List<String> replaceRoot() {
        return reached(() -> {
            SortedSet<Integer> generations = files.roots();
            SortedSet<Integer> older = generations.headSet(generations.last());
            List<String> unreadable = new ArrayList<>();
            for (String file : older.isEmpty() ? List.<String>of() : encrypted()) {
                try {
                    files.renew(file, generations.last());
                } catch (KeysUnreachable | Tampered e) {
                    unreadable.add(file + ": " + e.getMessage());
                }
            }
            if (unreadable.isEmpty()) {
                for (int generation : older) {
                    roots.destroy(generation);
                }
            }
            return unreadable;
        });
    }

    private List<String> encrypted() throws IOException {
        List<String> all = new ArrayList<>();
        for (String in : FOLDERS) {
            all.addAll(folder.namesBelow(in));
        }
        return all.stream().filter(name -> name.endsWith(".key")).toList();
    }

    private static String signingFileOf(String purpose) {
        return "signing/" + purpose + ".key";
    }

    private static String fileOf(CaseId caseId) {
        String id = caseId.toString();
        return "cases/" + id.substring(id.length() - 2) + "/" + id + ".key";
    }

    private static String macFileOf(String purpose) {
        return "macs/" + purpose + ".key";
    }

    private static String tombstoneOf(CaseId caseId) {
        return fileOf(caseId).replace(".key", ".shredded");
    }

    private interface Deed<T> {
        T done() throws IOException;
    }

    private <T> T reached(Deed<T> deed) {
        try {
            return attempted(deed);
        } catch (KeysUnreachable | Tampered e) {
            failures.increment();
            throw e;
        }
    }

    private static <T> T attempted(Deed<T> deed) {
        try {
            return deed.done();
        } catch (IOException e) {
            throw new KeysUnreachable(
                    "A file of the key store cannot be used: " + e.getClass().getSimpleName(), e);
        }
    }
}
