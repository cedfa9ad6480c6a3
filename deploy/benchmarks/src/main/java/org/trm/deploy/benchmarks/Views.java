package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The views as their operator sees them. */
final class Views {
    private static final String PATH = "/api/admin/projections";
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * One view made anew.
     *
     * @param bulkSeconds until every stored event had been folded and every row written
     * @param seconds until it was read
     */
    record Made(String view, long events, double bulkSeconds, double seconds, CpuTime cpu) {
        double perSecond() {
            return events / bulkSeconds;
        }

        /** Of service and database, without the compiler. */
        double cpuMicros() {
            return (cpu.service() + cpu.database()) * 1_000 / events;
        }
    }

    private final Requests requests;
    private final Processors processors;

    Views(Requests requests, Processors processors) {
        this.requests = requests;
        this.processors = processors;
    }

    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode view : all()) {
            names.add(view.path("name").asString());
        }
        return names;
    }

    /** Returns when no view has anything left to take in, and the mechanism does nothing else. */
    void awaitRest() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (behind() > 0 || busy()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The views did not catch up: " + all());
            }
        }
    }

    private long behind() throws IOException {
        long most = 0;
        for (JsonNode view : all()) {
            most = Math.max(most, view.path("lagEvents").asLong());
        }
        return most;
    }

    /** The commands' own processors show in nothing but the work that they do. */
    private boolean busy() throws InterruptedException {
        CpuTime before = processors.used();
        TimeUnit.SECONDS.sleep(1);
        CpuTime used = processors.used().since(before);
        return used.service() + used.compiler() + used.database() > 200;
    }

    Made make(String view) throws IOException, InterruptedException {
        try (Client operator = requests.client("operator")) {
            CpuTime before = processors.used();
            long begun = System.nanoTime();
            String location = operator.post(PATH + "/" + view + "/replay", "").location();
            JsonNode progress = operator.get(location).json();
            while (!progress.path("state").asString().equals("CURRENT")) {
                if (progress.path("state").asString().equals("FAILED")) {
                    throw new IllegalStateException("The view was not made: " + progress);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                progress = operator.get(location).json();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            Instant from = Instant.parse(progress.path("begunAt").asString());
            Instant until = Instant.parse(progress.path("builtAt").asString());
            return new Made(
                    view,
                    progress.path("eventsDone").asLong(),
                    Duration.between(from, until).toMillis() / 1e3,
                    seconds,
                    processors.used().since(before));
        }
    }

    private JsonNode all() throws IOException {
        try (Client operator = requests.client("operator")) {
            return operator.get(PATH).json().path("items");
        }
    }
}
