package org.trm.events.privacy;

import org.trm.events.types.CountryCode;

/** Wraps data keys for countries, and unwraps them. */
public final class KeyWraps {
    private static final byte[] NOTHING = {};

    private final KeyStore store;

    public KeyWraps(KeyStore store) {
        this.store = store;
    }

    /** Makes the key readable for a country, which can read it for as long as the wrap is kept. */
    public KeyWrap wrap(DataKey key, CountryCode country) {
        CountryKey to = store.keyOf(country);
        KeyWrap empty = new KeyWrap(key.id(), country, to.id(), NOTHING);
        byte[] encrypted = to.encrypt(key.bytes(), empty.context());
        byte[] locked = store.lock(key.id().caseId(), encrypted, empty.context());
        return new KeyWrap(key.id(), country, to.id(), locked);
    }

    /** @throws Tampered when the wrap is not of this key and country */
    public DataKey unwrap(KeyWrap wrap) {
        byte[] encrypted = store.unlock(wrap.key().caseId(), wrap.wrapped(), wrap.context());
        return new DataKey(
                wrap.key(),
                SecretKey.of(store.decrypt(wrap.country(), wrap.countryKeyId(), encrypted, wrap.context())));
    }
}
