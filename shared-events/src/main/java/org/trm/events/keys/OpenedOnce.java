package org.trm.events.keys;

import java.util.concurrent.Callable;

/** What is opened when it is first asked for, by one at a time, and again after it was forgotten. Forgetting waits for nobody. */
final class OpenedOnce<T> {
    private final Callable<T> opening;
    private volatile T opened;

    OpenedOnce(Callable<T> opening) {
        this.opening = opening;
    }

    synchronized T get() throws Exception {
        T before = opened;
        return before == null ? anew() : before;
    }

    synchronized T anew() throws Exception {
        opened = null;
        T now = opening.call();
        opened = now;
        return now;
    }

    void forget() {
        opened = null;
    }
}
