package org.trm.events.keys;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.CountryPrivateKey;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.types.CountryCode;

/** The countries' keys in files, encrypted under the root key. */
final class CountryKeyFiles implements CountryKeys {
    private static final String FOLDER = "countries";
    private static final CountryNames NAMES = new CountryNames("", ".key");

    private final EncryptedFiles files;
    private final Map<String, CountryPrivateKey> known = new ConcurrentHashMap<>();

    CountryKeyFiles(EncryptedFiles files) {
        this.files = files;
    }

    @Override
    public Set<CountryCode> countries() throws IOException {
        return NAMES.in(files.names(FOLDER)).keySet();
    }

    @Override
    public List<CountryKey> of(CountryCode country) throws IOException {
        List<CountryKey> keys = new ArrayList<>();
        for (int number : NAMES.in(files.names(FOLDER)).getOrDefault(country, new TreeSet<>())) {
            find(country, number).ifPresent(key -> keys.add(key.open()));
        }
        return keys;
    }

    @Override
    public CountryKey make(CountryCode country, int number) throws IOException {
        files.findOrAdd(file(country, number), () -> {
            CountryPrivateKey fresh = CountryPrivateKey.fresh(country, country + "-" + number);
            return new EncryptedFiles.Content(List.of(fresh.open().publicKey().toByteArray()), fresh.bytes());
        });
        return read(country, number).open();
    }

    @Override
    public byte[] decrypt(CountryCode country, String keyId, byte[] encrypted, String context) throws IOException {
        CountryKeyId id = CountryKeyId.of(keyId);
        CountryPrivateKey key = files.has(file(country, id.number())) ? known.get(keyId) : null;
        if (key == null) {
            key = read(country, id.number());
            if (!key.open().id().equals(keyId)) {
                throw new KeysUnreachable("The key " + keyId + " is lost: another one stands in its place.", null);
            }
        }
        return key.decrypt(encrypted, context);
    }

    private CountryPrivateKey read(CountryCode country, int number) throws IOException {
        return find(country, number)
                .orElseThrow(() -> new KeysUnreachable(
                        "Key " + number + " of country " + country + " is missing: put it back from its backup.",
                        null));
    }

    private Optional<CountryPrivateKey> find(CountryCode country, int number) throws IOException {
        Optional<EncryptedFiles.Content> content = files.find(file(country, number));
        if (content.isEmpty()) {
            return Optional.empty();
        }
        byte[] open = content.get().open().get(0);
        String id = CountryKeyId.of(country, number, open).toString();
        return Optional.of(known.computeIfAbsent(
                id,
                unknown -> CountryPrivateKey.of(
                        new CountryKey(country, id, Bytes.copyFrom(open)),
                        content.get().secret())));
    }

    @Override
    public void destroy(CountryKey key) throws IOException {
        files.delete(file(key.country(), CountryKeyId.of(key.id()).number()));
        known.remove(key.id());
    }

    private static String file(CountryCode country, int number) {
        return FOLDER + "/" + NAMES.of(country, number);
    }
}
