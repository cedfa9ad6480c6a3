package org.trm.deploy.separated;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that acknowledges nothing before it is on the disk; it can be stopped, and started again on the same data. */
final class Postgres implements AutoCloseable {
    /** Whatever it is: this server trusts everybody on this machine. */
    static final String PASSWORD = "of-no-use";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final int port = House.freePort();
    private EmbeddedPostgres server;

    private Postgres(Path data) {
        this.data = data;
    }

    /** With the database and the roles that an administrator makes. */
    static Postgres begun(Path data) throws IOException, SQLException {
        Postgres postgres = new Postgres(data);
        postgres.start();
        String script = House.file("database.sql").replaceAll(":'\\w+'", "'" + PASSWORD + "'");
        try (Connection connection = postgres.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : script.split(";\\R")) {
                statement.execute(one);
            }
        }
        return postgres;
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(PATIENCE)
                .start();
    }

    /** Returns once nothing of it is left. */
    void stop() throws IOException {
        server.close();
        await().atMost(PATIENCE).until(() -> !Files.exists(data.resolve("postmaster.pid")));
    }

    /** The first column of what is found, past all programs. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", "trm").getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/trm";
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
