package org.trm.query.custody;

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

/** Keeps who has been responsible for every case. */
@Component
class CustodyView implements CaseView<CustodyRow> {
    static final String NAME = "custody";

    private final JdbcClient jdbc;

    CustodyView(JdbcClient jdbc) {
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
    public CaseFold<CustodyRow> fold() {
        return CustodyRow::after;
    }

    @Override
    public List<Table<CustodyRow, ?>> tables() {
        return List.of(Table.perCase(
                "case_custody",
                List.of(
                        new Column<>("case_id", CustodyRow::caseId),
                        new Column<>("version", CustodyRow::version),
                        new Column<>("state", Kept::json))));
    }

    @Override
    public Map<CaseId, CustodyRow> load(Schema schema, Collection<CaseId> cases) {
        return jdbc
                .sql(schema.in("SELECT state FROM ${schema}.case_custody WHERE case_id = ANY(?)"))
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, index) -> Kept.read(row.getString(1), CustodyRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(CustodyRow::caseId, Function.identity()));
    }
}
