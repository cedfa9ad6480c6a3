package org.trm.events.keys;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.trm.events.privacy.CountryKey;
import org.trm.events.types.CountryCode;

/**
 * The countries' keys, which are counted from 1 for each country; the highest is in use, and lower ones are kept only until
 * nothing is wrapped to them any more. Every method throws {@link org.trm.events.privacy.KeysUnreachable} when the place
 * where they are kept cannot be reached.
 */
interface CountryKeys {
    /** Those that have a key. */
    Set<CountryCode> countries() throws IOException;

    /** Those of a country that there are, the one in use last. */
    List<CountryKey> of(CountryCode country) throws IOException;

    /** Makes one unless there is one of this number, and gives what stands there. */
    CountryKey make(CountryCode country, int number) throws IOException;

    /**
     * Decrypts what was encrypted to a country's key.
     *
     * @throws org.trm.events.privacy.KeysUnreachable when there is no such key, or another has taken its place
     * @throws org.trm.events.privacy.Tampered when it was not
     */
    byte[] decrypt(CountryCode country, String keyId, byte[] encrypted, String context) throws IOException;

    /** When this returns it is gone for good, if it was there. */
    void destroy(CountryKey key) throws IOException;
}
