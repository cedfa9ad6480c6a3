package org.trm.query.keys;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.trm.events.privacy.KeyReplacement;

/**
 * Counts the keys that are still kept under a root key that is being replaced. Each of them is read for it, of which there may
 * be a million: who asks waits for a moment only, and is told what was counted before when it takes longer.
 */
final class KeysLeft {
    private final KeyReplacement keys;
    private final Duration patience;
    private FutureTask<Integer> count;
    private Integer before;

    KeysLeft(KeyReplacement keys, Duration patience) {
        this.keys = keys;
        this.patience = patience;
    }

    /**
     * How many there are now or, when that takes too long, when they were last counted.
     *
     * @return null when they have not been counted to the end yet
     * @throws org.trm.events.privacy.KeysUnreachable when the keys cannot be reached
     */
    synchronized Integer now() {
        if (count == null) {
            count = new FutureTask<>(keys::keysUnderOlderRoots);
            Thread thread = new Thread(count, "key-count");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            before = count.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            count = null;
        } catch (TimeoutException e) {
            // It goes on, and who asks next is told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            count = null;
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
        return before;
    }
}
