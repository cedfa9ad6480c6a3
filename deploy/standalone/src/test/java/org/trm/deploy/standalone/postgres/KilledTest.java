package org.trm.deploy.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process, the database or both are killed at once; nothing that was committed may be lost. */
class KilledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path temporary;

    Path folder;

    @BeforeEach
    void open() throws Exception {
        folder = Sql.open(temporary);
    }

    /** Another process on the folder: commits a row, says so, and then lives until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] folder) throws Exception {
            Sql.remember(EmbeddedPostgres.start(Path.of(folder[0])), "committed");
            System.out.println("committed");
            System.in.read();
        }
    }

    @Test
    void a_killed_process_takes_its_server_along() throws Exception {
        Process holder = holder();
        long server = Sql.pid(folder);

        holder.destroyForcibly().waitFor();

        await().atMost(PATIENCE).until(() -> !Sql.served(folder, server));
        assertCommitted();
    }

    @Test
    void a_server_that_outlived_its_process_is_replaced() throws Exception {
        Process holder = holder();
        long server = Sql.pid(folder);
        List<ProcessHandle> keepers = holder.descendants().toList();
        assertThat(keepers).isNotEmpty().noneMatch(keeper -> keeper.pid() == server);

        keepers.forEach(ProcessHandle::destroyForcibly);
        holder.destroyForcibly().waitFor();

        assertThat(Sql.served(folder, server)).isTrue();
        assertCommitted();
        assertThat(Sql.served(folder, server)).isFalse();
    }

    @Test
    void both_killed_at_once_recover() throws Exception {
        Process holder = holder();
        long server = Sql.pid(folder);

        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        holder.destroyForcibly().waitFor();

        assertCommitted();
    }

    @Test
    void a_killed_server_comes_back_at_the_same_address() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            Sql.remember(postgres, "committed");
            ConnectionSettings before = postgres.app();
            long server = Sql.pid(folder);

            ProcessHandle.of(server).orElseThrow().destroyForcibly();

            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(Sql.remembered(postgres)).isEqualTo("committed"));
            assertThat(postgres.app()).isEqualTo(before);
            assertThat(Sql.pid(folder)).isNotEqualTo(server);
        }
    }

    private Process holder() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(holder.inputReader().lines().anyMatch("committed"::equals)).isTrue();
        return holder;
    }

    private void assertCommitted() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.remembered(postgres)).isEqualTo("committed");
        }
    }
}
