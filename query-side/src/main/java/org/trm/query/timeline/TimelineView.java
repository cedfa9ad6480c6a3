package org.trm.query.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.Column;
import org.trm.query.view.Kept;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** Keeps the timeline of every case: a line an event, which is never written again. */
@Component
class TimelineView implements CaseView<TimelineRow> {
    static final String NAME = "timeline";

    private final JdbcClient jdbc;

    TimelineView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int layout() {
        return 3;
    }

    @Override
    public CaseFold<TimelineRow> fold() {
        return TimelineRow::after;
    }

    @Override
    public List<Table<TimelineRow, ?>> tables() {
        return List.of(
                Table.perCase(
                        "case_memory",
                        List.of(
                                new Column<>("case_id", TimelineRow::caseId),
                                new Column<>("version", TimelineRow::version),
                                new Column<>("state", row -> Kept.json(row.memory())))),
                new Table<>("entry", List.of("case_id", "version"), Entry.COLUMNS, TimelineRow::entries));
    }

    /** Without the entries that are written already: telling the next event does not need them. */
    @Override
    public Map<CaseId, TimelineRow> load(Schema schema, Collection<CaseId> cases) {
        return jdbc
                .sql(schema.in("SELECT state FROM ${schema}.case_memory WHERE case_id = ANY(?)"))
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, index) ->
                        new TimelineRow(Kept.read(row.getString(1), TimelineRow.Memory.class), List.of()))
                .list()
                .stream()
                .collect(Collectors.toMap(TimelineRow::caseId, Function.identity()));
    }
}
