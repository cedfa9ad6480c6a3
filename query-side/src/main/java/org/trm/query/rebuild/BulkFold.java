package org.trm.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.query.view.CaseRow;
import org.trm.query.view.CaseView;
import org.trm.query.view.CheckedFold;
import org.trm.query.view.Schema;
import org.trm.query.view.ViewTables;

/** Folds events that come case by case; a row is written once, by COPY, when its case is complete. */
final class BulkFold<R extends CaseRow> {
    private static final int ROWS = 500;

    private final CheckedFold<R> fold;
    private final ViewTables<R> tables;
    private final Connection connection;
    private final List<R> complete = new ArrayList<>(ROWS);
    private R row;

    BulkFold(CaseView<R> view, Schema schema, Connection connection) {
        this.fold = CheckedFold.of(view);
        this.tables = new ViewTables<>(view, schema);
        this.connection = connection;
    }

    void takeIn(List<Recorded<CaseEvent>> events) throws SQLException {
        for (Recorded<CaseEvent> event : events) {
            if (row != null && !row.caseId().equals(event.event().caseId())) {
                complete();
            }
            row = fold.after(row, event);
        }
    }

    /** Writes what has not been written yet. */
    void finish() throws SQLException {
        if (row != null) {
            complete();
        }
        write();
    }

    private void complete() throws SQLException {
        complete.add(row);
        row = null;
        if (complete.size() == ROWS) {
            write();
        }
    }

    private void write() throws SQLException {
        tables.copy(connection, complete);
        complete.clear();
    }
}
