package org.trm.command.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.proof.LogEntry;
import org.trm.events.wiring.CodedMetadata;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.EventText;

/**
 * The events that were recorded before events had codes. They are given theirs by the first start that knows of codes, before
 * it records anything: whatever is found later without a code, the mechanism has not recorded.
 */
final class EarlierEvents {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierEvents.class);

    private static final int PAGE = 1_000;

    private static final String LATEST = "SELECT metadata FROM events.domain_event ORDER BY global_index DESC LIMIT 1";

    private static final String EVENTS = """
            SELECT global_index, type, aggregate_identifier, sequence_number, event_identifier, payload_type,
                   payload_revision, time_stamp, payload, metadata
              FROM events.domain_event
             WHERE global_index > ?
             ORDER BY global_index
             LIMIT ?""";

    private static final String ADD = """
            INSERT INTO events.earlier_code (global_index, code)
            SELECT * FROM unnest(?::bigint[], ?::text[])
            ON CONFLICT DO NOTHING""";

    private final JdbcTemplate jdbc;
    private final EventCodes codes;

    EarlierEvents(JdbcTemplate jdbc, EventCodes codes) {
        this.jdbc = jdbc;
        this.codes = codes;
    }

    /** @param code null for one that has its own */
    private record Earlier(long index, String code) {}

    /** Goes on where a start before was stopped at it; does nothing once it has come to its end. */
    void getCodes() {
        boolean latestHasOne = latestHasOne();
        if (codes.begun()) {
            return;
        }
        if (latestHasOne) {
            LOG.error("The events in this database have codes, and the key store has lost the key of codes."
                    + " Nothing is recorded until macs/events.key is put back from its backup.");
            return;
        }
        long last = -1;
        List<Earlier> page;
        do {
            page = jdbc.query(EVENTS, this::earlier, last, PAGE);
            List<Earlier> without =
                    page.stream().filter(event -> event.code != null).toList();
            jdbc.update(
                    ADD,
                    without.stream().map(Earlier::index).toArray(Long[]::new),
                    without.stream().map(Earlier::code).toArray(String[]::new));
            last = page.isEmpty() ? last : page.get(page.size() - 1).index;
        } while (page.size() == PAGE);
        codes.begin();
    }

    private boolean latestHasOne() {
        return jdbc.queryForList(LATEST, byte[].class).stream()
                .anyMatch(metadata -> CodedMetadata.of(metadata).code().isPresent());
    }

    private Earlier earlier(ResultSet row, int number) throws SQLException {
        CodedMetadata metadata = CodedMetadata.of(row.getBytes(10));
        return new Earlier(row.getLong(1), metadata.code().isPresent() ? null : codes.ofEarlier(text(row, metadata)));
    }

    private static EventText text(ResultSet row, CodedMetadata metadata) throws SQLException {
        return new EventText(
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                LogEntry.hash(row.getBytes(9)),
                LogEntry.hash(metadata.rest()));
    }
}
