package org.trm.deploy.separated;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two nodes of each side behind a proxy, with one database, one store of keys and one issuer. */
final class Region implements AutoCloseable {
    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final Path folder;
    private final Duration offset;
    private final Issuer issuer;
    private final Postgres postgres;
    private final List<Node> command;
    private final List<Node> query;
    private final Proxy proxy;

    private Region(Path folder) throws IOException, JOSEException, SQLException {
        this.folder = folder;
        // No day ends while we try: it is about noon in Bulgaria, whatever it is here.
        ZonedDateTime now = ZonedDateTime.now(SOFIA);
        offset = Duration.ofSeconds(
                Duration.between(now, now.with(LocalTime.NOON)).toSeconds());
        issuer = new Issuer();
        postgres = Postgres.begun(folder.resolve("database"));
        command = List.of(node("command-side", 1), node("command-side", 2));
        query = List.of(node("query-side", 1), node("query-side", 2));
        proxy = Proxy.before(command, query, folder.resolve("proxy"));
        // When the tests themselves are broken off, nothing of them stays behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            nodes().forEach(Node::close);
            proxy.end();
        }));
    }

    /** Both nodes of a side start at once, on a database that is empty for those of the first. */
    static Region begun(Path folder) throws Exception {
        Region region = new Region(folder);
        try {
            for (List<Node> side : List.of(region.command, region.query)) {
                for (Node node : side) {
                    node.start();
                }
                side.forEach(Node::awaitReady);
            }
            return region;
        } catch (Throwable e) {
            region.close();
            throw e;
        }
    }

    private Node node(String side, int number) throws IOException {
        String name = side + "-" + number;
        Path own = Files.createDirectories(folder.resolve(name));
        Path secrets = Files.createDirectories(own.resolve("secrets"));
        Files.writeString(secrets.resolve("spring.datasource.password"), Postgres.PASSWORD);
        Files.writeString(secrets.resolve("spring.flyway.password"), Postgres.PASSWORD);
        Map<String, String> environment = new HashMap<>(settings(side + ".env"));
        environment.put("SERVER_PORT", String.valueOf(House.freePort()));
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer.uri());
        environment.put("SPRING_DATASOURCE_URL", postgres.url());
        environment.put("SPRING_CONFIG_IMPORT", "configtree:" + secrets + "/");
        environment.put("TRM_KEYS", folder.resolve("keys").toString());
        environment.put("TRM_ERASED", folder.resolve("erased").toString());
        environment.computeIfPresent(
                "TRM_LOG_COPIES", (setting, value) -> own.resolve("log").toString());
        environment.put("TRM_DRAIN", "PT5S");
        environment.put("TRM_CLOCK_MOVABLE", "true");
        environment.put("TRM_CLOCK_OFFSET", offset.toString());
        return new Node(name, House.jar(side), own, environment);
    }

    private static Map<String, String> settings(String file) {
        Map<String, String> settings = new HashMap<>();
        for (String line : House.file(file).lines().toList()) {
            if (!line.startsWith("#")) {
                String[] setting = line.split("=", 2);
                settings.put(setting[0], setting[1]);
            }
        }
        return settings;
    }

    /** Time, as the mechanism counts it. */
    Clock clock() {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    Issuer issuer() {
        return issuer;
    }

    Postgres postgres() {
        return postgres;
    }

    Node command(int number) {
        return command.get(number - 1);
    }

    Node query(int number) {
        return query.get(number - 1);
    }

    Stream<Node> nodes() {
        return Stream.concat(command.stream(), query.stream());
    }

    Proxy proxy() {
        return proxy;
    }

    @Override
    public void close() throws Exception {
        nodes().forEach(Node::close);
        proxy.close();
        postgres.close();
        issuer.close();
    }
}
