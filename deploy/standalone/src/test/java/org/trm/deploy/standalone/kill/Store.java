package org.trm.deploy.standalone.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the database of the program holds, read past the program. */
final class Store {
    private final JdbcClient database;

    /** An event of a case; versions begin with 1. */
    record Event(String caseId, long version, String type, String commandId) {}

    /** A time limit that runs; {@code of} is its referral, or the case for one of the case itself. */
    record Limit(String caseId, String of, String limit) {}

    Store(Program program) throws IOException {
        Path passwords = program.folder().resolve("database-passwords");
        database = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + program.databasePort() + "/trm?sslmode=disable",
                "trm_owner",
                Files.readAllLines(passwords).get(0)));
    }

    /** In the order of their cases and versions. */
    List<Event> events() {
        return database.sql("""
                SELECT aggregate_identifier AS case_id, sequence_number + 1 AS version, payload_type AS type,
                       convert_from(metadata, 'UTF8')::json ->> 'commandId' AS command_id
                FROM events.domain_event WHERE type = 'Case' ORDER BY 1, 2""").query(new DataClassRowMapper<>(Event.class)).list();
    }

    List<Limit> limits() {
        return database.sql("""
                SELECT case_id::text AS case_id, of_id::text AS of, time_limit AS "limit" FROM acts.open_clock""").query(new DataClassRowMapper<>(Limit.class)).list();
    }

    /** The processes in which the server serves the program. */
    List<Long> backends() {
        return database.sql("SELECT pid FROM pg_stat_activity WHERE usename = 'trm_app'")
                .query(Long.class)
                .list();
    }
}
