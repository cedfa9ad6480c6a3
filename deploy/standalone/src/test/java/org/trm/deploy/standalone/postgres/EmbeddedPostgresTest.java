package org.trm.deploy.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds while the server runs. */
class EmbeddedPostgresTest {
    @TempDir
    static Path temporary;

    static Path folder;
    static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        folder = Sql.open(temporary);
        postgres = EmbeddedPostgres.start(folder);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "server_encoding, UTF8",
        "listen_addresses, 127.0.0.1",
        "transaction_timeout, 20s",
        "idle_in_transaction_session_timeout, 20s",
        "statement_timeout, 15s"
    })
    void the_application_finds_the_setting(String name, String value) {
        assertThat(Sql.ask(postgres.app(), "SHOW " + name)).isEqualTo(value);
    }

    @Test
    void the_application_acts_for_both_sides_and_owns_neither_the_database_nor_more() {
        assertThat(Sql.ask(postgres.app(), """
                SELECT string_agg(r.rolname, ',' ORDER BY r.rolname) FROM pg_roles r
                WHERE pg_has_role('trm_app', r.oid, 'USAGE')""")).isEqualTo("trm_app,trm_command,trm_query");
        assertThat(Sql.ask(postgres.app(), """
                SELECT r.rolname FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
                WHERE d.datname = current_database()""")).isEqualTo("trm_owner");
    }

    @Test
    void the_query_side_makes_schemas_of_its_own() {
        Sql.as(postgres.app())
                .sql("CREATE SCHEMA view_trial_1 AUTHORIZATION trm_query")
                .update();

        Sql.as(postgres.app()).sql("CREATE TABLE view_trial_1.row (id int)").update();
        Sql.as(postgres.owner()).sql("DROP SCHEMA view_trial_1 CASCADE").update();
    }

    @Test
    void the_application_adds_nothing_to_the_public_schema() {
        assertThatThrownBy(() -> Sql.as(postgres.app())
                        .sql("CREATE TABLE public.stray (id int)")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trm", "postgres", "template1"})
    void the_superuser_cannot_log_in(String database) {
        assertThatThrownBy(() -> DriverManager.getConnection(in(database), "postgres", ""))
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trm_app", "trm_owner"})
    void nobody_logs_in_without_the_password(String user) {
        assertThatThrownBy(() -> DriverManager.getConnection(in("trm"), user, "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @ParameterizedTest
    @CsvSource({"cluster, rwx------", "database-passwords, rw-------", "log, rwx------"})
    void others_cannot_read(String entry, String permissions) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(entry))))
                .isEqualTo(permissions);
    }

    @Test
    void a_second_opener_of_the_folder_is_refused() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--data");
        assertThat(Sql.ask(postgres.app(), "SELECT 'still served'")).isEqualTo("still served");
    }

    @Test
    void there_is_no_socket_beside_the_port() throws Exception {
        String socketFolder =
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(4);
        assertThat(socketFolder).isEmpty();
    }

    @Test
    void passwords_are_not_printed() {
        assertThat(postgres.app().toString()).doesNotContain(postgres.app().password());
    }

    private static String in(String database) {
        return postgres.app().url().replace("/trm?", "/" + database + "?");
    }
}
