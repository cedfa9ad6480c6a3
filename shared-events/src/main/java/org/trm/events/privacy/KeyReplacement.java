package org.trm.events.privacy;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.trm.events.types.CountryCode;

/**
 * How the keys of a {@link KeyStore} are replaced while they are in use. Each step can be done again, and by several
 * processes at once; how far it has come is seen by which keys there still are. Its methods throw {@link KeysUnreachable}
 * when the keys cannot be reached.
 */
public interface KeyReplacement {
    /** The countries that have a key. */
    Set<CountryCode> countries();

    /** The keys of a country that there are, the one in use last. The others are being replaced by it. */
    List<CountryKey> keysOf(CountryCode country);

    /**
     * Makes a country another key, which is in use from then on. Nothing happens while an older one is still being
     * replaced, or when there is none.
     */
    void beginReplacing(CountryCode country);

    /**
     * Destroys a country's key for good.
     *
     * @param key one that is not in use, and to which no data key is wrapped any more
     */
    void destroy(CountryKey key);

    /** The root keys that there are, by number, the one in use last. The others are being replaced by it. */
    SortedSet<Integer> roots();

    /** Makes another root key, under which every key is kept from then on. Nothing happens while one is being replaced. */
    void beginReplacingRoot();

    /** How many keys are still kept under a root key that is being replaced. */
    int keysUnderOlderRoots();

    /**
     * Keeps every key under the root key in use, and destroys the root keys that are being replaced once no key is left
     * under them.
     *
     * @return the keys that could not be read, and for whose sake no root key was destroyed
     */
    List<String> replaceRoot();
}
