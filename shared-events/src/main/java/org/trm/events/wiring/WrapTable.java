package org.trm.events.wiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.PersonalField.Reach;
import org.trm.events.types.Scope;

/** The table in which PostgreSQL keeps the wraps of data keys. */
public final class WrapTable {
    public static final String NAME = "keys.wrap";

    /** In the order in which {@link #row} reads them. */
    public static final String COLUMNS = "case_id, data_class, reach, epoch, country, country_key, wrapped";

    /** Which row, by the values that {@link #key} gives. */
    public static final String KEY = "case_id = ? AND data_class = ? AND reach = ? AND epoch = ? AND country = ?";

    private WrapTable() {}

    /** The values of {@link #KEY}, which are those of the first columns. */
    public static List<Object> key(DataKeyId key, CountryCode country) {
        return List.of(
                key.caseId().value(),
                key.scope().dataClass().name(),
                key.scope().reach().name(),
                key.epoch(),
                country.value());
    }

    /** Reads a row of {@link #COLUMNS}. */
    public static KeyWrap row(ResultSet row, int index) throws SQLException {
        Scope scope = new Scope(DataClass.valueOf(row.getString(2)), Reach.valueOf(row.getString(3)));
        return new KeyWrap(
                new DataKeyId(CaseId.of(row.getString(1)), scope, row.getInt(4)),
                CountryCode.of(row.getString(5)),
                row.getString(6),
                row.getBytes(7));
    }
}
