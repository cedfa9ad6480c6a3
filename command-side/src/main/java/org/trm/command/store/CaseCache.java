package org.trm.command.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * A bounded cache of cases: the state of a case is immutable, so that what is cached cannot be changed by a reader. It is
 * evicted by Axon when an act is rolled back, and by {@link CaseStore} when another node has gone on. Axon's interface
 * leaves it to its caller of which type an entry is, which no implementation can check.
 */
final class CaseCache implements Cache {
    static final int CASES = 5_000;

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> cases =
            Caffeine.newBuilder().maximumSize(CASES).build();

    @SuppressWarnings("unchecked")
    @Override
    public <K, V> V get(K key) {
        return (V) cases.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        cases.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return cases.asMap().putIfAbsent(key, value) == null;
    }

    @SuppressWarnings("unchecked")
    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) cases.get(key, k -> value.get());
    }

    @Override
    public boolean remove(Object key) {
        return cases.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        cases.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return cases.asMap().containsKey(key);
    }

    /** Nobody listens: Axon's event sourcing repository needs no news of entries. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("the cache of cases has no listeners");
    }
}
