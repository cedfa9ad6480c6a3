package org.trm.query.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.types.CaseId;
import org.trm.query.person.PersonRow.Said;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.Column;
import org.trm.query.view.Kept;
import org.trm.query.view.KeptTable;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/**
 * Keeps what is sealed about the person of every case: a line for what an event says of her, which is never written again but
 * when what was sealed is taken out of it.
 */
@Component
class PersonView implements CaseView<PersonRow> {
    static final String NAME = "person";

    private static final List<Column<Line>> LINE = List.of(
            new Column<>("case_id", Line::caseId),
            new Column<>("version", line -> line.said().version()),
            new Column<>("said", line -> Kept.json(line.said())));

    private final JdbcClient jdbc;
    private final KeptTable<PersonRow> kept;

    PersonView(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.kept = new KeptTable<>(
                jdbc,
                "case_person",
                row -> Kept.json(row.memory()),
                json -> new PersonRow(Kept.read(json, PersonRow.Memory.class), List.of()));
    }

    private record Line(CaseId caseId, Said said) {
        private static List<Line> of(PersonRow row) {
            return row.said().stream().map(said -> new Line(row.caseId(), said)).toList();
        }
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
    public CaseFold<PersonRow> fold() {
        return PersonRow::after;
    }

    @Override
    public List<Table<PersonRow, ?>> tables() {
        return List.of(kept.table(), new Table<>("said", List.of("case_id", "version"), LINE, Line::of));
    }

    @Override
    public boolean rewrites(CaseEvent event) {
        return event instanceof SealedDataRedacted;
    }

    /** Without what is written already: it takes no part in what the next event adds. */
    @Override
    public Map<CaseId, PersonRow> load(Schema schema, Collection<CaseId> cases) {
        return kept.load(schema, cases);
    }

    /** What has come in between the two statements is not of the version that is read. */
    @Override
    public Optional<PersonRow> read(Schema schema, CaseId caseId) {
        return CaseView.super.read(schema, caseId).map(row -> new PersonRow(row.memory(), said(schema, row)));
    }

    private List<Said> said(Schema schema, PersonRow row) {
        return jdbc.sql(schema.in(
                        "SELECT said FROM ${schema}.said WHERE case_id = ? AND version <= ? ORDER BY version"))
                .params(row.caseId().value(), row.version())
                .query((line, index) -> Kept.read(line.getString(1), Said.class))
                .list();
    }
}
