package org.trm.deploy.standalone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.trm.deploy.standalone.StandaloneApplication;

/** The whole program, started as an operator starts it, except that its clock can be moved. */
final class Mechanism implements Running, AutoCloseable {
    private final Path folder = newFolder();
    private final MovedClock clock = new MovedClock();
    private final List<String> settings = new ArrayList<>();
    private ConfigurableApplicationContext running;

    /** @param more settings that it is started with */
    Mechanism(String... more) {
        settings.addAll(List.of(more));
        running = start();
    }

    /** Where it keeps its database and keys. */
    Path data() {
        return folder.resolve("data");
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + running.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Where it tells its figures, when it was given a port for them. */
    URI figures() {
        return URI.create("http://127.0.0.1:" + running.getEnvironment().getRequiredProperty("local.management.port")
                + "/actuator/prometheus");
    }

    /** Its database, as the application is let in. */
    DataSource database() {
        return running.getBean(DataSource.class);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    /** The database, as who may change its tables. */
    JdbcClient owner() {
        Environment set = running.getEnvironment();
        return JdbcClient.create(new DriverManagerDataSource(
                set.getRequiredProperty("spring.flyway.url"),
                set.getRequiredProperty("spring.flyway.user"),
                set.getRequiredProperty("spring.flyway.password")));
    }

    /** Time goes by for the mechanism: for its rules and time limits, not for the tokens of its callers. */
    void letPass(Duration time) {
        clock.pass(time);
    }

    /** It is stopped; this much later it is started again on what it kept. */
    void restartAfter(Duration pause) {
        restartAfter(pause, () -> {});
    }

    /** The same, and meanwhile somebody does something to what it kept. */
    void restartAfter(Duration pause, Runnable meanwhile) {
        running.close();
        clock.pass(pause);
        meanwhile.run();
        running = start();
    }

    /** It is started again with further settings. */
    void restartWith(String... more) {
        settings.addAll(List.of(more));
        restartAfter(Duration.ZERO);
    }

    @Override
    public void close() {
        running.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext start() {
        SpringApplication program = new SpringApplication(StandaloneApplication.class);
        program.addInitializers(context -> context.getBeanFactory().registerSingleton("movedClock", clock));
        List<String> words = new ArrayList<>(settings);
        words.addAll(List.of("--server.port=0", "--trm.data=" + data(), "--trm.demo-logins=true"));
        return program.run(words.toArray(String[]::new));
    }

    /** The database may run as another user, who must be able to pass through. */
    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("trm-journeys");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
