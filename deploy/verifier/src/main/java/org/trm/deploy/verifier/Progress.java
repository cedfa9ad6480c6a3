package org.trm.deploy.verifier;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says how far it is, but not too often, and nothing at all when it is done soon. */
final class Progress {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintStream err;
    private final LongSupplier nanos;
    private long said;

    /** @param nanos a clock that only runs, such as the JVM's */
    Progress(PrintStream err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.said = nanos.getAsLong();
    }

    void at(long done, long all) {
        long now = nanos.getAsLong();
        if (now - said >= PAUSE) {
            said = now;
            err.printf(Locale.ROOT, "%,d of %,d entries%n", done, all);
        }
    }
}
