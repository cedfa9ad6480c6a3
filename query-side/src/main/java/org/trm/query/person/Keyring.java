package org.trm.query.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.types.CountryCode;

/** Keys as they were unwrapped a moment ago. One is used only by who holds its wrap, which was asked for anew. */
@Component
class Keyring {
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 10_000;

    private final KeyWraps wraps;
    private final Cache<WrapId, Unwrapped> keys = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(KEPT_FOR)
            .build();

    private record WrapId(DataKeyId key, CountryCode country) {}

    private record Unwrapped(byte[] wrap, DataKey key) {}

    Keyring(KeyStore store) {
        this.wraps = new KeyWraps(store);
    }

    /** As {@link KeyWraps#unwrap}. */
    DataKey of(KeyWrap wrap) {
        WrapId id = new WrapId(wrap.key(), wrap.country());
        Unwrapped known = keys.getIfPresent(id);
        if (known == null || !Arrays.equals(known.wrap(), wrap.wrapped())) {
            known = new Unwrapped(wrap.wrapped(), wraps.unwrap(wrap));
            keys.put(id, known);
        }
        return known.key();
    }
}
