package org.trm.query.casestatus;

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

/** Keeps a case's status, and the line by which each country finds it in its list of cases. */
@Component
class StatusView implements CaseView<StatusRow> {
    static final String NAME = "case_status";

    private final KeptTable<StatusRow> kept;

    StatusView(JdbcClient jdbc) {
        this.kept = new KeptTable<>(jdbc, "case_status", StatusRow.class);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int layout() {
        return 5;
    }

    @Override
    public CaseFold<StatusRow> fold() {
        return StatusRow::after;
    }

    @Override
    public List<Table<StatusRow, ?>> tables() {
        return List.of(
                kept.table(),
                new Table<>("case_party", List.of("case_id", "country"), PartyLine.COLUMNS, PartyLine::of));
    }

    @Override
    public Map<CaseId, StatusRow> load(Schema schema, Collection<CaseId> cases) {
        return kept.load(schema, cases);
    }
}
