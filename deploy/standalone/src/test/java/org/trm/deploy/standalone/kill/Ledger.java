package org.trm.deploy.standalone.kill;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients were told, written down outside of the program. */
final class Ledger {
    private final Map<String, Entry> byKey = new ConcurrentHashMap<>();
    private final Map<String, String> responsible = new ConcurrentHashMap<>();
    private final AtomicInteger uncertain = new AtomicInteger();

    /**
     * An act that was acknowledged.
     *
     * @param sent when it was sent, for the last time if it was sent more than once; by the clock of {@code nanoTime}
     */
    record Entry(Act act, Answer answer, long sent, long answered) {}

    void acknowledged(Act act, Answer answer, long sent) {
        byKey.put(act.key(), new Entry(act, answer, sent, System.nanoTime()));
    }

    /** A client does not know what came of its act: no answer came, or one that asks for another try. */
    void uncertain() {
        uncertain.incrementAndGet();
    }

    /** By what its client was told this country is responsible for the case. */
    void responsible(String caseId, String country) {
        responsible.put(caseId, country);
    }

    int size() {
        return byKey.size();
    }

    int timesUncertain() {
        return uncertain.get();
    }

    Collection<Entry> entries() {
        return byKey.values();
    }

    /** The country of each case. */
    Map<String, String> responsible() {
        return responsible;
    }
}
