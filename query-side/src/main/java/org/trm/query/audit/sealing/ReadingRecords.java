package org.trm.query.audit.sealing;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.proof.CanonicalJson;

/**
 * Records of reading: that somebody opened what is known of a person, and that somebody took a list away and how that ended.
 * They are numbered as one. What is sealed of one is its columns as canonical JSON (RFC 8785): each under its name, as text;
 * what is null is left out; fields are separated by commas.
 */
@Component
class ReadingRecords implements RecordSource {
    /**
     * One kind of them.
     *
     * @param at the column that says when it was recorded
     * @param columns all that is sealed
     */
    private record Kind(String about, String type, String table, String at, String columns) {
        private String sql() {
            return "SELECT id, " + columns + " FROM " + table + " WHERE id = ANY(?)";
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "Reading",
                    "Opened",
                    "reads.opening",
                    "opened_at",
                    "opened_at, array_to_string(fields, ',') AS fields, case_id, version, reader, issuer, role, country,"
                            + " organisation, purpose, legal_ground, document"),
            new Kind(
                    "Export",
                    "Begun",
                    "reads.export",
                    "begun_at",
                    "id AS export, begun_at, reader, issuer, role, country, organisation, question, format"),
            new Kind(
                    "Export",
                    "Ended",
                    "reads.export_end",
                    "ended_at",
                    "export, ended_at, lines, sha256, whole::text AS whole"));

    private static final String OVERLOOKED = "SELECT id FROM ("
            + KINDS.stream().map(kind -> "SELECT id FROM " + kind.table).collect(Collectors.joining(" UNION ALL "))
            + """
            ) AS record
             WHERE NOT EXISTS (SELECT 1 FROM log.leaf WHERE log = 'readings' AND position = record.id)
               AND NOT EXISTS (SELECT 1 FROM log.pending WHERE log = 'readings' AND position = record.id)
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
        Long[] ids = positions.toArray(Long[]::new);
        return KINDS.stream()
                .flatMap(kind ->
                        jdbc.sql(kind.sql()).param(ids).query((row, index) -> record(kind, row)).list().stream())
                .sorted(Comparator.comparingLong(StoredRecord::position))
                .toList();
    }

    /** They have no codes. */
    @Override
    public Map<Long, String> notOurs(Collection<StoredRecord> records) {
        return Map.of();
    }

    @Override
    public List<Long> overlooked(int most) {
        return jdbc.sql(OVERLOOKED).param(most).query(Long.class).list();
    }

    /** Each is about itself alone: which case was read stands in what is sealed of it, and not in the entry. */
    private static StoredRecord record(Kind kind, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String name = Long.toString(id);
        Map<String, Object> columns = columns(kind, row);
        return new StoredRecord(
                id,
                name,
                kind.about,
                name,
                0,
                kind.type,
                "",
                (String) columns.get(kind.at),
                CanonicalJson.bytes(columns),
                NO_METADATA);
    }

    /** All but the first; the moment at which it was recorded not as the driver writes it, but as an instant. */
    private static Map<String, Object> columns(Kind kind, ResultSet row) throws SQLException {
        ResultSetMetaData read = row.getMetaData();
        Map<String, Object> columns = new TreeMap<>();
        for (int column = 2; column <= read.getColumnCount(); column++) {
            String value = row.getString(column);
            if (value != null) {
                columns.put(read.getColumnLabel(column), value);
            }
        }
        columns.put(
                kind.at,
                row.getObject(kind.at, OffsetDateTime.class).toInstant().toString());
        return columns;
    }
}
