package org.trm.deploy.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** So many clients, each of whom does the next thing when the last is done, for a while. */
final class ClosedLoop {
    /** What one client does over and over; it is closed at the end. */
    interface Step extends AutoCloseable {
        void go() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** Makes the step of one client. */
    interface Steps {
        Step of(int client) throws Exception;
    }

    private static final int DIGITS = 3;

    private final Processors processors;

    ClosedLoop(Processors processors) {
        this.processors = processors;
    }

    Window run(int clients, Duration window, Steps steps) throws Exception {
        List<Step> all = new ArrayList<>();
        try {
            for (int client = 0; client < clients; client++) {
                all.add(steps.of(client));
            }
            return run(all, window);
        } finally {
            for (Step step : all) {
                step.close();
            }
        }
    }

    private Window run(List<Step> steps, Duration window) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        CyclicBarrier together = new CyclicBarrier(steps.size() + 1);
        try {
            List<Future<Histogram>> running = new ArrayList<>();
            for (Step step : steps) {
                running.add(threads.submit(client(step, together, window)));
            }
            CpuTime before = processors.used();
            together.await();
            long begun = System.nanoTime();
            Histogram all = new Histogram(DIGITS);
            for (Future<Histogram> client : running) {
                all.add(client.get());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Window(steps.size(), all, seconds, processors.used().since(before));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The load ended early: " + e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Histogram> client(Step step, CyclicBarrier together, Duration window) {
        return () -> {
            Histogram nanos = new Histogram(DIGITS);
            together.await();
            long end = System.nanoTime() + window.toNanos();
            for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                step.go();
                nanos.recordValue(System.nanoTime() - begun);
            }
            return nanos;
        };
    }
}
