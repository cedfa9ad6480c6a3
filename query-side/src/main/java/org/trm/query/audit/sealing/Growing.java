package org.trm.query.audit.sealing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the sealing of one log goes, on this node.
 *
 * @param waiting since when records wait to be sealed; null while none do
 * @param trouble why nothing is sealed; null while nothing stands in the way
 * @param stoppedUntil when it is looked at again whether what is stored still contradicts what was sealed; null while it does
 *     not
 */
public record Growing(Instant waiting, String trouble, Instant stoppedUntil) {
    /** The longest that a record may wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    static final Growing WELL = new Growing(null, null, null);

    static Growing slowly(Growing before, Instant now) {
        return new Growing(before.since(now), null, null);
    }

    static Growing failing(Growing before, Instant now, RuntimeException failure) {
        return new Growing(
                before.since(now),
                failure.getMessage(),
                failure instanceof Contradiction ? now.plus(LOOK_AGAIN) : null);
    }

    private Instant since(Instant now) {
        return waiting == null ? now : waiting;
    }

    /** Whether nothing is signed because what is stored contradicts what was sealed. */
    public boolean stopped() {
        return stoppedUntil != null;
    }

    boolean rests(Instant now) {
        return stopped() && now.isBefore(stoppedUntil);
    }

    /** What an operator should know of at once; empty while there is nothing. */
    public Optional<String> alarm(Instant now) {
        if (stopped()) {
            return Optional.of(trouble);
        }
        return waited(now).compareTo(PATIENCE) > 0
                ? Optional.of("Records wait to be sealed since " + waiting + (trouble == null ? "." : ": " + trouble))
                : Optional.empty();
    }

    /** For how long the first record has been waiting. */
    Duration waited(Instant now) {
        return waiting == null ? Duration.ZERO : Duration.between(waiting, now);
    }
}
