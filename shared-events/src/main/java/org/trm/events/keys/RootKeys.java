package org.trm.events.keys;

import java.io.IOException;
import java.util.SortedSet;

/**
 * The keys under which the files of a store are encrypted. They are counted from 1; the highest is in use, and lower ones are
 * kept only until no file is encrypted under them any more. Every method throws
 * {@link org.trm.events.privacy.KeysUnreachable} when the place where they are kept cannot be reached.
 */
interface RootKeys {
    /** Those that there are; empty before the first. */
    SortedSet<Integer> generations() throws IOException;

    /** Makes one, unless there is one of this number. */
    void make(int generation) throws IOException;

    /** @throws org.trm.events.privacy.KeysUnreachable when it is not there, or another one than that of this folder is */
    void check(int generation) throws IOException;

    /** @param context to which the ciphertext is bound */
    byte[] encrypt(int generation, byte[] plain, String context) throws IOException;

    /**
     * Decrypts what {@link #encrypt} gave.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such generation, or none any more
     * @throws org.trm.events.privacy.Tampered when it is something else
     */
    byte[] decrypt(int generation, byte[] encrypted, String context) throws IOException;

    /** When this returns it is gone for good, if it was there. */
    void destroy(int generation) throws IOException;
}
