package org.trm.query.audit.sealing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.trm.events.proof.LogEntry;

/**
 * A record as it is stored: what the log seals, before anything is read into it.
 *
 * @param position where it stands among all records of its kind
 * @param about what kind of thing it is about
 * @param aboutId which one
 * @param number where it stands among the records about that one thing, from 0
 * @param revision of its type; empty when it has none
 */
public record StoredRecord(
        long position,
        String id,
        String about,
        String aboutId,
        long number,
        String type,
        String revision,
        String time,
        byte[] payload,
        byte[] metadata) {
    private static final String PAYLOAD = "its payload";

    /** @param salt as {@link LogEntry#salt} makes it */
    public LogEntry entry(String salt) {
        return new LogEntry(
                about,
                aboutId,
                id,
                position,
                LogEntry.hash(metadata),
                LogEntry.hash(payload),
                revision,
                salt,
                number,
                time,
                type);
    }

    /** Whether all of it is as the entry says but what is said in it. */
    boolean differsInPayloadAlone(LogEntry entry) {
        return differsFrom(entry).filter(PAYLOAD::equals).isPresent();
    }

    /** What of it is not as the entry says; empty when all is. */
    public Optional<String> differsFrom(LogEntry entry) {
        List<String> differing = Stream.of(
                        differs("what it is about", about, entry.agg()),
                        differs("which one it is about", aboutId, entry.aggId()),
                        differs("its id", id, entry.eventId()),
                        differs("its position", position, entry.gidx()),
                        differs("its number", number, entry.seq()),
                        differs("its type", type, entry.type()),
                        differs("its revision", revision, entry.rev()),
                        differs("its time", time, entry.ts()),
                        differs(PAYLOAD, LogEntry.hash(payload), entry.payload()),
                        differs("its metadata", LogEntry.hash(metadata), entry.meta()))
                .flatMap(Optional::stream)
                .toList();
        return differing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differing));
    }

    private static Optional<String> differs(String what, Object stored, Object sealed) {
        return Objects.equals(stored, sealed) ? Optional.empty() : Optional.of(what);
    }
}
