package org.trm.query.custody;

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

/** Keeps who has been responsible for every case. */
@Component
class CustodyView implements CaseView<CustodyRow> {
    static final String NAME = "custody";

    private final KeptTable<CustodyRow> kept;

    CustodyView(JdbcClient jdbc) {
        this.kept = new KeptTable<>(jdbc, "case_custody", CustodyRow.class);
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
        return List.of(kept.table());
    }

    @Override
    public Map<CaseId, CustodyRow> load(Schema schema, Collection<CaseId> cases) {
        return kept.load(schema, cases);
    }
}
