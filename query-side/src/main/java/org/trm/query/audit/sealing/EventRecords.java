package org.trm.query.audit.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.KeyStore;
import org.trm.events.proof.LogEntry;
import org.trm.events.wiring.CodedMetadata;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.EventText;

/** Events as their bytes stand in the event table, each with the code by which it is known as one of the mechanism's. */
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

    private static final String EARLIER_CODES =
            "SELECT global_index, code FROM events.earlier_code WHERE global_index = ANY(?)";

    private final JdbcClient jdbc;
    private final EventCodes codes;
    private final Redactions redactions;

    EventRecords(JdbcClient jdbc, KeyStore keys) {
        this.jdbc = jdbc;
        this.codes = new EventCodes(keys);
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
    public Map<Long, String> notOurs(Collection<StoredRecord> records) {
        Map<Long, String> notOurs = new HashMap<>();
        Map<Long, EventText> without = new HashMap<>();
        for (StoredRecord event : records) {
            CodedMetadata metadata = CodedMetadata.of(event.metadata());
            EventText text = text(event, metadata);
            if (metadata.code().isEmpty()) {
                without.put(event.position(), text);
            } else if (!codes.made(metadata.code().get(), text)) {
                notOurs.put(event.position(), "bears a code that was not made for it");
            }
        }
        Map<Long, String> earlier = without.isEmpty() ? Map.of() : earlierCodes(without.keySet());
        without.forEach((position, text) -> {
            if (!earlier.containsKey(position)) {
                notOurs.put(position, "bears no code");
            } else if (!codes.madeEarlier(earlier.get(position), text)) {
                notOurs.put(position, "was given a code that was not made for it");
            }
        });
        return notOurs;
    }

    private Map<Long, String> earlierCodes(Collection<Long> positions) {
        Map<Long, String> earlier = new HashMap<>();
        jdbc.sql(EARLIER_CODES).param(positions.toArray(Long[]::new)).query(row -> {
            earlier.put(row.getLong(1), row.getString(2));
        });
        return earlier;
    }

    private static EventText text(StoredRecord event, CodedMetadata metadata) {
        return new EventText(
                event.about(),
                event.aboutId(),
                event.number(),
                event.id(),
                event.type(),
                event.revision(),
                event.time(),
                LogEntry.hash(event.payload()),
                LogEntry.hash(metadata.rest()));
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
