package org.trm.query.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Stories;

/** A list that cannot be written to its end must not look as if it had ended there. */
class BrokenExportTest {
    private static final int CASES = 1_100;
    private static final String PARTIES = "view_case_status_1.case_party";

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventLog log = new EventLog(database);
    private final QueryService service = QueryService.start(database, log);
    private final String reader = service.issuer.token("somebody", "BG-NRM", Role.NATIONAL_FOCAL_POINT);

    @AfterEach
    void close() {
        service.close();
        log.store().shutDown();
        database.close();
    }

    @Test
    void an_export_that_fails_in_the_middle_breaks_the_connection() {
        Stories stories = new Stories(5);
        for (int i = 0; i < CASES; i++) {
            log.append(0, stories.story(1).subList(0, 1));
        }
        await().atMost(30, SECONDS).until(() -> lines() == CASES);
        assertThat(export().lines()).hasSize(CASES);

        jdbc.update("UPDATE " + PARTIES + " SET stage = 'UNHEARD_OF' WHERE (since, case_id) = "
                + "(SELECT since, case_id FROM " + PARTIES + " ORDER BY since DESC, case_id DESC LIMIT 1)");
        assertThatThrownBy(this::export).isInstanceOf(UncheckedIOException.class);
    }

    private int lines() {
        return jdbc.queryForObject("SELECT count(*) FROM " + PARTIES, Integer.class);
    }

    private String export() {
        return service.get(reader, "/api/cases", "Accept", Lists.NDJSON).body();
    }
}
