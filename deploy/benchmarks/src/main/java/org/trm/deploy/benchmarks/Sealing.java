package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.time.Duration;
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
    private final Duration window;

    Sealing(Requests requests, Duration window) {
        this.requests = requests;
        this.window = window;
    }

    /**
     * Of each how long it took, once it had been done some hundred times.
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
        recorded(opened.subList(2 * CASES, 4 * CASES), Bodies.TRAVEL_PLAN);
        Histogram first = recorded(known, Bodies.TRAVEL_PLAN);
        everybodyRecords(known);
        inTurn(known, unknown);
        InTurn measured = inTurn(known, unknown);
        Histogram compared = recorded(known, Bodies.IDENTITY);
        return new Cost(
                first,
                measured.sealed(),
                compared,
                measured.plain(),
                measured.opened(),
                measured.empty(),
                values(known.get(0)));
    }

    /** Of each case once: the first value of a scope makes its key, and how often one may be compared is limited. */
    private Histogram recorded(List<String> cases, String body) throws IOException {
        Histogram nanos = new Histogram(3);
        try (Client holder = requests.client(Requests.HOLDER)) {
            for (String caseId : cases) {
                timed(nanos, () -> holder.post(person(caseId), body));
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

    private record InTurn(Histogram sealed, Histogram plain, Histogram opened, Histogram empty) {}

    /** One after the other, over and over: what becomes faster or slower meanwhile does so for all of them. */
    private InTurn inTurn(List<String> known, List<String> unknown) throws Exception {
        InTurn nanos = new InTurn(new Histogram(3), new Histogram(3), new Histogram(3), new Histogram(3));
        try (Client client = requests.client(Requests.HOLDER)) {
            long end = System.nanoTime() + window.toNanos();
            for (int turn = 0; System.nanoTime() < end; turn++) {
                String one = "/api/cases/" + known.get(turn % CASES);
                String other = "/api/cases/" + unknown.get(turn % CASES);
                inEitherOrder(
                        turn,
                        () -> timed(nanos.sealed(), () -> client.post(one + "/person", Bodies.TRAVEL_PLAN)),
                        () -> timed(nanos.plain(), () -> client.post(one + "/needs", Bodies.NEEDS)));
                inEitherOrder(
                        turn,
                        () -> timed(nanos.opened(), () -> client.get(one + READING)),
                        () -> timed(nanos.empty(), () -> client.get(other + READING)));
            }
        }
        return nanos;
    }

    /** Whatever is asked first finds the machine busy with what came of the request before. */
    private static void inEitherOrder(int turn, Request one, Request other) throws IOException {
        boolean first = turn % 2 == 0;
        (first ? one : other).go();
        (first ? other : one).go();
    }

    private interface Request {
        void go() throws IOException;
    }

    private static void timed(Histogram nanos, Request request) throws IOException {
        long begun = System.nanoTime();
        request.go();
        nanos.recordValue(System.nanoTime() - begun);
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
