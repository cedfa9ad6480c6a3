package org.trm.query.keys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.KeyReplacement;
import org.trm.events.types.CountryCode;
import org.trm.events.wiring.WrapTable;
import org.trm.query.keys.KeysStatus.Key;
import org.trm.query.keys.KeysStatus.OfCountry;
import org.trm.query.keys.KeysStatus.Root;
import org.trm.query.keys.KeysStatus.State;

/** Counts what is kept under which key. */
@Component
class KeyCount {
    private static final String WRAPS =
            "SELECT country, country_key, count(*) FROM " + WrapTable.NAME + " GROUP BY country, country_key";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final KeyReplacement keys;
    private final KeysLeft left;

    KeyCount(JdbcClient jdbc, KeyReplacement keys) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.left = new KeysLeft(keys, PATIENCE);
    }

    KeysStatus now() {
        Map<CountryCode, Map<String, Long>> wraps = new HashMap<>();
        jdbc.sql(WRAPS).query(row -> {
            wraps.computeIfAbsent(CountryCode.of(row.getString(1)), first -> new TreeMap<>())
                    .put(row.getString(2), row.getLong(3));
        });
        TreeSet<CountryCode> countries = new TreeSet<>(wraps.keySet());
        countries.addAll(keys.countries());
        return new KeysStatus(
                countries.stream()
                        .map(country -> new OfCountry(
                                country, of(keys.keysOf(country), wraps.getOrDefault(country, new TreeMap<>()))))
                        .toList(),
                root());
    }

    private static List<Key> of(List<CountryKey> kept, Map<String, Long> wraps) {
        List<Key> keys = new ArrayList<>();
        for (CountryKey key : kept) {
            State state = key.equals(kept.get(kept.size() - 1)) ? State.IN_USE : State.BEING_REPLACED;
            Long wrapped = wraps.remove(key.id());
            keys.add(new Key(key.id(), state, wrapped == null ? 0 : wrapped));
        }
        wraps.forEach((id, wrapped) -> keys.add(new Key(id, State.MISSING, wrapped)));
        return keys;
    }

    private Root root() {
        List<Integer> roots = List.copyOf(keys.roots());
        int last = roots.size() - 1;
        return new Root(roots.get(last), roots.subList(0, last), last == 0 ? Integer.valueOf(0) : left.now());
    }
}
