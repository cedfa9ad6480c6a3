package org.trm.deploy.separated;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Caseworkers at work, each on a thread of her own. */
final class Load implements AutoCloseable {
    private static final int CASEWORKERS = 4;
    private static final int RIVALS = 3 * CASEWORKERS;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Client client;
    private final ExecutorService threads = Executors.newFixedThreadPool(CASEWORKERS);
    private final ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
    private final List<Future<Void>> work;
    private volatile boolean goesOn = true;

    /** @param shared a case on which everybody acts */
    Load(Client client, String shared, long seed) {
        this.client = client;
        work = IntStream.range(0, CASEWORKERS)
                .mapToObj(number -> new Caseworker(client, shared, seed + number, () -> goesOn, rivals))
                .map(threads::submit)
                .toList();
    }

    /** Waits until so many acts were acknowledged that were sent after now. */
    void acknowledges(int acts) {
        long now = System.nanoTime();
        await(acts + " acts").atMost(PATIENCE).pollInterval(LOOK).until(() -> {
            for (Future<Void> one : work) {
                if (one.isDone()) {
                    one.get();
                }
            }
            return client.api().exchanges().stream()
                            .filter(exchange -> exchange.sent() > now && exchange.acknowledges())
                            .count()
                    >= acts;
        });
    }

    /** Lets everybody finish what she began. */
    void end() throws ExecutionException, InterruptedException {
        goesOn = false;
        for (Future<Void> one : work) {
            one.get();
        }
    }

    /** Also when something went wrong nobody is at work afterwards. */
    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        threads.shutdown();
        threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        rivals.shutdown();
    }
}
