package org.trm.deploy.standalone.kill;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** All clients at work, each on a thread of its own. */
final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Ledger ledger;
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final AtomicBoolean insist = new AtomicBoolean(true);
    private final ExecutorService threads;
    private final List<Future<Void>> work;

    Load(List<Caseworker> clients, Ledger ledger) {
        this.ledger = ledger;
        threads = Executors.newFixedThreadPool(clients.size());
        work = clients.stream()
                .map(client -> threads.submit(() -> client.work(this)))
                .toList();
    }

    boolean goesOn() {
        return goOn.get();
    }

    /** Whether a client sends an act again that was not answered. */
    boolean insists() {
        return insist.get();
    }

    /** From now on each client goes home when it gets no answer. */
    void insistNoMore() {
        insist.set(false);
    }

    /** Waits until so many more acts were acknowledged than there are now. */
    void acknowledged(int more) {
        int goal = ledger.size() + more;
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> {
            for (Future<Void> client : work) {
                if (client.isDone()) {
                    client.get();
                }
            }
            return ledger.size() >= goal;
        });
    }

    /** Lets every client finish what it began. */
    void end() throws ExecutionException, InterruptedException {
        goOn.set(false);
        for (Future<Void> client : work) {
            client.get();
        }
    }

    /** Also when something went wrong nobody is at work afterwards. */
    @Override
    public void close() throws InterruptedException {
        goOn.set(false);
        threads.shutdown();
        threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
