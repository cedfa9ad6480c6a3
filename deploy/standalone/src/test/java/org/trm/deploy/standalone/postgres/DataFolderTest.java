package org.trm.deploy.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder keeps from one start to the next, and which folders are refused. */
class DataFolderTest {
    @TempDir
    static Path temporary;

    static Path folder;

    @BeforeAll
    static void firstStart() throws Exception {
        folder = Sql.open(temporary);
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void a_second_start_shows_the_same_rows_and_knows_the_same_passwords() {
        ConnectionSettings before;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            Sql.remember(postgres, "first");
            before = postgres.app();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.remembered(postgres)).isEqualTo("first");
            assertThat(postgres.app().password()).isEqualTo(before.password());
        }
    }

    @Test
    void a_pid_file_that_names_another_live_process_does_not_hinder() throws Exception {
        Path pidFile = folder.resolve("cluster/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("cluster") + "\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(postgres.app(), "SELECT 'served'")).isEqualTo("served");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "12x", "99999999999999999999", "\u00ff\u0000"})
    void a_pid_file_that_was_torn_does_not_hinder(String torn) throws Exception {
        Path pidFile = folder.resolve("cluster/postmaster.pid");
        Files.writeString(pidFile, torn, StandardCharsets.ISO_8859_1);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(postgres.app(), "SELECT 'served'")).isEqualTo("served");
        }
    }

    @Test
    void an_operator_sets_memory_but_not_durability() throws Exception {
        Path own = folder.resolve("postgresql.conf");
        Files.writeString(own, "work_mem = 17MB\nfsync = off\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(postgres.app(), "SHOW work_mem")).isEqualTo("17MB");
            assertThat(Sql.ask(postgres.app(), "SHOW fsync")).isEqualTo("on");
        } finally {
            Files.delete(own);
        }
    }

    @Test
    void a_setting_that_postgres_refuses_is_told_and_the_folder_set_free() throws Exception {
        Path own = folder.resolve("postgresql.conf");
        Files.writeString(own, "work_mem = plenty\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining("work_mem");
        } finally {
            Files.delete(own);
        }
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void another_major_version_is_refused_by_name() throws Exception {
        Path version = folder.resolve("cluster/PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining("written by PostgreSQL 17")
                    .hasMessageContaining("brings PostgreSQL 18");
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void lost_passwords_are_named() throws Exception {
        Path passwords = folder.resolve("database-passwords");
        Path aside = Files.move(passwords, folder.resolve("aside"));
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining("restore the file database-passwords");
        } finally {
            Files.move(aside, passwords);
        }
    }

    @Test
    void torn_passwords_are_named() throws Exception {
        Path passwords = folder.resolve("database-passwords");
        String whole = Files.readString(passwords);
        Files.writeString(passwords, whole.substring(0, 10));
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining("restore the file database-passwords");
        } finally {
            Files.writeString(passwords, whole);
        }
    }

    @Test
    void what_an_interrupted_first_start_left_is_cleared_away() throws Exception {
        Files.createDirectories(folder.resolve(".unfinished-1/base"));
        EmbeddedPostgres.start(folder).close();
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(names).containsExactly("cluster", "database-passwords", "lock", "log", "postgres");
        }
    }

    @Test
    void a_path_that_the_shell_would_read_otherwise_is_refused() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(temporary.resolve("a$HOME")))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("a$HOME");
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(Path.of("/proc/trm")))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("/proc/trm")
                .hasMessageContaining("Start as a user who may write there")
                .hasMessageContaining("--data");
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("--data");
    }
}
