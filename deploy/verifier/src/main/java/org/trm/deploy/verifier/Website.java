package org.trm.deploy.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A log that is served over HTTP. Nobody is asked but the host that was named. */
final class Website implements Served {
    private static final int ATTEMPTS = 3;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI log;
    private final String token;
    private final Duration pause;
    private final Duration patience;

    private record Reply(int status, byte[] body) {}

    /**
     * @param token null for none
     * @param pause before it is tried for the second time, where it may help; twice as long before the third
     * @param patience how long one answer may take, to its last byte
     */
    Website(URI log, String token, Duration pause, Duration patience) {
        if (log.getHost() == null || log.getQuery() != null || log.getFragment() != null) {
            throw new Misuse("--log: " + log + " is no address of a log, such as https://trm.example/api/log.");
        }
        if (token != null && log.getScheme().equals("http") && !THIS_MACHINE.contains(log.getHost())) {
            throw new Misuse("--token-file: a token is sent by https:// only, except within this machine.");
        }
        this.log = log;
        this.token = token;
        this.pause = pause;
        this.patience = patience;
    }

    @Override
    public Optional<byte[]> read(String path, int longest) {
        Reply reply = reply(request(path), longest, 1);
        return switch (reply.status()) {
            case 200 -> Optional.of(reply.body());
            case 404 -> Optional.empty();
            case 401, 403 ->
                throw new Unreachable("the log shows " + path + " only to whom it may: give --token-file, with"
                        + " a token of an auditor that is still valid (HTTP " + reply.status() + ").");
            default ->
                throw new Unreachable("asked for " + path + ", the log answers with HTTP " + reply.status()
                        + " (another address is not followed).");
        };
    }

    private HttpRequest request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(log.toString().replaceAll("/+$", "") + "/" + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private Reply reply(HttpRequest request, int longest, int attempt) {
        try {
            Reply reply = once(request, longest);
            if (attempt == ATTEMPTS || reply.status() < 500 && reply.status() != 429) {
                return reply;
            }
        } catch (IOException e) {
            if (attempt == ATTEMPTS) {
                throw new Unreachable("nobody answers at " + request.uri() + ": " + reason(e));
            }
        }
        sleep(pause.multipliedBy(attempt));
        return reply(request, longest, attempt + 1);
    }

    // A timeout of the request ends with the head of the answer; whoever then says nothing must not hold us up for
    // ever.
    private Reply once(HttpRequest request, int longest) throws IOException {
        try {
            return client.sendAsync(request, BodyHandlers.ofInputStream())
                    .thenApplyAsync(response -> new Reply(response.statusCode(), body(response, longest)))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(reason(e.getCause() == null ? e : e.getCause()), e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static byte[] body(HttpResponse<InputStream> response, int longest) {
        try (InputStream body = response.body()) {
            return body.readNBytes(longest + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A refused connection has no message. */
    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Unreachable interrupted() {
        Thread.currentThread().interrupt();
        return new Unreachable("interrupted.");
    }
}
