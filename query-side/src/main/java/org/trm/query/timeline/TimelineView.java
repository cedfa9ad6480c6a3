package org.trm.query.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.Kept;
import org.trm.query.view.KeptTable;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** Keeps the timeline of every case: a line an event, which is never written again. */
@Component
class TimelineView implements CaseView<TimelineRow> {
    static final String NAME = "timeline";

    private final KeptTable<TimelineRow> kept;

    TimelineView(JdbcClient jdbc) {
        this.kept = new KeptTable<>(
                jdbc,
                "case_memory",
                row -> Kept.json(row.memory()),
                json -> new TimelineRow(Kept.read(json, TimelineRow.Memory.class), List.of()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int layout() {
        return 4;
    }

    @Override
    public CaseFold<TimelineRow> fold() {
        return TimelineRow::after;
    }

    @Override
    public List<Table<TimelineRow, ?>> tables() {
        return List.of(
                kept.table(),
                new Table<>("entry", List.of("case_id", "version"), Entry.COLUMNS, TimelineRow::entries),
                new Table<>("case_party", List.of("country", "case_id"), Party.COLUMNS, TimelineRow::parties));
    }

    /** Without the entries that are written already: telling the next event does not need them. */
    @Override
    public Map<CaseId, TimelineRow> load(Schema schema, Collection<CaseId> cases) {
        return kept.load(schema, cases);
    }
}
