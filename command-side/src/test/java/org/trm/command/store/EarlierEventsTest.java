package org.trm.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.wiring.EventCodes;

/** What was recorded before there were codes is given them once, and nothing that comes after. */
class EarlierEventsTest {
    private static final int MANY = 2_500;

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate owner;
    private static JdbcTemplate application;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        owner = new JdbcTemplate(postgres.getPostgresDatabase());
        owner.execute("CREATE ROLE trm_command; CREATE ROLE trm_query;"
                + " CREATE ROLE trm_app LOGIN IN ROLE trm_command, trm_query");
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/command")
                .defaultSchema("acts")
                .load()
                .migrate();
        application = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "trm_app", ""));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void forget() {
        for (String table : List.of("events.domain_event", "events.earlier_code")) {
            owner.execute("ALTER TABLE " + table + " DISABLE TRIGGER never_altered");
            owner.execute("TRUNCATE " + table);
            owner.execute("ALTER TABLE " + table + " ENABLE TRIGGER never_altered");
        }
    }

    private static void recorded(int from, int to, String metadata) {
        application.update(
                "INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                        + " payload_type, payload_revision, payload, metadata)"
                        + " SELECT n::text, n::text, 0, 'Case', '2026-03-01T12:00:00Z', 'any', '1', convert_to(n::text, 'UTF8'),"
                        + " convert_to(?, 'UTF8') FROM generate_series(?::int, ?) n",
                metadata,
                from,
                to);
    }

    private EventCodes codes() {
        return new EventCodes(FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased")));
    }

    private EventCodes started() {
        EventCodes codes = codes();
        new EarlierEvents(application, codes).getCodes();
        return codes;
    }

    private static Map<Boolean, Long> withOwnCode(EventCodes codes) {
        return application
                .query(
                        "SELECT " + StoredRows.COLUMNS + ", code FROM events.domain_event"
                                + " JOIN events.earlier_code USING (global_index)",
                        (row, number) -> codes.madeEarlier(row.getString("code"), StoredRows.text(row)))
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void each_event_of_before_is_given_its_code_by_the_first_start() {
        recorded(1, MANY, "{\"rules\":\"1\"}");

        EventCodes codes = started();

        assertThat(codes.begun()).isTrue();
        assertThat(withOwnCode(codes)).isEqualTo(Map.of(true, (long) MANY));
    }

    @Test
    void what_comes_after_the_first_start_is_given_none() {
        recorded(1, 3, "{}");
        started();
        recorded(4, 5, "{}");

        EventCodes codes = started();

        assertThat(withOwnCode(codes)).isEqualTo(Map.of(true, 3L));
    }

    @Test
    void what_has_its_own_code_needs_none() {
        recorded(1, 2, "{\"mac\":\"a code\"}");
        recorded(3, 3, "{}");

        EventCodes codes = started();

        assertThat(withOwnCode(codes)).isEqualTo(Map.of(true, 1L));
    }

    @Test
    void a_start_that_was_stopped_at_it_is_followed_by_one_that_ends_it() {
        recorded(1, MANY, "{}");
        owner.execute("ALTER TABLE events.earlier_code ADD CONSTRAINT full_disk CHECK (global_index % 2000 <> 0)");
        assertThatThrownBy(this::started).isInstanceOf(DataAccessException.class);
        assertThat(codes().begun()).isFalse();
        owner.execute("ALTER TABLE events.earlier_code DROP CONSTRAINT full_disk");

        assertThat(withOwnCode(started())).isEqualTo(Map.of(true, (long) MANY));
    }

    @Test
    void a_lost_key_is_not_made_anew() throws IOException {
        started();
        recorded(1, 1, "{\"mac\":\"a code\"}");
        Path key = folder.resolve("keys/macs/events.key");
        Files.move(key, folder.resolve("aside"));

        EventCodes codes = started();

        assertThat(key).doesNotExist();
        assertThatThrownBy(() -> codes.of(null)).isInstanceOf(KeysUnreachable.class);

        Files.move(folder.resolve("aside"), key);

        assertThat(codes.begun()).isTrue();
    }

    @Test
    void a_code_is_never_altered() {
        recorded(1, 1, "{}");
        started();

        assertThatThrownBy(() -> application.update("UPDATE events.earlier_code SET code = 'another'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> owner.update("UPDATE events.earlier_code SET code = 'another'"))
                .rootCause()
                .hasMessageContaining("never altered");
    }
}
