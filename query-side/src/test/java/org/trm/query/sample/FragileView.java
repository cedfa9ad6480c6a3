package org.trm.query.sample;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** The sample view once more, with a fold that can be broken, held and mended while it runs. */
public class FragileView implements CaseView<Tally> {
    private static final Runnable NOTHING = () -> {};
    private static final AtomicReference<Runnable> BEFORE = new AtomicReference<>(NOTHING);

    private final TallyView tally;

    public FragileView(JdbcClient jdbc) {
        this.tally = new TallyView(jdbc);
    }

    public static void breaks() {
        BEFORE.set(() -> {
            throw new IllegalStateException("This fold is broken.");
        });
    }

    /** Its fold waits before each event until the latch is open. */
    public static void waitsFor(CountDownLatch latch) {
        BEFORE.set(() -> await(latch));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The node stops while this fold waits.", e);
        }
    }

    public static void isMended() {
        BEFORE.set(NOTHING);
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
            BEFORE.get().run();
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
