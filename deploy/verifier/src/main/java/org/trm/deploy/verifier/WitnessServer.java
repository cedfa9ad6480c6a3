package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lets a witness be asked over HTTP. */
final class WitnessServer implements AutoCloseable {
    private static final int LONGEST = 1 << 16;
    private static final int THREADS = 8;
    private static final String SECONDS_FOR_A_REQUEST = "10";

    private final WitnessFolder folder;
    private final Witness witness;
    private final PrintStream err;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** @throws Misuse when it cannot serve so */
    WitnessServer(WitnessOptions options, Clock clock, PrintStream err) {
        // Whoever sends a byte an hour would otherwise hold a thread for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", SECONDS_FOR_A_REQUEST);
        this.err = err;
        this.folder = new WitnessFolder(options.folder(), options.name());
        try {
            this.witness = new Witness(options, folder, clock, err);
            this.server = HttpServer.create(options.listen(), 0);
        } catch (IOException e) {
            folder.close();
            throw new Misuse("--listen: cannot listen at " + options.listen() + ": " + e.getMessage());
        } catch (Misuse e) {
            folder.close();
            throw e;
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Until it is interrupted. */
    static void serve(WitnessOptions options, PrintStream out, PrintStream err) {
        try (WitnessServer server = new WitnessServer(options, Clock.systemUTC(), err)) {
            out.println(server.folder.signer().key());
            err.println("It is asked at " + server.server.getAddress() + ", by POST of /add-checkpoint.");
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (RuntimeException e) {
            err.println("Not answered, because of a defect of this program:");
            e.printStackTrace(err);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            return Answer.text(404, "A witness is asked at /add-checkpoint.\n");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return Answer.text(405, "A checkpoint is shown to a witness by POST.\n");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        return body.length > LONGEST
                ? Answer.text(413, "A request has at most " + LONGEST + " bytes.\n")
                : witness.add(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        folder.close();
    }
}
