package org.trm.query.view;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;
import org.trm.events.types.CaseId;

/** Writes and creates the tables of one generation of a view, as the view declares them. */
public final class ViewTables<R extends CaseRow> {
    private final CaseView<R> view;
    private final Schema schema;
    private final List<TableLines<R, ?>> tables;

    public ViewTables(CaseView<R> view, Schema schema) {
        this.view = view;
        this.schema = schema;
        this.tables = view.tables().stream().<TableLines<R, ?>>map(this::lines).toList();
    }

    /** Creates the schema and in it the view's tables. */
    public void create(JdbcOperations jdbc) {
        jdbc.execute("CREATE SCHEMA " + schema.name());
        jdbc.execute(schema.in(view.ddl()));
    }

    /** Inserts or overwrites the lines of these rows: one batch a table, in the transaction that is open. */
    public void save(JdbcOperations jdbc, Collection<R> rows) {
        for (TableLines<R, ?> table : tables) {
            table.upsert(jdbc, rows);
        }
    }

    /** Adds the lines of these rows by COPY; none of them may be there yet. */
    public void copy(Connection connection, Collection<R> rows) throws SQLException {
        for (TableLines<R, ?> table : tables) {
            String text = table.copyText(rows);
            if (!text.isEmpty()) {
                copy(connection, table.copySql(), text);
            }
        }
    }

    private static void copy(Connection connection, String sql, String text) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version to which the view has come with this case; 0 when it does not have it. */
    public long version(JdbcOperations jdbc, CaseId caseId) {
        String sql = "SELECT version FROM " + tables.get(0).name() + " WHERE case_id = ?";
        return jdbc.query(sql, result -> result.next() ? result.getLong(1) : 0L, caseId.value());
    }

    /** The tables by name, with their schema. */
    public Set<String> names() {
        return Set.copyOf(tables.stream().map(TableLines::name).toList());
    }

    private <L> TableLines<R, L> lines(Table<R, L> table) {
        return new TableLines<>(table, schema);
    }
}
