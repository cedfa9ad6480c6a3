package org.trm.query.emergency;

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

/** Keeps what was opened in emergencies in every case. */
@Component
class EmergencyView implements CaseView<EmergencyRow> {
    static final String NAME = "emergency";

    private final KeptTable<EmergencyRow> kept;

    EmergencyView(JdbcClient jdbc) {
        this.kept = new KeptTable<>(jdbc, "case_emergency", EmergencyRow.class);
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
                kept.table(),
                new Table<>("emergency_access", List.of("case_id", "access_id"), AccessLine.COLUMNS, AccessLine::of));
    }

    @Override
    public Map<CaseId, EmergencyRow> load(Schema schema, Collection<CaseId> cases) {
        return kept.load(schema, cases);
    }
}
