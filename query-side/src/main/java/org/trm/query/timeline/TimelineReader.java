package org.trm.query.timeline;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.reading.CaseReading;
import org.trm.query.reading.Seen;
import org.trm.query.reading.When;

/** Reads what happened in a case. */
@Component
public class TimelineReader {
    private final TimelineView view;
    private final TimelineTable table;
    private final CaseReading reading;
    private final Entitlements entitlements;

    TimelineReader(TimelineView view, TimelineTable table, CaseReading reading, Entitlements entitlements) {
        this.view = view;
        this.table = table;
        this.reading = reading;
        this.entitlements = entitlements;
    }

    /** The timeline of one case, as far as she may see it. */
    public Timeline of(AccessScope scope, CaseId caseId, When when) {
        Seen<TimelineRow> seen = reading.read(view, scope, Part.TIMELINE, caseId, when);
        boolean withDetail = entitlements.of(scope).to(Part.MINIMAL_DATA);
        if (seen.past()) {
            return past(seen, withDetail);
        }
        long upTo = seen.row().version();
        return new Timeline(
                seen,
                (after, limit) -> table.entries(caseId, after, upTo, limit),
                table.corrections(caseId, upTo),
                withDetail);
    }

    private static Timeline past(Seen<TimelineRow> seen, boolean withDetail) {
        List<Entry> all = seen.row().entries();
        return new Timeline(
                seen,
                (after, limit) -> all.stream()
                        .filter(entry -> entry.version() > after)
                        .limit(limit)
                        .toList(),
                all.stream().filter(entry -> entry.told().corrects() != null).toList(),
                withDetail);
    }
}
