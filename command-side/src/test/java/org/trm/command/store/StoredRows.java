package org.trm.command.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.trm.events.proof.LogEntry;
import org.trm.events.wiring.CodedMetadata;
import org.trm.events.wiring.EventText;

/** Events as they are stored. */
final class StoredRows {
    /** All of an event by which its code is made, in this order. */
    static final String COLUMNS = "type, aggregate_identifier, sequence_number, event_identifier, payload_type,"
            + " payload_revision, time_stamp, payload, metadata";

    private StoredRows() {}

    static CodedMetadata metadata(ResultSet row) throws SQLException {
        return CodedMetadata.of(row.getBytes("metadata"));
    }

    static EventText text(ResultSet row) throws SQLException {
        return new EventText(
                row.getString("type"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("time_stamp"),
                LogEntry.hash(row.getBytes("payload")),
                LogEntry.hash(metadata(row).rest()));
    }
}
