package org.trm.deploy.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command that somebody has typed, from a folder of her own; what it says is written to a file. */
final class Run implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern ADDRESS = Pattern.compile("API +(http://\\S+:(\\d+))/api");

    private final Process process;
    private final Path says;

    private Run(Process process, Path says) {
        this.process = process;
        this.says = says;
    }

    /** Types {@code deploy/trm} and the rest. */
    static Run trm(Path room, String... arguments) {
        return script(House.SCRIPT, room, System.getenv("PATH"), arguments);
    }

    static Run script(Path script, Path room, String path, String... arguments) {
        return of(room, path, script.toString(), arguments);
    }

    static Run play(Path room, String address) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return of(room, System.getenv("PATH"), java, "-jar", House.jar("play").toString(), address);
    }

    private static Run of(Path room, String path, String program, String... arguments) {
        try {
            Path says = Files.createTempFile(room, "says", ".txt");
            List<String> command = new ArrayList<>(interruptible());
            command.add(program);
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(room.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(says.toFile());
            builder.environment().put("PATH", path);
            builder.environment().put("TMPDIR", room.toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            return new Run(builder.start(), says);
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

    /** Waits until it has said this. */
    Run says(String text) {
        await().atMost(PATIENCE).until(() -> said().contains(text) || !process.isAlive());
        assertThat(said()).contains(text);
        return this;
    }

    String said() {
        try {
            return Files.readString(says);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return found().group(1);
    }

    String port() {
        return found().group(2);
    }

    private Matcher found() {
        Matcher address = ADDRESS.matcher(said());
        assertThat(address.find()).as(this::said).isTrue();
        return address;
    }

    /** Presses Ctrl-C, or sends what else a signal is called. */
    void signal(String name) throws IOException, InterruptedException {
        signal(name, process.toHandle());
    }

    /** Kills the Java program that the script started and watches. */
    void killItsMechanism() throws IOException, InterruptedException {
        String jar = House.jar("standalone").toString();
        signal(
                "KILL",
                process.descendants()
                        .filter(child -> child.info().commandLine().orElse("").contains(jar))
                        .findFirst()
                        .orElseThrow());
    }

    private static void signal(String name, ProcessHandle to) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + name, String.valueOf(to.pid()))
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

    /** Asked first, because the script ends what it started. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
