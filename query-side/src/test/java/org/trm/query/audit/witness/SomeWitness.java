package org.trm.query.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Hash;
import org.trm.events.proof.SampleLog;
import org.trm.events.proof.Unproven;

/** A witness with a known key, who does as C2SP tlog-witness says until it is told to do otherwise. */
final class SomeWitness implements AutoCloseable {
    /** What is answered to a request. */
    record Said(int status, String type, String body) {}

    private final HttpServer server;
    private final List<AddCheckpoint> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<AddCheckpoint, Said> answers = this::properly;
    private volatile Checkpoint seen;

    SomeWitness() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/add-checkpoint", this::handle);
        server.start();
    }

    KnownWitness known() {
        return new KnownWitness(url(), SampleLog.WITNESS);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    List<AddCheckpoint> asked() {
        return List.copyOf(asked);
    }

    void says(int status, String type, String body) {
        answers = request -> new Said(status, type, body);
    }

    void isProper() {
        answers = this::properly;
    }

    void saw(Checkpoint checkpoint) {
        seen = checkpoint;
    }

    Said properly(AddCheckpoint request) {
        Checkpoint shown = request.checkpoint();
        Checkpoint last = seen == null ? new Checkpoint(shown.origin(), 0, Hash.EMPTY_TREE) : seen;
        if (request.old() != last.size()
                || last.size() == shown.size() && !last.root().equals(shown.root())) {
            return new Said(409, AddCheckpoint.SIZE_TYPE, last.size() + "\n");
        }
        try {
            request.requireContinues(last);
        } catch (Unproven e) {
            return new Said(422, "text/plain", e.getMessage());
        }
        seen = shown;
        return new Said(200, "text/plain", SampleLog.COSIGNER.cosign(shown.text(), SampleLog.SEEN) + "\n");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            AddCheckpoint request =
                    AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
            asked.add(request);
            Said said = answers.apply(request);
            exchange.getResponseHeaders().set("Content-Type", said.type());
            exchange.getResponseHeaders().set("Location", url() + "add-checkpoint");
            byte[] body = said.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
