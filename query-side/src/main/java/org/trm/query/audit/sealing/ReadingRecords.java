package org.trm.query.audit.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.proof.CanonicalJson;

/**
 * Records of reading. What is sealed of one is its columns as canonical JSON (RFC 8785): each under its name, as text; what
 * is null is left out; fields are separated by commas.
 */
@Component
class ReadingRecords implements RecordSource {
    private static final List<String> COLUMNS = List.of(
            "case_id",
            "version",
            "reader",
            "issuer",
            "role",
            "country",
            "organisation",
            "purpose",
            "legal_ground",
            "document");

    private static final String AT = "SELECT id, opened_at, array_to_string(fields, ',') AS fields, "
            + String.join(", ", COLUMNS) + " FROM reads.opening WHERE id = ANY(?) ORDER BY id";

    private static final String OVERLOOKED = """
            SELECT id
              FROM reads.opening opening
             WHERE NOT EXISTS (SELECT 1 FROM log.leaf WHERE log = 'readings' AND position = opening.id)
               AND NOT EXISTS (SELECT 1 FROM log.pending WHERE log = 'readings' AND position = opening.id)
             ORDER BY id
             LIMIT ?""";

    private static final byte[] NO_METADATA = CanonicalJson.bytes(Map.of());

    private final JdbcClient jdbc;

    ReadingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public LogName log() {
        return LogName.READINGS;
    }

    @Override
    public List<StoredRecord> at(Collection<Long> positions) {
        return jdbc.sql(AT)
                .param(positions.toArray(Long[]::new))
                .query((row, index) -> record(row))
                .list();
    }

    @Override
    public List<Long> overlooked(int most) {
        return jdbc.sql(OVERLOOKED).param(most).query(Long.class).list();
    }

    /** Each is about itself alone: which case was read stands in what is sealed of it, and not in the entry. */
    private static StoredRecord record(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String opened =
                row.getObject("opened_at", OffsetDateTime.class).toInstant().toString();
        Map<String, Object> columns = new TreeMap<>(Map.of("fields", row.getString("fields"), "opened_at", opened));
        for (String column : COLUMNS) {
            String value = row.getString(column);
            if (value != null) {
                columns.put(column, value);
            }
        }
        String name = Long.toString(id);
        return new StoredRecord(
                id, name, "Reading", name, 0, "Opened", "", opened, CanonicalJson.bytes(columns), NO_METADATA);
    }
}
