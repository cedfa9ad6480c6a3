package org.trm.command.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.PersonalField.Reach;
import org.trm.events.types.Scope;

/** The wraps that there are: a country reads for as long as its wrap stands here. */
@Component
class StoredWraps {
    private static final String COLUMNS = "case_id, data_class, reach, epoch, country, country_key, wrapped";

    private final JdbcClient jdbc;

    StoredWraps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KeyWrap> of(CaseId caseId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM keys.wrap WHERE case_id = ?")
                .param(caseId.value())
                .query(StoredWraps::wrap)
                .list();
    }

    Optional<KeyWrap> of(DataKeyId key, CountryCode country) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM keys.wrap WHERE case_id = ? AND data_class = ? AND reach = ? AND epoch = ? AND country = ?")
                .params(parameters(key))
                .param(country.value())
                .query(StoredWraps::wrap)
                .optional();
    }

    /** @return false when the country has one already */
    boolean add(KeyWrap wrap) {
        return jdbc.sql("INSERT INTO keys.wrap (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(parameters(wrap.key()))
                        .param(wrap.country().value())
                        .param(wrap.countryKeyId())
                        .param(wrap.wrapped())
                        .update()
                == 1;
    }

    void remove(KeyWrap wrap) {
        jdbc.sql(
                        "DELETE FROM keys.wrap WHERE case_id = ? AND data_class = ? AND reach = ? AND epoch = ? AND country = ?")
                .params(parameters(wrap.key()))
                .param(wrap.country().value())
                .update();
    }

    private static List<?> parameters(DataKeyId key) {
        return List.of(
                key.caseId().value(),
                key.scope().dataClass().name(),
                key.scope().reach().name(),
                key.epoch());
    }

    private static KeyWrap wrap(ResultSet row, int index) throws SQLException {
        Scope scope = new Scope(DataClass.valueOf(row.getString(2)), Reach.valueOf(row.getString(3)));
        return new KeyWrap(
                new DataKeyId(CaseId.of(row.getString(1)), scope, row.getInt(4)),
                CountryCode.of(row.getString(5)),
                row.getString(6),
                row.getBytes(7));
    }
}
