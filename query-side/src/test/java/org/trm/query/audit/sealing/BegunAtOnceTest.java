package org.trm.query.audit.sealing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.proof.Frontier;
import org.trm.events.types.CaseId;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Happenings;

/** Several nodes begin the logs at once, or keep what they signed in one folder. */
class BegunAtOnceTest {
    @TempDir
    Path folder;

    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);

    @AfterEach
    void close() {
        log.store().shutDown();
        database.close();
    }

    private void recorded() {
        Happenings of = new Happenings(new CaseId(UUID.randomUUID()));
        log.append(0, List.of(of.opened(), of.needsAssessed(null)));
    }

    private boolean isWaited() {
        return Boolean.TRUE.equals(new JdbcTemplate(database)
                .queryForObject(
                        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock')",
                        Boolean.class));
    }

    @Test
    void a_log_that_another_node_has_just_named_is_sealed_under_that_name() throws Exception {
        recorded();
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement begin =
                    other.prepareStatement("INSERT INTO log.head (log, origin, frontier) VALUES ('events', ?, ?)")) {
                begin.setString(1, "trm.invalid/chosen-by-another");
                begin.setBytes(2, Frontier.EMPTY.encode());
                begin.executeUpdate();
            }
            try (Node node = Node.thatSeals(database, log, folder)) {
                await().atMost(10, SECONDS).until(this::isWaited);
                other.commit();

                await().atMost(10, SECONDS)
                        .untilAsserted(
                                () -> assertThat(node.bean(LogTables.class).checkpoint(LogName.EVENTS))
                                        .hasValueSatisfying(note -> assertThat(note.text())
                                                .startsWith("trm.invalid/chosen-by-another\n2\n")));
                assertThat(node.bean(Sealing.class).growing(LogName.EVENTS).stopped())
                        .isFalse();
            }
        }
    }

    @Test
    void a_copy_that_another_node_has_not_finished_stands_in_nobodys_way() throws Exception {
        recorded();
        Files.createDirectories(folder.resolve("log/.events"));
        try (Node node = Node.thatSeals(database, log, folder)) {
            await().atMost(10, SECONDS)
                    .until(() -> node.bean(LogTables.class)
                            .checkpoint(LogName.EVENTS)
                            .isPresent());
        }
    }
}
