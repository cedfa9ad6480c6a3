package org.trm.query.sample;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** The sample view once more, with a fold that can be broken and mended while it runs. */
public final class FragileView implements CaseView<Tally> {
    public static final AtomicBoolean BROKEN = new AtomicBoolean();

    private final TallyView tally;

    public FragileView(JdbcClient jdbc) {
        this.tally = new TallyView(jdbc);
    }

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public int layout() {
        return 1;
    }

    @Override
    public CaseFold<Tally> fold() {
        return (row, event) -> {
            if (BROKEN.get()) {
                throw new IllegalStateException("This fold is broken.");
            }
            return Tally.after(row, event);
        };
    }

    @Override
    public List<Table<Tally, ?>> tables() {
        return tally.tables();
    }

    @Override
    public Map<CaseId, Tally> load(Schema schema, Collection<CaseId> cases) {
        return tally.load(schema, cases);
    }

    @Override
    public String ddl() {
        return tally.ddl();
    }
}
