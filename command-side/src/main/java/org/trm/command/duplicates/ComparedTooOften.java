package org.trm.command.duplicates;

import java.time.Duration;

/** She, or her country, has compared people as often as one may. Nothing was compared, and nothing recorded. */
public final class ComparedTooOften extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    ComparedTooOften(Duration pause) {
        super("compared too often", null, false, false);
        this.pause = pause;
    }

    /** How long it takes until she may again. */
    public Duration pause() {
        return pause;
    }
}
