package org.trm.events.keys;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.trm.events.privacy.KeysUnreachable;

/**
 * Files of keys, each encrypted under a root key. When the root key is replaced, a new one is made first, under which every
 * file is encrypted from then on; then each of the others is replaced by one that is encrypted under it; and when none is
 * left, the older ones are destroyed. A crash in between leaves nothing that cannot be read, and whoever reads meanwhile
 * finds either file. What is gone when it is to be used, because another was quicker, is asked for anew.
 */
final class EncryptedFiles {
    /** What a file gives: what may be known of a key, and what may not. */
    record Content(List<byte[]> open, byte[] secret) {}

    private static final int ATTEMPTS = 5;

    private final SafeFolder folder;
    private final RootKeys roots;

    EncryptedFiles(SafeFolder folder, RootKeys roots) {
        this.folder = folder;
        this.roots = roots;
    }

    boolean has(String name) {
        return folder.has(name);
    }

    /** The names of the files in a folder. */
    List<String> names(String in) throws IOException {
        return folder.names(in);
    }

    /**
     * Empty when there is no such file.
     *
     * @throws KeysUnreachable when it cannot be read, because it is no such file or its root key is missing
     * @throws org.trm.events.privacy.Tampered when it was altered, or is another one's
     */
    Optional<Content> find(String name) throws IOException {
        KeyFile file = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                file = KeyFile.of(name, folder.read(name));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
            try {
                byte[] secret = roots.decrypt(file.generation(), file.secret(), name);
                return Optional.of(new Content(file.open(), secret));
            } catch (NoSuchFileException e) {
                // It has just been destroyed because the file is encrypted under another one by now.
            }
        }
        throw missing(file.generation(), name);
    }

    /** Adds it unless another was quicker, and gives what stands there. */
    Content findOrAdd(String name, Supplier<Content> fresh) throws IOException {
        while (!folder.has(name)) {
            int root = current();
            try {
                folder.add(name, encrypted(root, name, fresh.get()), () -> root == current());
            } catch (NoSuchFileException e) {
                if (root == current()) {
                    throw e;
                }
            }
        }
        return find(name).orElseThrow(() -> new NoSuchFileException(name));
    }

    void delete(String name) throws IOException {
        folder.delete(name);
    }

    private List<String> encrypted(int root, String name, Content content) throws IOException {
        return new KeyFile(root, content.open(), roots.encrypt(root, content.secret(), name)).lines();
    }

    private int current() throws IOException {
        return roots().last();
    }

    /** The root keys that there are; never none. */
    SortedSet<Integer> roots() throws IOException {
        SortedSet<Integer> generations = roots.generations();
        if (generations.isEmpty()) {
            throw new KeysUnreachable("There is no root key any more: put it back from its backup.", null);
        }
        return generations;
    }

    /** Whether it is encrypted under another root key than this one, or cannot be read at all. */
    boolean isBehind(String name, int root) throws IOException {
        try {
            return KeyFile.of(name, folder.read(name)).generation() != root;
        } catch (NoSuchFileException e) {
            return false;
        } catch (KeysUnreachable e) {
            return true;
        }
    }

    /** @throws KeysUnreachable when it is encrypted under none of these root keys; what is no such file is left alone */
    void requireRootOf(String name, SortedSet<Integer> roots) throws IOException {
        int root;
        try {
            root = KeyFile.of(name, folder.read(name)).generation();
        } catch (NoSuchFileException | KeysUnreachable e) {
            return;
        }
        if (!roots.contains(root)) {
            throw missing(root, name);
        }
    }

    private static KeysUnreachable missing(int root, String name) {
        return new KeysUnreachable(
                "Root key " + root + ", under which the file " + name
                        + " is encrypted, is missing: put it back from its backup.",
                null);
    }

    /**
     * Encrypts it under the root key in use, if it is still there.
     *
     * @param last the one that was in use last when somebody looked: what is encrypted under it is left alone
     */
    void renew(String name, int last) throws IOException {
        while (isBehind(name, last) && isBehind(name, current())) {
            int root = current();
            try {
                renewUnder(root, name);
            } catch (NoSuchFileException e) {
                if (root == current() && folder.has(name)) {
                    throw e;
                }
            }
        }
    }

    private void renewUnder(int root, String name) throws IOException {
        List<String> before = folder.read(name);
        Optional<Content> content = find(name);
        if (content.isPresent()) {
            folder.replace(
                    name,
                    encrypted(root, name, content.get()),
                    () -> root == current()
                            && folder.has(name)
                            && folder.read(name).equals(before));
        }
    }
}
