package org.trm.deploy.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** How long after an act was answered a reader who asks for its version sees it; the reading is part of it. */
final class Sight {
    private final ClosedLoop loop;
    private final Requests requests;

    Sight(ClosedLoop loop, Requests requests) {
        this.loop = loop;
        this.requests = requests;
    }

    Histogram of(List<String> cases, int clients, Duration window) throws Exception {
        Histogram nanos = new SynchronizedHistogram(3);
        int share = cases.size() / clients;
        loop.run(clients, window, number -> new ClosedLoop.Step() {
            private final Client client = requests.client(Requests.HOLDER);

            @Override
            public void go() throws Exception {
                String caseId =
                        cases.get(number + clients * ThreadLocalRandom.current().nextInt(share));
                long version = client.post(Requests.needs(caseId), Bodies.NEEDS)
                        .json()
                        .path("version")
                        .asLong();
                long answered = System.nanoTime();
                client.get("/api/cases/" + caseId + "?atLeastVersion=" + version);
                nanos.recordValue(System.nanoTime() - answered);
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        });
        return nanos;
    }
}
