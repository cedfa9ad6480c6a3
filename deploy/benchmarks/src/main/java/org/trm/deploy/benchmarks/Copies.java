package org.trm.deploy.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Fills the event table with copies of a case under new ids, as the owner of the table: what took the mechanism minutes
 * over HTTP takes the database seconds. The events of {@link #TOGETHER} cases lie between each other, as when they are
 * handled at the same time.
 */
final class Copies {
    private static final int TOGETHER = 20;

    private static final String COPY = """
            WITH copy AS MATERIALIZED (
                SELECT uuidv7()::text AS case_id, uuidv7()::text AS referral_id FROM generate_series(1, ?))
            INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, metadata)
            SELECT uuidv7()::text, copy.case_id, e.sequence_number, e.type, e.time_stamp, e.payload_type,
                e.payload_revision, convert_to(replace(replace(convert_from(e.payload, 'UTF8'), e.aggregate_identifier,
                copy.case_id), ?, copy.referral_id), 'UTF8'), e.metadata
            FROM events.domain_event e CROSS JOIN copy WHERE e.aggregate_identifier = ?
            ORDER BY e.sequence_number""";

    private final Database database;

    Copies(Database database) {
        this.database = database;
    }

    /** @return how many events were added */
    long of(Story story, int times) throws SQLException {
        long events = 0;
        try (Connection owner = database.asOwner();
                PreparedStatement insert = owner.prepareStatement(COPY)) {
            for (int left = times; left > 0; left -= TOGETHER) {
                insert.setInt(1, Math.min(left, TOGETHER));
                insert.setString(2, story.referralId());
                insert.setString(3, story.caseId());
                events += insert.executeUpdate();
            }
        }
        return events;
    }
}
