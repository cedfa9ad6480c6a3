package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The database of a running mechanism, as its data folder tells how to reach it. */
record Database(String url, String ownerPassword, String applicationPassword, long postmaster) {

    static Database in(Path data) {
        try {
            List<String> passwords = Files.readAllLines(data.resolve("database-passwords"));
            List<String> server = Files.readAllLines(data.resolve("cluster").resolve("postmaster.pid"));
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/trm?sslmode=disable",
                    passwords.get(0),
                    passwords.get(1),
                    Long.parseLong(server.get(0).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the role in which the mechanism appends events. */
    Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url, "trm_app", applicationPassword);
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, "trm_owner", ownerPassword);
    }

    @Override
    public String toString() {
        return url;
    }
}
