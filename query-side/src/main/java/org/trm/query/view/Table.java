package org.trm.query.view;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * One table of a view and how a row fills it. A line is written by its key: inserted, or overwritten as a whole. Lines
 * are never deleted: what ended says so in a column, so that the past can be told.
 *
 * @param <R> the view's row
 * @param <L> one line of this table
 * @param name in snake_case, without schema
 * @param key the columns of its primary key
 * @param lines the lines that a row has here; a row that was loaded need not have those that have not changed since
 */
public record Table<R extends CaseRow, L>(
        String name, List<String> key, List<Column<L>> columns, Function<? super R, ? extends Collection<L>> lines) {

    /** A table of one line a case, keyed by {@code case_id}. */
    public static <R extends CaseRow> Table<R, R> perCase(String name, List<Column<R>> columns) {
        return new Table<>(name, List.of("case_id"), columns, List::of);
    }
}
