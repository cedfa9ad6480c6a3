package org.trm.query.person;

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

/** Keeps what is sealed about the person of every case. */
@Component
class PersonView implements CaseView<PersonRow> {
    static final String NAME = "person";

    private final JdbcClient jdbc;

    PersonView(JdbcClient jdbc) {
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
    public CaseFold<PersonRow> fold() {
        return PersonRow::after;
    }

    @Override
    public List<Table<PersonRow, ?>> tables() {
        return List.of(Table.perCase(
                "case_person",
                List.of(
                        new Column<>("case_id", PersonRow::caseId),
                        new Column<>("version", PersonRow::version),
                        new Column<>("state", Kept::json))));
    }

    @Override
    public Map<CaseId, PersonRow> load(Schema schema, Collection<CaseId> cases) {
        return jdbc
                .sql(schema.in("SELECT state FROM ${schema}.case_person WHERE case_id = ANY(?)"))
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, index) -> Kept.read(row.getString(1), PersonRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(PersonRow::caseId, Function.identity()));
    }
}
