package org.trm.query.emergency;

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

/** Keeps what was opened in emergencies in every case. */
@Component
class EmergencyView implements CaseView<EmergencyRow> {
    static final String NAME = "emergency";

    private final JdbcClient jdbc;

    EmergencyView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int layout() {
        return 1;
    }

    @Override
    public CaseFold<EmergencyRow> fold() {
        return EmergencyRow::after;
    }

    @Override
    public List<Table<EmergencyRow, ?>> tables() {
        return List.of(
                Table.perCase(
                        "case_emergency",
                        List.of(
                                new Column<>("case_id", EmergencyRow::caseId),
                                new Column<>("version", EmergencyRow::version),
                                new Column<>("state", Kept::json))),
                new Table<>("emergency_access", List.of("case_id", "access_id"), AccessLine.COLUMNS, AccessLine::of));
    }

    @Override
    public Map<CaseId, EmergencyRow> load(Schema schema, Collection<CaseId> cases) {
        return jdbc
                .sql(schema.in("SELECT state FROM ${schema}.case_emergency WHERE case_id = ANY(?)"))
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, index) -> Kept.read(row.getString(1), EmergencyRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(EmergencyRow::caseId, Function.identity()));
    }
}
