package org.trm.query.audit.replay;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Relation;
import org.trm.query.access.AccessScope;
import org.trm.query.audit.replay.Known.Shown;
import org.trm.query.history.CaseHistory;
import org.trm.query.person.OpeningLine;
import org.trm.query.person.OpeningsReader;
import org.trm.query.reading.When;
import org.trm.query.timeline.Timeline;
import org.trm.query.timeline.TimelineEntry;
import org.trm.query.timeline.TimelineReader;
import org.trm.query.web.QueryProblem;

/** Reads what a country knew of a case, as far as the auditor who asks may know of it herself. */
@Component
class KnownReader {
    private final TimelineReader timeline;
    private final OpeningsReader openings;
    private final CaseHistory history;

    KnownReader(TimelineReader timeline, OpeningsReader openings, CaseHistory history) {
        this.timeline = timeline;
        this.openings = openings;
        this.history = history;
    }

    /**
     * @param version of the event before which it is asked what was known; null for the last that she is told
     * @throws QueryProblem when there is no such case for her or she is told of no such event; and when she asks of another
     *     country, although hers is not responsible: that another has a part in the case may not be for hers to know
     */
    Known of(AccessScope scope, CaseId caseId, CountryCode country, Long version) {
        Timeline told = timeline.of(scope, caseId, When.NOW);
        if (!country.equals(scope.country()) && told.relation() != Relation.HOLDER) {
            throw QueryProblem.parameter(
                    "country",
                    "must be your own: only who is responsible for the case may ask what another country knew");
        }
        List<TimelineEntry> entries = told.after(null, Integer.MAX_VALUE);
        TimelineEntry event = event(entries, version);
        Knowledge knowledge = before(event, caseId, country);
        Map<Long, Long> shown = knowledge.shown();
        return new Known(
                caseId,
                country,
                event.version(),
                event.at(),
                knowledge.relation(),
                entries.stream()
                        .filter(entry -> shown.containsKey(entry.version()))
                        .map(entry -> Shown.of(entry, shown.get(entry.version())))
                        .toList(),
                knowledge.entitledTo(),
                opened(scope, caseId, country, event));
    }

    private static TimelineEntry event(List<TimelineEntry> entries, Long version) {
        return entries.stream()
                .filter(entry -> version == null || version.equals(entry.version()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> QueryProblem.parameter(
                        "version", "must be that of a step that the history of the case tells you of"));
    }

    private Knowledge before(TimelineEntry event, CaseId caseId, CountryCode country) {
        Knowledge knowledge = new Knowledge(country);
        for (Recorded<CaseEvent> earlier : history.of(caseId)) {
            if (earlier.version() < event.version()) {
                knowledge.learn(earlier);
            }
        }
        return knowledge;
    }

    private List<OpeningLine> opened(AccessScope scope, CaseId caseId, CountryCode country, TimelineEntry event) {
        return openings.all(scope, caseId, country).stream()
                .filter(line -> !line.at().isAfter(event.at()))
                .toList();
    }
}
