package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.SortedSet;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Tampered;

/**
 * Root keys in a device, called {@code trm-root-1} and so on. For each there is a file in the folder as well, which says that
 * it is there and by which one sees that it is the right one.
 */
final class RootKeysInDevice implements RootKeys {
    private static final byte[] SIGN = "trm".getBytes(UTF_8);

    private final SafeFolder folder;
    private final Token token;
    private final RootNames names = new RootNames(".device");

    RootKeysInDevice(SafeFolder folder, Token token) {
        this.folder = folder;
        this.token = token;
    }

    @Override
    public SortedSet<Integer> generations() throws IOException {
        return names.in(folder);
    }

    @Override
    public void make(int generation) throws IOException {
        folder.alone(() -> {
            if (!token.names().contains(alias(generation))) {
                token.makeSecret(alias(generation));
            }
        });
        String file = names.of(generation);
        byte[] sign = found(generation, token.encrypt(alias(generation), SIGN, file.getBytes(UTF_8)));
        folder.add(file, new KeyFile(generation, List.of(), sign).lines());
    }

    @Override
    public void check(int generation) throws IOException {
        String file = names.of(generation);
        try {
            byte[] sign = KeyFile.of(file, folder.read(file)).secret();
            found(generation, token.decrypt(alias(generation), sign, file.getBytes(UTF_8)));
        } catch (NoSuchFileException | Tampered e) {
            throw new KeysUnreachable(
                    "The token does not have the " + alias(generation)
                            + " under which these keys are kept: put that token in, or restore its backup.",
                    e);
        }
    }

    @Override
    public byte[] encrypt(int generation, byte[] plain, String context) throws IOException {
        return found(generation, token.encrypt(alias(generation), plain, context.getBytes(UTF_8)));
    }

    @Override
    public byte[] decrypt(int generation, byte[] encrypted, String context) throws IOException {
        return found(generation, token.decrypt(alias(generation), encrypted, context.getBytes(UTF_8)));
    }

    private static byte[] found(int generation, byte[] result) throws IOException {
        if (result == null) {
            throw new NoSuchFileException(alias(generation));
        }
        return result;
    }

    /** In the device first: while the file stands, it is tried again. */
    @Override
    public void destroy(int generation) throws IOException {
        token.destroy(alias(generation));
        folder.delete(names.of(generation));
    }

    private static String alias(int generation) {
        return "trm-root-" + generation;
    }
}
