package org.trm.command.timelimits;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that has a history when the running time limits are folded anew from it. */
class FoldedAnewTest {
    @Test
    void limitsAreFoldedToTheLastEventOfACaseBeforeOneIsClaimed() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
            jdbc.sql("CREATE ROLE trm_command; CREATE ROLE trm_query").update();
            migrate(server, "12");
            jdbc.sql("""
                            INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                                time_stamp, payload_type, payload_revision, payload, metadata)
                            SELECT n::text, n::text, 0, CASE WHEN n < 4 THEN 'Case' ELSE 'Mechanism' END, '', '', '', '', ''
                            FROM generate_series(1, 5) n""").update();

            migrate(server, "15");

            assertThat(jdbc.sql("SELECT folded_to = (SELECT max(global_index) FROM events.domain_event"
                                    + " WHERE type = 'Case') FROM acts.clock_fold")
                            .query(Boolean.class)
                            .list())
                    .containsExactly(true);
        }
    }

    private static void migrate(EmbeddedPostgres server, String to) {
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("classpath:db/command")
                .defaultSchema("acts")
                .target(to)
                .load()
                .migrate();
    }
}
