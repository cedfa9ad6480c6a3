package org.trm.command.keys;

import static org.trm.events.wiring.WrapTable.COLUMNS;
import static org.trm.events.wiring.WrapTable.KEY;
import static org.trm.events.wiring.WrapTable.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.CountryKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.wiring.WrapTable;

/** The wraps that there are: a country reads for as long as its wrap stands here. */
@Component
public class StoredWraps {
    private static final String LOCK = "hashtextextended('trm.country-key.' || ?, 0)";

    /** From one to the next by the index: what is wrapped to them is not counted through. */
    private static final String KEYS = """
            WITH RECURSIVE found AS (
                SELECT min(country_key) AS id FROM keys.wrap WHERE country = :country
                UNION ALL
                SELECT (SELECT min(country_key) FROM keys.wrap WHERE country = :country AND country_key > found.id)
                FROM found WHERE found.id IS NOT NULL)
            SELECT id FROM found WHERE id IS NOT NULL""";

    /** It waits for nobody, so that an act that takes several away never waits for one who waits for it. */
    private static final String REPLACE =
            "UPDATE " + NAME + " SET country_key = ?, wrapped = ? WHERE ctid = (SELECT ctid FROM " + NAME + " WHERE "
                    + KEY + " AND country_key = ? AND wrapped = ? FOR UPDATE SKIP LOCKED)";

    private final JdbcClient jdbc;

    public StoredWraps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<KeyWrap> of(CaseId caseId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + NAME + " WHERE case_id = ?")
                .param(caseId.value())
                .query(WrapTable::row)
                .list();
    }

    Optional<KeyWrap> of(DataKeyId key, CountryCode country) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + NAME + " WHERE " + KEY)
                .params(WrapTable.key(key, country))
                .query(WrapTable::row)
                .optional();
    }

    /** @return false when the country has one already */
    public boolean add(KeyWrap wrap) {
        return jdbc.sql("INSERT INTO " + NAME + " (" + COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(WrapTable.key(wrap.key(), wrap.country()))
                        .param(wrap.countryKeyId())
                        .param(wrap.wrapped())
                        .update()
                == 1;
    }

    public void remove(KeyWrap wrap) {
        jdbc.sql("DELETE FROM " + NAME + " WHERE " + KEY)
                .params(WrapTable.key(wrap.key(), wrap.country()))
                .update();
    }

    /** Until the transaction ends, no key of this country is destroyed: one to which something is being wrapped is needed. */
    public void keepKeyOf(CountryCode country) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(" + LOCK + ")")
                .param(country.value())
                .query((row, index) -> true)
                .single();
    }

    /** Whether nobody wraps anything for this country now; then nobody does until the transaction ends. */
    public boolean nobodyWrapsFor(CountryCode country) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")
                .param(country.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether anything is wrapped for this country. */
    boolean isKnown(CountryCode country) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + NAME + " WHERE country = ?)")
                .param(country.value())
                .query(Boolean.class)
                .single();
    }

    /** The ids of the keys of this country to which anything is wrapped. */
    public Set<String> keysOf(CountryCode country) {
        return jdbc.sql(KEYS)
                .param("country", country.value())
                .query(String.class)
                .set();
    }

    /** Whether anything is wrapped to this key. */
    public boolean isNeeded(CountryKey key) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + NAME + " WHERE country = ? AND country_key = ?)")
                .params(key.country().value(), key.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Wraps to a key, after another wrap.
     *
     * @param after null to begin with the first
     */
    public List<KeyWrap> to(CountryKey key, KeyWrap after, int most) {
        String rest = after == null ? "" : " AND (case_id, data_class, reach, epoch) > (?, ?, ?, ?)";
        List<Object> values = new ArrayList<>(List.of(key.country().value(), key.id()));
        if (after != null) {
            values.addAll(WrapTable.key(after.key(), after.country()).subList(0, 4));
        }
        values.add(most);
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + NAME + " WHERE country = ? AND country_key = ?" + rest
                        + " ORDER BY case_id, data_class, reach, epoch LIMIT ?")
                .params(values)
                .query(WrapTable::row)
                .list();
    }

    /** Puts a wrap in the place of another, unless that one is not there any more or somebody is changing it. */
    public void replace(KeyWrap before, KeyWrap after) {
        jdbc.sql(REPLACE)
                .param(after.countryKeyId())
                .param(after.wrapped())
                .params(WrapTable.key(before.key(), before.country()))
                .param(before.countryKeyId())
                .param(before.wrapped())
                .update();
    }
}
