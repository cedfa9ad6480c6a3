package org.trm.command.keys;

import static org.trm.events.wiring.WrapTable.COLUMNS;
import static org.trm.events.wiring.WrapTable.KEY;
import static org.trm.events.wiring.WrapTable.NAME;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.wiring.WrapTable;

/** The wraps that there are: a country reads for as long as its wrap stands here. */
@Component
class StoredWraps {
    private final JdbcClient jdbc;

    StoredWraps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KeyWrap> of(CaseId caseId) {
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
    boolean add(KeyWrap wrap) {
        return jdbc.sql("INSERT INTO " + NAME + " (" + COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(WrapTable.key(wrap.key(), wrap.country()))
                        .param(wrap.countryKeyId())
                        .param(wrap.wrapped())
                        .update()
                == 1;
    }

    void remove(KeyWrap wrap) {
        jdbc.sql("DELETE FROM " + NAME + " WHERE " + KEY)
                .params(WrapTable.key(wrap.key(), wrap.country()))
                .update();
    }
}
