package org.trm.deploy.separated;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** nginx with the files of this module, in which only the ports and the folder of its logs are other ones. */
final class Proxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Its own folders, and what Debian's nginx.conf sets around the files of this module. */
    private static final String AROUND = """
            %s
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            error_log errors.log crit;
            events { worker_connections 512; }
            http {
                client_body_temp_path temporary-body;
                proxy_temp_path temporary-proxy;
                fastcgi_temp_path temporary-fastcgi;
                uwsgi_temp_path temporary-uwsgi;
                scgi_temp_path temporary-scgi;
                include trm.conf;
            }
            """;

    private final Path folder;
    private final int port = House.freePort();
    private final String nodes;
    private final Process process;

    private Proxy(Path program, Path folder, List<Node> command, List<Node> query) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("trm"));
        nodes = House.file("nginx/trm/nodes.conf")
                .replace(":8081", ":" + command.get(0).port())
                .replace(":8083", ":" + command.get(1).port())
                .replace(":8082", ":" + query.get(0).port())
                .replace(":8084", ":" + query.get(1).port());
        boolean root = "root".equals(System.getProperty("user.name"));
        Files.writeString(folder.resolve("nginx.conf"), AROUND.formatted(root ? "user root;" : ""));
        Files.writeString(folder.resolve("trm.conf"), House.file("nginx/trm.conf"));
        Files.writeString(folder.resolve("trm/nodes.conf"), nodes);
        Files.writeString(
                folder.resolve("trm/site.conf"),
                House.file("nginx/trm/site.conf")
                        .replace(":8080", ":" + port)
                        .replace("/var/log/nginx", folder.toString())
                        .concat("error_log " + warningsFile() + " warn;\n"));
        process = new ProcessBuilder(program.toString(), "-p", folder + "/", "-c", "nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("said.log").toFile()))
                .start();
    }

    /** Empty where there is no nginx. */
    static Optional<Path> program() {
        return Stream.concat(
                        Stream.of("/usr/sbin"),
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)))
                .map(place -> Path.of(place, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Proxy before(List<Node> command, List<Node> query, Path folder) throws IOException {
        Proxy proxy = new Proxy(program().orElseThrow(), folder, command, query);
        await("nginx, or " + folder.resolve("said.log") + " says why not")
                .atMost(PATIENCE)
                .until(() -> !proxy.workers().isEmpty());
        return proxy;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Takes a node out, as the comment in the file of the nodes says. */
    void takeOut(Node node) throws IOException, InterruptedException {
        String server = "server 127.0.0.1:" + node.port();
        reload(nodes.replaceAll(server + "[^;]*", "$0 down"));
    }

    void takeAllIn() throws IOException, InterruptedException {
        reload(nodes);
    }

    private void reload(String changed) throws IOException, InterruptedException {
        Set<Long> before = workers();
        Files.writeString(folder.resolve("trm/nodes.conf"), changed);
        new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                .start()
                .waitFor();
        await().atMost(PATIENCE).until(() -> !before.containsAll(workers()));
    }

    private Set<Long> workers() {
        return process.children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** What it has written down, of requests and of what went wrong, as an operator lets it. */
    String log() throws IOException {
        return Files.readString(folder.resolve("trm.log"));
    }

    String errors() throws IOException {
        return Files.readString(folder.resolve("trm-errors.log"));
    }

    /** What it would say besides. */
    String warnings() throws IOException {
        return Files.readString(warningsFile());
    }

    private Path warningsFile() {
        return folder.resolve("warnings.log");
    }

    void end() {
        process.destroy();
    }

    @Override
    public void close() throws InterruptedException {
        end();
        process.waitFor();
    }
}
