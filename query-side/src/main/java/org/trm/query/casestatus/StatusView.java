package org.trm.query.casestatus;

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

/** Keeps a case's status, and the line by which each country finds it in its list of cases. */
@Component
class StatusView implements CaseView<StatusRow> {
    static final String NAME = "case_status";

    private final JdbcClient jdbc;

    StatusView(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    public CaseFold<StatusRow> fold() {
        return StatusRow::after;
    }

    @Override
    public List<Table<StatusRow, ?>> tables() {
        return List.of(
                Table.perCase(
                        "case_status",
                        List.of(
                                new Column<>("case_id", StatusRow::caseId),
                                new Column<>("version", StatusRow::version),
                                new Column<>("state", Kept::json))),
                new Table<>("case_party", List.of("case_id", "country"), PartyLine.COLUMNS, PartyLine::of));
    }

    @Override
    public Map<CaseId, StatusRow> load(Schema schema, Collection<CaseId> cases) {
        return jdbc
                .sql(schema.in("SELECT state FROM ${schema}.case_status WHERE case_id = ANY(?)"))
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, index) -> Kept.read(row.getString(1), StatusRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(StatusRow::caseId, Function.identity()));
    }
}
