package org.trm.deploy.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** The three things that the load does, each with one client's connection; no two clients touch one case. */
final class Requests {
    static final String HOLDER = "bg-focal-point";

    private final URI base;
    private final Tokens tokens;
    private final Queue<String> opened = new ConcurrentLinkedQueue<>();

    Requests(URI base) {
        this.base = base;
        this.tokens = new Tokens(base);
    }

    Client client(String login) {
        return new Client(base, tokens, login);
    }

    /** All cases opened so far. */
    List<String> opened() {
        return List.copyOf(opened);
    }

    ClosedLoop.Steps open() {
        return number -> new OfOneClient(client(HOLDER)) {
            @Override
            public void go() throws Exception {
                UUID caseId = Ids.next();
                client.post("/api/cases", Bodies.opening(caseId));
                opened.add(caseId.toString());
            }
        };
    }

    /** An act without a key. */
    ClosedLoop.Steps act(List<String> cases, int clients) {
        return number -> new OfOneClient(client(HOLDER)) {
            @Override
            public void go() throws Exception {
                client.post(needs(one(cases, number, clients)), Bodies.NEEDS);
            }
        };
    }

    /** An act with a fresh {@code Idempotency-Key}. */
    ClosedLoop.Steps actWithKey(List<String> cases, int clients) {
        return number -> new OfOneClient(client(HOLDER)) {
            @Override
            public void go() throws Exception {
                client.post(
                        needs(one(cases, number, clients)),
                        Bodies.NEEDS,
                        Ids.next().toString());
            }
        };
    }

    ClosedLoop.Steps read(List<String> cases, int clients) {
        return number -> new OfOneClient(client(HOLDER)) {
            @Override
            public void go() throws Exception {
                client.get("/api/cases/" + one(cases, number, clients));
            }
        };
    }

    static String needs(String caseId) {
        return "/api/cases/" + caseId + "/needs";
    }

    private static String one(List<String> cases, int client, int clients) {
        int share = cases.size() / clients;
        return cases.get(client + clients * ThreadLocalRandom.current().nextInt(share));
    }

    private abstract static class OfOneClient implements ClosedLoop.Step {
        final Client client;

        OfOneClient(Client client) {
            this.client = client;
        }

        @Override
        public void close() throws Exception {
            client.close();
        }
    }
}
