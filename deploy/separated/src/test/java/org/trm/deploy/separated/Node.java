package org.trm.deploy.separated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One node of one side: a process that is started again and again with the same environment. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final String name;
    private final Path jar;
    private final Path folder;
    /** Looked at when something was lost. */
    private final Path log;

    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /** @param folder of its own, from which it is started */
    Node(String name, Path jar, Path folder, Map<String, String> environment) throws IOException {
        this.name = name;
        this.jar = jar;
        this.folder = Files.createDirectories(folder);
        this.environment = environment;
        log = Path.of("target", name + ".log").toAbsolutePath();
        Files.deleteIfExists(log);
    }

    int port() {
        return Integer.parseInt(environment.get("SERVER_PORT"));
    }

    /** Returns at once. */
    Node start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        House.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.start();
        return this;
    }

    Node awaitReady() {
        await(name + " is ready, or " + log + " says why not")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> !process.isAlive() || readiness().equals("UP"));
        assertThat(process.isAlive())
                .as("%s runs, or %s says why not", name, log)
                .isTrue();
        return this;
    }

    /** What it says of whether requests may be sent to it; empty when it does not say. */
    String readiness() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            String said = http.send(request, BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(said).path("status").asString("");
        } catch (IOException e) {
            return "";
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** As when its machine dies. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As when its machine is suspended: it knows nothing of it, before or after. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Asks it to stop, and returns at once. */
    void askToStop() {
        process.destroy();
    }

    /** Its code, once it has ended. */
    int ended() throws InterruptedException {
        return process.waitFor();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
