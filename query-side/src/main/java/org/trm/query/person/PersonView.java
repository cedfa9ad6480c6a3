package org.trm.query.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.KeptTable;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** Keeps what is sealed about the person of every case. */
@Component
class PersonView implements CaseView<PersonRow> {
    static final String NAME = "person";

    private final KeptTable<PersonRow> kept;

    PersonView(JdbcClient jdbc) {
        this.kept = new KeptTable<>(jdbc, "case_person", PersonRow.class);
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
        return List.of(kept.table());
    }

    @Override
    public Map<CaseId, PersonRow> load(Schema schema, Collection<CaseId> cases) {
        return kept.load(schema, cases);
    }
}
