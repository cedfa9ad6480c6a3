package org.trm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.trm.events.wiring.EventSerializer;

/** The query side as a service of its own, before anybody asks it anything. */
class EventStoreProjectionTest {
    private final EventStoreProjection service = new EventStoreProjection();

    @Test
    void on_a_database_that_the_command_side_has_not_laid_out_it_says_who_must_come_first() {
        try (HikariDataSource database = TestDatabase.fresh()) {
            new JdbcTemplate(database).execute("DROP TABLE events.domain_event");

            assertThatThrownBy(() -> service.eventStorageEngine(
                            database, new JdbcTransactionManager(database), new EventSerializer()))
                    .hasMessageContaining("start a node of the command side on it first");
        }
    }

    @Test
    void where_the_clock_of_the_mechanism_is_moved_its_own_is_too() {
        Duration offset = Duration.ofDays(30);

        assertThat(service.clock(offset, true).instant())
                .isCloseTo(Instant.now().plus(offset), within(1, ChronoUnit.MINUTES));
        assertThatThrownBy(() -> service.clock(offset, false)).hasMessageContaining("trm.clock.movable=true");
    }
}
