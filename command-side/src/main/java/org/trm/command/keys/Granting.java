package org.trm.command.keys;

import org.springframework.stereotype.Component;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.types.CountryCode;

/** Makes data keys readable for countries, under the keys that these have then. Asked within a transaction. */
@Component
class Granting {
    private final StoredWraps wraps;
    private final KeyStore store;
    private final KeyWraps wrapping;

    Granting(StoredWraps wraps, KeyStore store) {
        this.wraps = wraps;
        this.store = store;
        this.wrapping = new KeyWraps(store);
    }

    /**
     * Grants it until the wrap is taken away.
     *
     * @return false when the country has it already
     * @throws KeysUnreachable when the country had a key that is missing now
     */
    boolean grant(DataKey key, CountryCode country) {
        wraps.keepKeyOf(country);
        requireKeyOf(country);
        return wraps.add(wrapping.wrap(key, country));
    }

    /** A country whose key is lost must not be given another one, or the lost one could not be put back. */
    private void requireKeyOf(CountryCode country) {
        if (!store.hasKeyOf(country) && wraps.isKnown(country)) {
            throw new KeysUnreachable(
                    "The key of country " + country + " is missing: put it back from its backup.", null);
        }
    }
}
