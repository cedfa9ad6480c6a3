package org.trm.events.keys;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks something that may never answer, and waits for so long. What hangs holds one of a few threads and nobody else. */
final class InTime {
    private static final int AT_ONCE = 8;

    private final Duration most;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "key-device");
        thread.setDaemon(true);
        return thread;
    });

    InTime(Duration most) {
        this.most = most;
    }

    /** @throws TimeoutException when there was no answer in time; what has not begun by then is not done any more */
    <T> T ask(Callable<T> question) throws Exception {
        Future<T> answer = threads.submit(question);
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        } finally {
            answer.cancel(false);
        }
    }
}
