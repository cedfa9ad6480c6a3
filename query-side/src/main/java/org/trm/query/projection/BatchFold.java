package org.trm.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseRow;
import org.trm.query.view.CaseView;
import org.trm.query.view.CheckedFold;
import org.trm.query.view.Schema;
import org.trm.query.view.ViewTables;

/** Takes a batch of events into one generation of a view: loads each row once, folds in memory, writes each row once. */
final class BatchFold<R extends CaseRow> {
    private final CaseView<R> view;
    private final Schema schema;
    private final JdbcOperations jdbc;
    private final CheckedFold<R> fold;
    private final ViewTables<R> tables;

    BatchFold(CaseView<R> view, Schema schema, JdbcOperations jdbc) {
        this.view = view;
        this.schema = schema;
        this.jdbc = jdbc;
        this.fold = CheckedFold.of(view);
        this.tables = new ViewTables<>(view, schema);
    }

    /** Must be called in a transaction. */
    void takeIn(List<Recorded<CaseEvent>> batch) {
        Map<CaseId, R> rows = new HashMap<>(view.load(schema, cases(batch)));
        Set<CaseId> changed = new LinkedHashSet<>();
        for (Recorded<CaseEvent> event : batch) {
            CaseId id = event.event().caseId();
            R before = view.rewrites(event.event()) ? whole(id, rows, changed) : rows.get(id);
            R after = fold.after(before, event);
            if (after != before) {
                rows.put(id, after);
                changed.add(id);
            }
        }
        tables.save(jdbc, changed.stream().map(rows::get).toList());
    }

    private R whole(CaseId id, Map<CaseId, R> rows, Set<CaseId> changed) {
        if (changed.remove(id)) {
            tables.save(jdbc, List.of(rows.get(id)));
        }
        return view.read(schema, id).orElse(null);
    }

    static Collection<CaseId> cases(List<Recorded<CaseEvent>> batch) {
        return batch.stream().map(event -> event.event().caseId()).collect(Collectors.toSet());
    }
}
