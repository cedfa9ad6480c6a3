package org.trm.query.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.query.access.Relations;
import org.trm.query.reading.CaseOfParties;

/**
 * A case's timeline.
 *
 * @param memory what it takes to tell the next event: it does not grow with the number of events
 * @param entries those that were taken in since the row was loaded; of a row that was folded from the first event, all
 */
record TimelineRow(Memory memory, List<Entry> entries) implements CaseOfParties {
    /** What is kept of a case to tell its next event. */
    record Memory(CaseId caseId, long version, Instant at, Relations relations, List<Consented> consents) {}

    static TimelineRow after(TimelineRow row, Recorded<CaseEvent> event) {
        List<Consented> consents = row == null ? List.of() : row.memory.consents;
        Relations relations = (row == null ? Relations.NONE : row.relations()).after(event);
        List<Entry> entries = new ArrayList<>(row == null ? List.of() : row.entries);
        entries.add(Entry.of(event, event.event().tell(new Telling(event, relations, consents))));
        return new TimelineRow(
                new Memory(
                        event.event().caseId(),
                        event.version(),
                        event.at(),
                        relations,
                        Consented.after(consents, event.event())),
                entries);
    }

    List<Party> parties() {
        return relations().countries().stream()
                .map(country -> new Party(country, caseId()))
                .toList();
    }

    @Override
    public CaseId caseId() {
        return memory.caseId;
    }

    @Override
    public long version() {
        return memory.version;
    }

    @Override
    public Relations relations() {
        return memory.relations;
    }
}
