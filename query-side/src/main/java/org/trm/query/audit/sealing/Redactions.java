package org.trm.query.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Malformed;
import org.trm.events.types.ContentHash;
import org.trm.events.types.Remainder;
import org.trm.events.wiring.EventCatalogue;
import org.trm.events.wiring.StoredJson;
import tools.jackson.core.JacksonException;

/**
 * What the events of a case say of what was taken out of others. They are believed as they were sealed, or wait to be sealed:
 * by one that was altered, anything could be said to be redacted.
 */
final class Redactions {
    private static final String SAYING = """
            SELECT said.global_index, said.event_identifier, said.type, said.aggregate_identifier, said.sequence_number,
                   said.payload_type, said.payload_revision, said.time_stamp, said.payload, said.metadata,
                   leaf.leaf_index, leaf.entry
              FROM events.domain_event said
              LEFT JOIN log.leaf leaf ON leaf.log = 'events' AND leaf.position = said.global_index
             WHERE said.aggregate_identifier = ? AND said.payload_type IN (?, ?)
               AND (leaf.entry IS NOT NULL
                    OR EXISTS (SELECT 1 FROM log.pending WHERE log = 'events' AND position = said.global_index))
             ORDER BY said.sequence_number""";

    private static final String ERASED = EventCatalogue.nameOf(PersonErased.class);
    private static final String REDACTED = EventCatalogue.nameOf(SealedDataRedacted.class);

    private final JdbcClient jdbc;

    Redactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param leaf null while it waits to be sealed */
    private record Saying(StoredRecord event, Long leaf, boolean asSealed) {
        private static Saying of(ResultSet row) throws SQLException {
            StoredRecord event = EventRecords.record(row);
            byte[] entry = row.getBytes(12);
            return new Saying(event, row.getObject(11, Long.class), entry == null || isAsSealed(event, entry));
        }

        private static boolean isAsSealed(StoredRecord event, byte[] entry) {
            try {
                return event.differsFrom(LogEntry.parse(entry)).isEmpty();
            } catch (Malformed e) {
                return false;
            }
        }

        private boolean is(String type) {
            return event.type().equals(type);
        }

        private boolean follows(Saying other) {
            return event.number() > other.event.number();
        }

        /** Nothing where somebody put something there that is no event. */
        private Set<Remainder> remainders() {
            try {
                return StoredJson.mapper()
                        .readValue(event.payload(), SealedDataRedacted.class)
                        .events();
            } catch (JacksonException e) {
                return Set.of();
            }
        }
    }

    /** Whether there was something sealed in it, and nothing is. */
    private static boolean couldBe(StoredRecord event) {
        String said = new String(event.payload(), UTF_8);
        return said.contains("{\"$s\":") && !said.contains(",\"c\":\"");
    }

    /** By what an event was redacted to what is stored of it; empty when nothing says so. */
    Optional<Redaction> of(StoredRecord event) {
        if (!couldBe(event)) {
            return Optional.empty();
        }
        Remainder stored = new Remainder(event.number() + 1, ContentHash.of(event.payload()));
        List<Saying> all = jdbc
                .sql(SAYING)
                .params(event.aboutId(), ERASED, REDACTED)
                .query((row, index) -> Saying.of(row))
                .list()
                .stream()
                .filter(Saying::asSealed)
                .toList();
        return all.stream()
                .filter(saying -> saying.is(ERASED))
                .findFirst()
                .flatMap(erasure -> all.stream()
                        .filter(saying -> saying.is(REDACTED) && saying.follows(erasure))
                        .filter(saying -> saying.remainders().contains(stored))
                        .findFirst()
                        .map(redaction -> new Redaction(erasure.leaf(), redaction.leaf())));
    }
}
