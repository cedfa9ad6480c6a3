package org.trm.deploy.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An event as the mechanism stored it, without what tells it from another. */
record StoredRow(String type, String timestamp, String payloadType, String revision, byte[] payload, byte[] metadata) {
    private static final String LATEST = """
            SELECT type, time_stamp, payload_type, payload_revision, payload, metadata FROM events.domain_event
            WHERE type = 'Case' AND (sequence_number = 0) = ? ORDER BY global_index DESC LIMIT 1""";

    /** @param first whether it is to be the first event of a case, or a later one */
    static StoredRow latest(Connection connection, boolean first) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setBoolean(1, first);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("No event of a case was recorded");
                }
                return new StoredRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBytes(5),
                        row.getBytes(6));
            }
        }
    }
}
