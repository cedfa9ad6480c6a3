package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trm.deploy.standalone.StandaloneApplication;

/** The program in a process of its own, as an operator starts it; what it says is written to a file. */
final class Started implements Running, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("API +(http://\\S+)/api");

    private final Process process;
    private final Path says;

    private Started(Process process, Path says) {
        this.process = process;
        this.says = says;
    }

    /** @param folder for what it says */
    static Started with(Path folder, String... arguments) {
        try {
            Path says = Files.createTempFile(folder, "says", ".txt");
            List<String> command = new ArrayList<>(interruptible());
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StandaloneApplication.class.getName()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(says.toFile())
                    .start();
            return new Started(process, says);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A build in the background ignores Ctrl-C, and its children would too. */
    private static List<String> interruptible() throws IOException {
        List<String> heeding = List.of("env", "--default-signal=INT");
        try {
            List<String> trial = new ArrayList<>(heeding);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0 ? heeding : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it answers. */
    Started ready() {
        await().atMost(PATIENCE).until(() -> address().find() || !process.isAlive());
        assertThat(process.isAlive()).as(this::said).isTrue();
        return this;
    }

    @Override
    public URI url() {
        Matcher address = address();
        assertThat(address.find()).as(this::said).isTrue();
        return URI.create(address.group(1));
    }

    private Matcher address() {
        return ADDRESS.matcher(said());
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    String said() {
        try {
            return Files.readString(says);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses Ctrl-C, or sends what else a signal is called. */
    void signal(String name) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
    }

    /** Waits for its end and gives its code. */
    int ended() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(this::said)
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
