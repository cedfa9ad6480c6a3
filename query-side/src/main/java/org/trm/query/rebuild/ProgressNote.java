package org.trm.query.rebuild;

import java.time.Duration;
import java.util.function.LongConsumer;

/** Passes on how far a rebuild has come, twice a second at most. */
final class ProgressNote implements LongConsumer {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final LongConsumer told;
    private long last = System.nanoTime();

    ProgressNote(LongConsumer told) {
        this.told = told;
    }

    @Override
    public void accept(long done) {
        if (System.nanoTime() - last >= BETWEEN.toNanos()) {
            told.accept(done);
            last = System.nanoTime();
        }
    }
}
