package org.trm.query.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** The table in which events are recorded, read page by page so that no transaction is open for long. */
@Component
class StoredEvents {
    private static final String PAGE = """
            SELECT event_identifier, aggregate_identifier, sequence_number, time_stamp,
                   payload_type, payload_revision, payload, metadata
              FROM events.domain_event
             WHERE (aggregate_identifier, sequence_number) > (?, ?) AND type = 'Case'
             ORDER BY aggregate_identifier, sequence_number
             LIMIT ?
            """;

    private static final String WRITERS = """
            SELECT virtualtransaction
              FROM pg_locks
             WHERE relation = 'events.domain_event'::regclass AND mode = 'RowExclusiveLock'
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    private static final String OLDEST_BEHIND = """
            SELECT time_stamp
              FROM events.domain_event
             WHERE global_index > ? AND type = 'Case'
             ORDER BY global_index
             LIMIT 1
            """;

    private static final String COUNT_BEHIND = """
            SELECT count(*)
              FROM (SELECT 1 FROM events.domain_event WHERE global_index > ? AND type = 'Case' LIMIT ?) behind
            """;

    private final JdbcOperations jdbc;

    StoredEvents(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The next events case by case, each case's in order, after this one; null for the first ones. */
    List<StoredEvent> after(StoredEvent last, int most) {
        String caseId = last == null ? "" : last.caseId();
        long sequence = last == null ? -1 : last.sequence();
        return jdbc.query(PAGE, StoredEvents::stored, caseId, sequence, most);
    }

    /** The highest global index that is visible; -1 when there is none. */
    long head() {
        return jdbc.queryForObject("SELECT coalesce(max(global_index), -1) FROM events.domain_event", Long.class);
    }

    /** The transactions that have written, or are about to write, events and have not ended. */
    List<String> writers() {
        return jdbc.queryForList(WRITERS, String.class);
    }

    /** How many events of cases follow this index; no more than {@code most} are counted. */
    long behind(long index, int most) {
        return jdbc.queryForObject(COUNT_BEHIND, Long.class, index, most);
    }

    /** When the first event of a case that follows this index was recorded; empty when none follows. */
    Optional<Instant> oldestBehind(long index) {
        return jdbc.queryForList(OLDEST_BEHIND, String.class, index).stream()
                .findFirst()
                .map(Instant::parse);
    }

    private static StoredEvent stored(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBytes(7),
                row.getBytes(8));
    }
}
