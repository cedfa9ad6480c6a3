package org.trm.events.keys;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.trm.events.privacy.SecretKey;

/** Root keys in files beside what they encrypt: whoever has the folder has them. */
final class RootKeyFiles implements RootKeys {
    private static final String FORM = "trm/key/v1";

    private final SafeFolder folder;
    private final RootNames names = new RootNames(".key");
    private final Map<Integer, SecretKey> known = new ConcurrentHashMap<>();

    RootKeyFiles(SafeFolder folder) {
        this.folder = folder;
    }

    @Override
    public SortedSet<Integer> generations() throws IOException {
        return names.in(folder);
    }

    @Override
    public void make(int generation) throws IOException {
        String secret = Base64.getEncoder().encodeToString(SecretKey.fresh().bytes());
        folder.add(names.of(generation), List.of(FORM, secret), () -> true);
    }

    @Override
    public void check(int generation) throws IOException {
        key(generation);
    }

    @Override
    public byte[] encrypt(int generation, byte[] plain, String context) throws IOException {
        return key(generation).encrypt(plain, context);
    }

    @Override
    public byte[] decrypt(int generation, byte[] encrypted, String context) throws IOException {
        return key(generation).decrypt(encrypted, context);
    }

    /** One that was destroyed by another process is not used any more, although it is still known here. */
    private SecretKey key(int generation) throws IOException {
        String file = names.of(generation);
        if (!folder.has(file)) {
            known.remove(generation);
            throw new NoSuchFileException(file);
        }
        SecretKey key = known.get(generation);
        if (key == null) {
            key = SecretKey.of(KeyFile.of(file, folder.read(file)).secret());
            known.put(generation, key);
        }
        return key;
    }

    @Override
    public void destroy(int generation) throws IOException {
        folder.delete(names.of(generation));
        known.remove(generation);
    }
}
