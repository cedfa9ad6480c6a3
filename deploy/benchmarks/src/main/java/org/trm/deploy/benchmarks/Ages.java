package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** What an act on a long case costs beside one on a short case. */
final class Ages {
    private static final int HANDS = 8;
    private static final int EVENTS_OF_A_LONG_CASE = 490;
    private static final int ACTS_ON_A_LONG_CASE = 20;

    /** So that the acts measured on a short case make its 8th to 12th event. */
    private static final int EVENTS_OF_A_SHORT_CASE = 7;

    private static final int ACTS_ON_A_SHORT_CASE = 5;
    private static final int LOOKS_BACK = 5;

    /** Acts about the 10th and about the 500th event of cases, by turns, one client. */
    record Compared(Histogram tenth, Histogram fiveHundredth) {
        double ratio() {
            return fiveHundredth.getValueAtPercentile(50) / (double) tenth.getValueAtPercentile(50);
        }
    }

    private final Requests requests;

    Ages(Requests requests) {
        this.requests = requests;
    }

    /** Cases that are nearly 500 events long. */
    List<String> longCases(int count) throws Exception {
        return grown(count, EVENTS_OF_A_LONG_CASE);
    }

    Compared compare(List<String> longCases) throws Exception {
        int acts = longCases.size() * ACTS_ON_A_LONG_CASE;
        List<String> shortCases = grown(acts / ACTS_ON_A_SHORT_CASE, EVENTS_OF_A_SHORT_CASE);
        Histogram tenth = new Histogram(3);
        Histogram fiveHundredth = new Histogram(3);
        try (Client client = requests.client(Requests.HOLDER)) {
            for (int i = 0; i < acts; i++) {
                act(client, shortCases.get(i % shortCases.size()), tenth);
                act(client, longCases.get(i % longCases.size()), fiveHundredth);
            }
        }
        return new Compared(tenth, fiveHundredth);
    }

    /** One act on each of these cases. */
    Histogram first(List<String> cases) throws IOException {
        Histogram nanos = new Histogram(3);
        try (Client client = requests.client(Requests.HOLDER)) {
            for (String caseId : cases) {
                act(client, caseId, nanos);
            }
        }
        return nanos;
    }

    /** These cases as of their last versions but a few, and then some more. */
    Histogram asOf(List<String> longCases) throws IOException {
        Histogram nanos = new Histogram(3);
        try (Client client = requests.client(Requests.HOLDER)) {
            for (int back = 1; back <= LOOKS_BACK; back++) {
                for (String caseId : longCases) {
                    long begun = System.nanoTime();
                    client.get("/api/cases/" + caseId + "?asOf=" + (EVENTS_OF_A_LONG_CASE - back));
                    nanos.recordValue(System.nanoTime() - begun);
                }
            }
        }
        return nanos;
    }

    private static void act(Client client, String caseId, Histogram nanos) throws IOException {
        long begun = System.nanoTime();
        client.post(Requests.needs(caseId), Bodies.NEEDS);
        nanos.recordValue(System.nanoTime() - begun);
    }

    private List<String> grown(int count, int events) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<List<String>>> shares = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                int share = count / HANDS + (hand < count % HANDS ? 1 : 0);
                shares.add(hands.submit(share(share, events)));
            }
            List<String> cases = new ArrayList<>();
            for (Future<List<String>> share : shares) {
                cases.addAll(share.get());
            }
            return cases;
        } finally {
            hands.shutdownNow();
        }
    }

    private Callable<List<String>> share(int count, int events) {
        return () -> {
            List<String> cases = new ArrayList<>();
            try (Client client = requests.client(Requests.HOLDER)) {
                for (int i = 0; i < count; i++) {
                    UUID caseId = Ids.next();
                    client.post("/api/cases", Bodies.opening(caseId));
                    for (int event = 1; event < events; event++) {
                        client.post(Requests.needs(caseId.toString()), Bodies.NEEDS);
                    }
                    cases.add(caseId.toString());
                }
            }
            return cases;
        };
    }
}
