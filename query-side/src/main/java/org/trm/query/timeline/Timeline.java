package org.trm.query.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Relation;
import org.trm.query.access.Audience;
import org.trm.query.access.CountrySight;
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
    private final Entries entries;
    private final Map<Long, Long> corrected = new HashMap<>();
    private final boolean withDetail;

    /**
     * @param corrections those of the case's entries that correct another, in order
     * @param withDetail whether the reader's role may see what is known of the person
     */
    Timeline(Seen<TimelineRow> seen, Entries entries, List<Entry> corrections, boolean withDetail) {
        this.seen = seen;
        this.entries = entries;
        this.withDetail = withDetail;
        corrections.stream()
                .filter(seen.sight()::sees)
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
        List<TimelineEntry> told = new ArrayList<>();
        long from = after == null ? 0 : after.number(0);
        List<Entry> piece;
        do {
            piece = entries.after(from, PIECE);
            for (Entry entry : piece) {
                from = entry.version();
                if (seen.sight().sees(entry) && told.size() < limit) {
                    boolean knows = knowsReferral(entry);
                    told.add(TimelineEntry.of(
                            knows ? entry : entry.ofNoReferral(),
                            withDetail,
                            corrected.get(entry.version()),
                            knows && namesActor(entry)));
                }
            }
        } while (piece.size() == PIECE && told.size() < limit);
        return told;
    }

    /** That responsibility moved is for every party of the case to know, but not by which referral, and who signed it. */
    private boolean knowsReferral(Entry entry) {
        return entry.audience() != Audience.CASE_PARTIES
                || seen.row()
                        .relations()
                        .address(entry.referralId())
                        .map(seen.sight()::sees)
                        .orElse(true);
    }

    /**
     * A country does not learn from a referral of its own that another one had a part in it: when that one named it as
     * competent, say, so that the holder has a draft.
     */
    private boolean namesActor(Entry entry) {
        CountryCode acting = entry.actingCountry();
        CountrySight reader = seen.sight().foremost();
        if (acting == null || reader.relation() == Relation.HOLDER || entry.version() <= reader.heldUntil()) {
            return true;
        }
        return seen.row()
                .relations()
                .address(entry.referralId())
                .map(address -> address.from().equals(acting) || address.to().equals(acting))
                .orElse(true);
    }
}
