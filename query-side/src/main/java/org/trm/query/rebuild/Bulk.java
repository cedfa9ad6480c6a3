package org.trm.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.trm.query.view.CaseView;
import org.trm.query.view.Schema;

/** Fills a generation of a view from the whole event table: one thread reads ahead while the other folds and writes. */
@Component
class Bulk {
    private static final int PAGE = 4_000;

    private final StoredEvents events;
    private final BulkProjection reading;

    Bulk(StoredEvents events, BulkProjection reading) {
        this.events = events;
        this.reading = reading;
    }

    /**
     * @param ahead runs the reading
     * @param connection where rows are written; each piece is a transaction of its own
     * @param progress told after each page how many events have been folded, while no transaction is open; it takes what
     *     time it likes, and ends the filling by throwing
     * @return how many events have been folded
     */
    long fill(CaseView<?> view, Schema schema, Executor ahead, Connection connection, LongConsumer progress)
            throws SQLException {
        BulkFold<?> fold = new BulkFold<>(view, schema, connection);
        long done = 0;
        List<StoredEvent> page = events.after(null, PAGE);
        while (!page.isEmpty()) {
            StoredEvent last = page.get(page.size() - 1);
            CompletableFuture<List<StoredEvent>> next =
                    CompletableFuture.supplyAsync(() -> events.after(last, PAGE), ahead);
            fold.takeIn(reading.read(page));
            done += page.size();
            progress.accept(done);
            page = next.join();
        }
        fold.finish();
        return done;
    }
}
