package org.trm.probe;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A program in a process of its own, and whom it calls outside this machine. Java is told to call through us (its
 * proxies are we). Where the tool strace is, every connection that the process or a child of it asks the operating
 * system for is heard too, name look-ups included.
 */
public final class Overheard implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"(?!127\\.|::1\"|::ffff:127\\.|::\"|0\\.0\\.0\\.0)");
    private static final List<String> STRACE = List.of(
            "strace", "-f", "--seccomp-bpf", "-qq", "-e", "signal=none", "-e", "trace=connect,sendto,sendmsg,sendmmsg");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ServerSocket ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Collection<String> heard = new ConcurrentLinkedQueue<>();
    private final Path log;
    private final Path trace;
    private final Process process;

    private Overheard(Path folder, Class<?> program, Map<String, String> environment, List<String> arguments)
            throws IOException {
        log = folder.resolve(program.getSimpleName() + ".log");
        trace = folder.resolve(program.getSimpleName() + ".trace");
        Thread listener = new Thread(this::listen, "ear");
        listener.setDaemon(true);
        listener.start();
        List<String> command = new ArrayList<>();
        if (tracing()) {
            command.addAll(STRACE);
            command.addAll(List.of("-o", trace.toString()));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        for (String proxy : List.of("http.proxy", "https.proxy", "socksProxy")) {
            command.add("-D" + proxy + "Host=127.0.0.1");
            command.add("-D" + proxy + "Port=" + ear.getLocalPort());
        }
        command.addAll(List.of("-cp", classPath(program), program.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** @param folder where its output goes */
    public static Overheard start(Path folder, Class<?> program, Map<String, String> environment, String... arguments) {
        try {
            return new Overheard(folder, program, environment, List.of(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ours, without the tests: a program must not find what is no part of it. */
    private static String classPath(Class<?> program) {
        String own = program.getProtectionDomain().getCodeSource().getLocation().getPath();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") || own.equals(entry + "/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether the operating system is asked too, besides Java. */
    public static boolean tracing() {
        try {
            List<String> command = new ArrayList<>(STRACE);
            command.addAll(List.of("-o", "/dev/null", "true"));
            Process attempt = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return attempt.waitFor(10, TimeUnit.SECONDS) && attempt.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void listen() {
        while (!ear.isClosed()) {
            try (Socket call = ear.accept()) {
                byte[] words = call.getInputStream().readNBytes(3);
                heard.add("a call through a proxy, beginning with " + new String(words).strip());
            } catch (IOException e) {
                // Nobody listens any more, or the caller had nothing to say.
            }
        }
    }

    /**
     * The port on which its web server answers, once it does.
     *
     * @throws IllegalStateException saying its last words, when it has ended or does not answer for minutes
     */
    public int awaitPort() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Matcher started = PORT.matcher("");
        while (!started.reset(log()).find()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException(log());
            }
        }
        return Integer.parseInt(started.group(1));
    }

    /** What it has said so far. */
    public String log() {
        return read(log);
    }

    /** Whom it has called so far. */
    public List<String> called() {
        List<String> calls = read(trace)
                .lines()
                .filter(line -> ADDRESS.matcher(line).find())
                .collect(Collectors.toCollection(ArrayList::new));
        calls.addAll(heard);
        return calls;
    }

    /** Waits until it has ended by itself. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() throws Exception {
        ProcessHandle program =
                process.children().findFirst().filter(child -> tracing()).orElse(process.toHandle());
        program.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        ear.close();
    }
}
