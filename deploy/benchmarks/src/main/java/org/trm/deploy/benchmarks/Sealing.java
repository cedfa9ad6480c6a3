package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** What it costs that personal data is sealed: of acts and readings on the same cases, one client, in turn. */
final class Sealing {
    private static final int CASES = 100;
    private static final int DOCUMENTS = 10;
    private static final String READING = "/person?purpose=ASSISTANCE";

    private final Requests requests;
    private final ClosedLoop loop;
    private final Duration window;

    Sealing(Requests requests, ClosedLoop loop, Duration window) {
        this.requests = requests;
        this.loop = loop;
        this.window = window;
    }

    /**
     * Medians.
     *
     * @param first an act that makes a key
     * @param sealed an act whose key is there
     * @param compared an act whose key is there, and by which the person is looked for among others
     * @param plain an act that seals nothing
     * @param opened a reading of so many sealed {@code values}
     * @param empty the same reading of a person of whom nothing is recorded
     */
    record Cost(
            Histogram first,
            Histogram sealed,
            Histogram compared,
            Histogram plain,
            Histogram opened,
            Histogram empty,
            int values) {}

    Cost measure(List<String> opened) throws Exception {
        List<String> known = opened.subList(0, CASES);
        List<String> unknown = opened.subList(CASES, 2 * CASES);
        Histogram first = recorded(known, Bodies.TRAVEL_PLAN);
        everybodyRecords(known);
        warm(known, unknown);
        Histogram sealed = acts(known, "/person", Bodies.TRAVEL_PLAN);
        Histogram compared = recorded(known, Bodies.IDENTITY);
        Histogram plain = acts(known, "/needs", Bodies.NEEDS);
        Histogram shown = readings(known);
        Histogram empty = readings(unknown);
        return new Cost(first, sealed, compared, plain, shown, empty, values(known.get(0)));
    }

    /** Of each case once: the first value of a scope makes its key, and how often one may be compared is limited. */
    private Histogram recorded(List<String> cases, String body) throws IOException {
        Histogram nanos = new Histogram(3);
        try (Client holder = requests.client(Requests.HOLDER)) {
            for (String caseId : cases) {
                long begun = System.nanoTime();
                holder.post(person(caseId), body);
                nanos.recordValue(System.nanoTime() - begun);
            }
        }
        return nanos;
    }

    private void everybodyRecords(List<String> cases) throws IOException {
        for (Map.Entry<String, String> recorder : Bodies.PERSON.entrySet()) {
            try (Client client = requests.client(recorder.getKey())) {
                for (String caseId : cases) {
                    client.post(person(caseId), recorder.getValue());
                }
            }
        }
        try (Client holder = requests.client(Requests.HOLDER)) {
            for (String caseId : cases) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    holder.post(person(caseId) + "/documents", Bodies.DOCUMENT);
                }
            }
        }
    }

    private void warm(List<String> known, List<String> unknown) throws Exception {
        acts(known, "/person", Bodies.TRAVEL_PLAN);
        readings(known);
        readings(unknown);
    }

    private Histogram acts(List<String> cases, String path, String body) throws Exception {
        return loop.run(
                        1,
                        window,
                        number -> step(cases, (client, caseId) -> client.post("/api/cases/" + caseId + path, body)))
                .nanos();
    }

    private Histogram readings(List<String> cases) throws Exception {
        return loop.run(
                        1,
                        window,
                        number -> step(cases, (client, caseId) -> client.get("/api/cases/" + caseId + READING)))
                .nanos();
    }

    private interface Done {
        void on(Client client, String caseId) throws IOException;
    }

    private ClosedLoop.Step step(List<String> cases, Done done) {
        Client client = requests.client(Requests.HOLDER);
        List<String> left = new ArrayList<>();
        return new ClosedLoop.Step() {
            @Override
            public void go() throws Exception {
                if (left.isEmpty()) {
                    left.addAll(cases);
                }
                done.on(client, left.remove(left.size() - 1));
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }

    private int values(String caseId) throws IOException {
        try (Client holder = requests.client(Requests.HOLDER)) {
            JsonNode person = holder.get("/api/cases/" + caseId + READING).json();
            Stream<JsonNode> fields = person.path("fields").valueStream();
            Stream<JsonNode> documents =
                    person.path("documents").valueStream().map(document -> document.path("described"));
            return (int) Stream.concat(fields, documents)
                    .filter(field -> field.path("state").asString().equals("KNOWN"))
                    .count();
        }
    }

    private static String person(String caseId) {
        return "/api/cases/" + caseId + "/person";
    }
}
