package org.trm.query.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CaseId;

/**
 * A view's first table where it keeps in JSON what its fold needs to go on: a line a case, with the columns {@code case_id},
 * {@code version} and {@code state}.
 */
public final class KeptTable<R extends CaseRow> {
    private final JdbcClient jdbc;
    private final String name;
    private final Function<R, ?> kept;
    private final Function<String, R> read;

    /**
     * @param name in snake_case, without schema
     * @param kept what of a row is kept, as JSON
     * @param read makes the row of that again
     */
    public KeptTable(JdbcClient jdbc, String name, Function<R, ?> kept, Function<String, R> read) {
        this.jdbc = jdbc;
        this.name = name;
        this.kept = kept;
        this.read = read;
    }

    /** Where the whole row is kept. */
    public KeptTable(JdbcClient jdbc, String name, Class<R> row) {
        this(jdbc, name, Kept::json, json -> Kept.read(json, row));
    }

    public Table<R, R> table() {
        return Table.perCase(
                name,
                List.of(
                        new Column<>("case_id", R::caseId),
                        new Column<>("version", R::version),
                        new Column<>("state", kept)));
    }

    /** As {@link CaseView#load}. */
    public Map<CaseId, R> load(Schema schema, Collection<CaseId> cases) {
        return jdbc
                .sql(schema.in("SELECT state FROM ${schema}." + name + " WHERE case_id = ANY(?)"))
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, index) -> read.apply(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toMap(R::caseId, Function.identity()));
    }
}
