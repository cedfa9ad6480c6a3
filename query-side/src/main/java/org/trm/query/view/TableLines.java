package org.trm.query.view;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** Turns rows into lines of one table of one generation. */
final class TableLines<R extends CaseRow, L> {
    private static final int BATCH = 500;

    private final Table<R, L> table;
    private final String name;
    private final String upsert;

    TableLines(Table<R, L> table, Schema schema) {
        this.table = table;
        this.name = schema.name() + "." + table.name();
        this.upsert = upsertSql();
    }

    String name() {
        return name;
    }

    void upsert(JdbcOperations jdbc, Collection<R> rows) {
        List<L> lines = lines(rows);
        if (!lines.isEmpty()) {
            jdbc.batchUpdate(upsert, lines, BATCH, this::bind);
        }
    }

    String copySql() {
        return "COPY " + name + " (" + columnNames() + ") FROM STDIN";
    }

    String copyText(Collection<R> rows) {
        StringBuilder text = new StringBuilder();
        for (L line : lines(rows)) {
            int start = text.length();
            for (Column<L> column : table.columns()) {
                text.append(text.length() == start ? "" : "\t");
                PostgresText.copy(text, column.value().apply(line));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<L> lines(Collection<R> rows) {
        return rows.stream().flatMap(row -> table.lines().apply(row).stream()).toList();
    }

    /** Without a type, so that PostgreSQL reads each value as what its column is. */
    private void bind(PreparedStatement statement, L line) throws SQLException {
        int index = 1;
        for (Column<L> column : table.columns()) {
            statement.setObject(index++, PostgresText.of(column.value().apply(line)), Types.OTHER);
        }
    }

    private String upsertSql() {
        String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        String overwritten = table.columns().stream()
                .map(Column::name)
                .filter(column -> !table.key().contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + name + " (" + columnNames() + ") VALUES (" + places + ") ON CONFLICT ("
                + String.join(", ", table.key()) + ") DO "
                + (overwritten.isEmpty() ? "NOTHING" : "UPDATE SET " + overwritten);
    }

    private String columnNames() {
        return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
