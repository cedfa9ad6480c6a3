package org.trm.query.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.query.access.Relations;
import org.trm.query.history.CaseHistory;

/** What the countries are to the cases that have lately changed; of others the events are read when it is asked for. */
@Component
class KnownRelations {
    private static final int CASES = 5_000;
    private static final Known NOTHING = new Known(0, Relations.NONE);

    private final CaseHistory history;
    private final Cache<CaseId, Known> known =
            Caffeine.newBuilder().maximumSize(CASES).build();

    KnownRelations(CaseHistory history) {
        this.history = history;
    }

    private record Known(long version, Relations relations) {}

    /** What they are after this event. */
    Relations after(Recorded<CaseEvent> event) {
        CaseId caseId = event.event().caseId();
        return known.asMap()
                .compute(caseId, (id, before) -> after(before, event))
                .relations();
    }

    private Known after(Known before, Recorded<CaseEvent> event) {
        if (before != null && before.version() >= event.version()) {
            return before;
        }
        Known known = before == null ? NOTHING : before;
        return known.version() == event.version() - 1
                ? new Known(event.version(), known.relations().after(event))
                : read(event.event().caseId());
    }

    /** What they are now. */
    Relations now(CaseId caseId) {
        return known.asMap().compute(caseId, (id, before) -> read(id)).relations();
    }

    private Known read(CaseId caseId) {
        List<Recorded<CaseEvent>> events = history.of(caseId);
        return new Known(events.size(), Relations.over(events));
    }
}
