package org.trm.deploy.standalone.kill;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.deploy.standalone.StandaloneApplication;

/** The standalone form as an operator runs it: a process of its own, always on the same data folder and port. */
final class Program implements AutoCloseable {
    private final Path folder;
    private final Path log;
    private final int port;
    private Process jvm;

    Program(Path folder, Path log) throws IOException {
        this.folder = folder;
        this.log = log;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // When the tests themselves are broken off, nothing of them stays behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> jvm.destroyForcibly()));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path folder() {
        return folder;
    }

    /** Returns at once; when it answers, its clients notice. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                StandaloneApplication.class.getName(),
                "start",
                "--demo-logins"));
        command.addAll(List.of("--port", String.valueOf(port), "--data", folder.toString()));
        jvm = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    void startUnlessRunning() throws IOException {
        if (!jvm.isAlive()) {
            start();
        }
    }

    /** After a kill. */
    void startAgain() throws IOException, InterruptedException {
        jvm.waitFor();
        start();
    }

    ProcessHandle jvm() {
        return jvm.toHandle();
    }

    /** The processes of the program that keep the database server; the server itself is none of its children. */
    List<ProcessHandle> keepers() {
        return jvm.descendants().toList();
    }

    /** The first process of the database server. */
    ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(postmasterFile().get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    int databasePort() throws IOException {
        return Integer.parseInt(postmasterFile().get(3).strip());
    }

    /** Asks it to stop, as Ctrl-C does. */
    int stop() throws InterruptedException {
        jvm.destroy();
        return jvm.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    private List<String> postmasterFile() throws IOException {
        return Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
    }

    /** That of the tests without the tests of this module, whose settings the program would find. */
    private static String classPath() {
        String tests = Path.of(Program.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toString().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
