package org.trm.events.keys;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.CountryPrivateKey;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.SecretKey;
import org.trm.events.privacy.Shredded;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/**
 * Keys in a folder of this machine, a file each, encrypted under a root key that lies in a file beside them. Several
 * processes may use the folder at once: a file comes into being whole or not at all, and whoever comes second takes the
 * first one's.
 *
 * <p>Whoever has the folder and the database can read everything, so that their backups belong in different hands.
 */
public final class FileKeyStore implements KeyStore {
    private static final String ROOT = "root.key";
    private static final String HMAC = "HmacSHA256";
    private static final Pattern COUNTRY_KEY = Pattern.compile("([A-Z]{2})-(\\d{1,6})\\.key");
    private static final String FORM = "trm/key/v1";
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder();
    private static final Base64.Decoder FROM_TEXT = Base64.getDecoder();

    private final SafeFolder folder;
    private final SecretKey root;
    private final Tombstones tombstones;
    private final Map<String, CountryPrivateKey> countries = new ConcurrentHashMap<>();
    private final Map<String, SecretKeySpec> macs = new ConcurrentHashMap<>();

    private FileKeyStore(SafeFolder folder, SecretKey root, Tombstones tombstones) {
        this.folder = folder;
        this.root = root;
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
        try {
            folder.make();
            if (!folder.has(ROOT) && Stream.of("countries", "cases", "macs").anyMatch(folder::has)) {
                throw new KeysUnreachable(
                        "There are keys in " + path + ", and no " + ROOT
                                + " to read them by: put it back from its backup.",
                        null);
            }
            Tombstones tombstones = new Tombstones(erased);
            FileKeyStore store = new FileKeyStore(folder, rootKey(folder), tombstones);
            for (Map.Entry<CaseId, Instant> tombstone : tombstones.all().entrySet()) {
                store.destroy(tombstone.getKey(), tombstone.getValue());
            }
            return store;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static SecretKey rootKey(SafeFolder folder) throws IOException {
        if (!folder.has(ROOT)) {
            folder.write(
                    ROOT, List.of(FORM, TO_TEXT.encodeToString(SecretKey.fresh().bytes())));
        }
        return SecretKey.of(FROM_TEXT.decode(folder.read(ROOT).get(1)));
    }

    @Override
    public CountryKey keyOf(CountryCode country) {
        try {
            int newest = folder.names("countries").stream()
                    .map(COUNTRY_KEY::matcher)
                    .filter(name -> name.matches() && name.group(1).equals(country.value()))
                    .mapToInt(name -> Integer.parseInt(name.group(2)))
                    .max()
                    .orElse(0);
            return (newest == 0 ? made(country) : read(country, newest)).open();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private CountryPrivateKey made(CountryCode country) throws IOException {
        CountryPrivateKey key = CountryPrivateKey.fresh(country, country + "-1");
        String file = fileOf(country, 1);
        folder.write(
                file,
                List.of(
                        FORM,
                        TO_TEXT.encodeToString(key.open().publicKey().toByteArray()),
                        TO_TEXT.encodeToString(root.encrypt(key.bytes(), file))));
        return read(country, 1);
    }

    private CountryPrivateKey read(CountryCode country, int number) throws IOException {
        String file = fileOf(country, number);
        List<String> lines = folder.read(file);
        byte[] open = FROM_TEXT.decode(lines.get(1));
        String id = country + "-" + number + "-" + fingerprint(open);
        CountryPrivateKey known = countries.get(id);
        if (known == null) {
            byte[] secret = root.decrypt(FROM_TEXT.decode(lines.get(2)), file);
            known = CountryPrivateKey.of(new CountryKey(country, id, Bytes.copyFrom(open)), secret);
            countries.put(id, known);
        }
        return known;
    }

    /** @throws KeysUnreachable when another key has taken the place of this one */
    private CountryPrivateKey kept(CountryCode country, String id) throws IOException {
        CountryPrivateKey known = countries.get(id);
        if (known != null) {
            return known;
        }
        CountryPrivateKey read = read(country, Integer.parseInt(id.split("-")[1]));
        if (!read.open().id().equals(id)) {
            throw new KeysUnreachable("The key " + id + " is lost: another one stands in its place.", null);
        }
        return read;
    }

    /** By which a key that was lost and made anew is not taken for the one before. */
    private static String fingerprint(byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public byte[] decrypt(CountryCode country, String keyId, byte[] encrypted, String context) {
        try {
            return kept(country, keyId).decrypt(encrypted, context);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public byte[] lock(CaseId caseId, byte[] plain, String context) {
        try {
            if (!folder.has(fileOf(caseId))) {
                requireNotShredded(caseId);
                String file = fileOf(caseId);
                folder.write(
                        file,
                        List.of(
                                FORM,
                                TO_TEXT.encodeToString(
                                        root.encrypt(SecretKey.fresh().bytes(), file))));
            }
            byte[] locked = caseKey(caseId).encrypt(plain, context);
            requireNotShredded(caseId);
            return locked;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public byte[] unlock(CaseId caseId, byte[] locked, String context) {
        try {
            return caseKey(caseId).decrypt(locked, context);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public boolean hasKeyOf(CaseId caseId) {
        return folder.has(fileOf(caseId));
    }

    private SecretKey caseKey(CaseId caseId) throws IOException {
        requireNotShredded(caseId);
        String file = fileOf(caseId);
        try {
            return SecretKey.of(root.decrypt(FROM_TEXT.decode(folder.read(file).get(1)), file));
        } catch (NoSuchFileException e) {
            throw new KeysUnreachable("The key of case " + caseId + " is missing: put it back from its backup.", e);
        }
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
            mac.init(macs.computeIfAbsent(purpose, this::macKey));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    private SecretKeySpec macKey(String purpose) {
        String file = "macs/" + purpose + ".key";
        try {
            if (!folder.has(file)) {
                folder.write(
                        file,
                        List.of(
                                FORM,
                                TO_TEXT.encodeToString(
                                        root.encrypt(SecretKey.fresh().bytes(), file))));
            }
            return new SecretKeySpec(
                    root.decrypt(FROM_TEXT.decode(folder.read(file).get(1)), file), HMAC);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void shred(CaseId caseId, Instant at) {
        try {
            if (shredded(caseId).isEmpty()) {
                tombstones.add(caseId, at);
            }
            destroy(caseId, at);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private void destroy(CaseId caseId, Instant at) throws IOException {
        folder.write(tombstoneOf(caseId), List.of(FORM, at.toString()));
        folder.delete(fileOf(caseId));
    }

    @Override
    public Optional<Instant> shredded(CaseId caseId) {
        try {
            String file = tombstoneOf(caseId);
            return folder.has(file)
                    ? Optional.of(Instant.parse(folder.read(file).get(1)))
                    : Optional.empty();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static String fileOf(CountryCode country, int number) {
        return "countries/" + country + "-" + number + ".key";
    }

    private static String fileOf(CaseId caseId) {
        String id = caseId.toString();
        return "cases/" + id.substring(id.length() - 2) + "/" + id + ".key";
    }

    private static String tombstoneOf(CaseId caseId) {
        return fileOf(caseId).replace(".key", ".shredded");
    }

    private static KeysUnreachable unreachable(IOException e) {
        return new KeysUnreachable(
                "A file of the key store cannot be used: " + e.getClass().getSimpleName(), e);
    }
}
