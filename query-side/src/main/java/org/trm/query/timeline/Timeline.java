package org.trm.query.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trm.events.types.Relation;
import org.trm.query.reading.Seen;
import org.trm.query.web.Cursor;

/** The timeline of one case as one reader may see it, up to the version at which it was asked for. */
public final class Timeline {
    private static final int PIECE = 200;

    /** The case's entries, whoever may see them. */
    interface Entries {
        /** At most {@code limit} of them that follow this version. */
        List<Entry> after(long version, int limit);
    }

    private final Seen<TimelineRow> seen;
    private final EntrySight sight;
    private final Entries entries;
    private final Map<Long, Long> corrected = new HashMap<>();
    private final boolean withDetail;

    /**
     * @param corrections those of the case's entries that correct another, in order
     * @param withDetail whether the reader's role may see what is known of the person
     */
    Timeline(Seen<TimelineRow> seen, Entries entries, List<Entry> corrections, boolean withDetail) {
        this.seen = seen;
        this.sight = new EntrySight(seen.row().relations(), seen.sight());
        this.entries = entries;
        this.withDetail = withDetail;
        corrections.stream()
                .filter(sight::sees)
                .forEach(entry -> corrected.put(entry.told().corrects(), entry.version()));
    }

    /** The version to tell: the case's own, or the latest that the reader sees. */
    public long version() {
        return seen.sight().foremost().version(seen.row().version());
    }

    public Relation relation() {
        return seen.sight().standing();
    }

    /** At most {@code limit} entries that follow this place; null for the first ones. */
    public List<TimelineEntry> after(Cursor after, int limit) {
        return seen(after, limit).stream().map(this::told).toList();
    }

    /** All entries, each with what she may be given of it beside. */
    public List<Disclosure> disclosures() {
        return seen(null, Integer.MAX_VALUE).stream()
                .map(entry -> new Disclosure(
                        told(entry),
                        sight.knowsAll(entry) && (withDetail || entry.told().detail() == null),
                        sight.knowsWhoActed(entry)))
                .toList();
    }

    private TimelineEntry told(Entry entry) {
        return TimelineEntry.of(sight.told(entry), withDetail, corrected.get(entry.version()));
    }

    private List<Entry> seen(Cursor after, int limit) {
        List<Entry> told = new ArrayList<>();
        long from = after == null ? 0 : after.number(0);
        List<Entry> piece;
        do {
            piece = entries.after(from, PIECE);
            for (Entry entry : piece) {
                from = entry.version();
                if (sight.sees(entry) && told.size() < limit) {
                    told.add(entry);
                }
            }
        } while (piece.size() == PIECE && told.size() < limit);
        return told;
    }
}
