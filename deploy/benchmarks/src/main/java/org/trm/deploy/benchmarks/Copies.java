package org.trm.deploy.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trm.events.proof.LogEntry;
import org.trm.events.wiring.CodedMetadata;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.EventText;

/**
 * Fills the event table with copies of a case under new ids, as the owner of the table: what took the mechanism minutes
 * over HTTP takes the database seconds. The events of {@link #TOGETHER} cases lie between each other, as when they are
 * handled at the same time. Each has its code, for nothing is sealed without: whoever owns the table could not do this who has
 * not the keys of the mechanism.
 */
final class Copies {
    private static final int TOGETHER = 20;

    private static final String EVENTS = """
            SELECT sequence_number, type, time_stamp, payload_type, payload_revision, payload, metadata
            FROM events.domain_event WHERE aggregate_identifier = ? ORDER BY sequence_number""";

    private static final String INSERT = """
            INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, metadata)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                ?::bytea[])""";

    private final Database database;
    private final EventCodes codes;
    private long coded;
    private long nanosOfCodes;

    Copies(Database database, EventCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    private record Event(
            String id,
            String caseId,
            long number,
            String type,
            String time,
            String payloadType,
            String revision,
            byte[] payload,
            byte[] metadata) {}

    /** @return how many events were added */
    long of(Story story, int times) throws SQLException {
        long events = 0;
        try (Connection owner = database.asOwner();
                PreparedStatement insert = owner.prepareStatement(INSERT)) {
            List<Event> told = told(owner, story);
            for (int left = times; left > 0; left -= TOGETHER) {
                events += insert(insert, copies(told, story, Math.min(left, TOGETHER)));
            }
        }
        return events;
    }

    /** What it takes to make the code of an event, of those that were copied. */
    double microsOfACode() {
        return nanosOfCodes / 1e3 / coded;
    }

    private static List<Event> told(Connection owner, Story story) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement(EVENTS)) {
            select.setString(1, story.caseId());
            List<Event> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new Event(
                            "",
                            story.caseId(),
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getBytes(6),
                            row.getBytes(7)));
                }
            }
            return events;
        }
    }

    private List<Event> copies(List<Event> told, Story story, int times) {
        List<String[]> ids = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ids.add(new String[] {Ids.next().toString(), Ids.next().toString()});
        }
        List<Event> copies = new ArrayList<>();
        for (Event event : told) {
            String payload = new String(event.payload, UTF_8);
            for (String[] id : ids) {
                String copy = payload.replace(story.caseId(), id[0]).replace(story.referralId(), id[1]);
                copies.add(coded(event, id[0], copy.getBytes(UTF_8)));
            }
        }
        return copies;
    }

    private Event coded(Event event, String caseId, byte[] payload) {
        String id = Ids.next().toString();
        long begun = System.nanoTime();
        CodedMetadata metadata = CodedMetadata.of(event.metadata);
        String code = codes.of(new EventText(
                event.type,
                caseId,
                event.number,
                id,
                event.payloadType,
                event.revision,
                event.time,
                LogEntry.hash(payload),
                LogEntry.hash(metadata.rest())));
        nanosOfCodes += System.nanoTime() - begun;
        coded++;
        String replaced =
                new String(event.metadata, UTF_8).replace(metadata.code().orElseThrow(), code);
        return new Event(
                id,
                caseId,
                event.number,
                event.type,
                event.time,
                event.payloadType,
                event.revision,
                payload,
                replaced.getBytes(UTF_8));
    }

    private static int insert(PreparedStatement insert, List<Event> events) throws SQLException {
        set(insert, 1, "text", events, Event::id);
        set(insert, 2, "text", events, Event::caseId);
        set(insert, 3, "bigint", events, Event::number);
        set(insert, 4, "text", events, Event::type);
        set(insert, 5, "text", events, Event::time);
        set(insert, 6, "text", events, Event::payloadType);
        set(insert, 7, "text", events, Event::revision);
        set(insert, 8, "bytea", events, Event::payload);
        set(insert, 9, "bytea", events, Event::metadata);
        return insert.executeUpdate();
    }

    private static void set(
            PreparedStatement insert, int place, String type, List<Event> events, Function<Event, Object> column)
            throws SQLException {
        Object[] values = events.stream().map(column).toArray();
        insert.setArray(
                place,
                insert.getConnection()
                        .createArrayOf(
                                type, type.equals("bytea") ? List.of(values).toArray(byte[][]::new) : values));
    }
}
