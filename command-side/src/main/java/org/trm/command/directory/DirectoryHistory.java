package org.trm.command.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.trm.command.casefile.Directory.InForce;
import org.trm.events.DirectoryEvent;
import org.trm.events.DirectoryEvent.ProcedurePublished;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;

/** What the directory has said since its first event: publications are few, so that all of it is kept. */
final class DirectoryHistory {
    private final NavigableMap<Instant, DirectoryPicture> pictures = new TreeMap<>();
    private final Map<ProcedureVersion, Procedure> procedures = new HashMap<>();
    private long events;

    /** One more event of a stream, in the order in which they became visible. */
    void add(String stream, DirectoryEvent event, Instant at) {
        Map<String, DirectoryEntry> entries = new HashMap<>(latest().entries());
        entries.merge(stream, DirectoryEntry.NONE.after(event), (before, first) -> before.after(event));
        // The clocks of two nodes differ: what came later is not older.
        Instant since = pictures.isEmpty() || at.isAfter(pictures.lastKey()) ? at : pictures.lastKey();
        pictures.put(since, new DirectoryPicture(Map.copyOf(entries)));
        if (event instanceof ProcedurePublished published) {
            procedures.put(published.version(), published.procedure());
        }
    }

    /** One more event was read, into however many events of today. */
    void counted() {
        events++;
    }

    long events() {
        return events;
    }

    DirectoryPicture latest() {
        return pictures.isEmpty()
                ? DirectoryPicture.EMPTY
                : pictures.lastEntry().getValue();
    }

    DirectoryPicture at(Instant moment) {
        Map.Entry<Instant, DirectoryPicture> then = pictures.floorEntry(moment);
        return then == null ? DirectoryPicture.EMPTY : then.getValue();
    }

    Optional<InForce> published(ProcedureVersion version) {
        return Optional.ofNullable(procedures.get(version)).map(values -> new InForce(version, values));
    }
}
