package org.trm.query.audit.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.trm.events.proof.AddCheckpoint;

/** Asks one witness over HTTP, and nobody else that it may name. */
final class WitnessClient {
    private static final int LONGEST = 1 << 14;

    private final HttpClient http;
    private final URI address;
    private final Duration patience;

    /** @param patience how long one answer may take, to its last byte */
    WitnessClient(URI witness, Duration patience) {
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
        this.address = URI.create(witness.toString().replaceAll("/+$", "") + "/add-checkpoint");
        this.patience = patience;
    }

    /** @param type empty when it says none */
    record Reply(int status, String type, byte[] body) {}

    /** @throws Silence when nothing is answered */
    Reply ask(AddCheckpoint request) {
        HttpRequest sent = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofByteArray(request.bytes()))
                .build();
        try {
            // A timeout of the request ends with the head of the answer.
            return http.sendAsync(sent, BodyHandlers.ofInputStream())
                    .thenApplyAsync(WitnessClient::reply)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Silence("It cannot be reached: " + e.getCause());
        } catch (TimeoutException e) {
            throw new Silence("It did not answer within " + patience + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silence("It was not waited for.");
        }
    }

    private static Reply reply(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    body.readNBytes(LONGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
