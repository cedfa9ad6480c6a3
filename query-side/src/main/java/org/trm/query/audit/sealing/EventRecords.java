package org.trm.query.audit.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events as their bytes stand in the event table. */
@Component
class EventRecords implements RecordSource {
    private static final String AT = """
            SELECT global_index, event_identifier, type, aggregate_identifier, sequence_number, payload_type,
                   payload_revision, time_stamp, payload, metadata
              FROM events.domain_event
             WHERE global_index = ANY(?)
             ORDER BY global_index""";

    private static final String OVERLOOKED = """
            SELECT global_index
              FROM events.domain_event event
             WHERE NOT EXISTS (SELECT 1 FROM log.leaf WHERE log = 'events' AND position = event.global_index)
               AND NOT EXISTS (SELECT 1 FROM log.pending WHERE log = 'events' AND position = event.global_index)
             ORDER BY global_index
             LIMIT ?""";

    private final JdbcClient jdbc;
    private final Redactions redactions;

    EventRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.redactions = new Redactions(jdbc);
    }

    @Override
    public LogName log() {
        return LogName.EVENTS;
    }

    @Override
    public List<StoredRecord> at(Collection<Long> positions) {
        return jdbc.sql(AT)
                .param(positions.toArray(Long[]::new))
                .query((row, index) -> record(row))
                .list();
    }

    @Override
    public Optional<Redaction> redaction(StoredRecord record) {
        return redactions.of(record);
    }

    @Override
    public List<Long> overlooked(int most) {
        return jdbc.sql(OVERLOOKED).param(most).query(Long.class).list();
    }

    /** Of the first ten columns, as {@link #AT} names them. */
    static StoredRecord record(ResultSet row) throws SQLException {
        return new StoredRecord(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                Optional.ofNullable(row.getString(7)).orElse(""),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }
}
