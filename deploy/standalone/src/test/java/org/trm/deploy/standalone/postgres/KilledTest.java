package org.trm.deploy.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The process, the database or both are killed at once; nothing that was committed may be lost. */
@ExtendWith(MadeBefore.class)
class KilledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    Path folder;

    @BeforeEach
    void open(MadeBefore.Made made) throws Exception {
        folder = made.in(temporary);
    }

    /** Another process on the folder: commits a row, and says what is committed, and says it again whenever asked. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] folder) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(folder[0]));
            Sql.remember(postgres, "committed");
            do {
                System.out.println(await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> Sql.remembered(postgres), Objects::nonNull));
            } while (System.in.read() >= 0);
            postgres.close();
        }
    }

    static boolean namespaces() throws Exception {
        return new UnixSystem().getUid() == 0
                && new ProcessBuilder("unshare", "--pid", "--fork", "--mount-proc", "true")
                                .start()
                                .waitFor()
                        == 0;
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

    @Test
    void a_server_whose_keeper_was_killed_ends_with_its_process() throws Exception {
        Process holder = holder();
        long server = Sql.pid(folder);

        holder.descendants().forEach(ProcessHandle::destroyForcibly);
        holder.getOutputStream().close();
        holder.waitFor();

        assertThat(Sql.served(folder, server)).isFalse();
    }

    @Test
    @EnabledIf(value = "namespaces", disabledReason = "needs root, and leave to make a namespace")
    void a_killed_server_comes_back_where_nobody_buries_the_dead() throws Exception {
        // As in a container: the process is the first one, and is told nothing of processes that others left it.
        Process holder = holder("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");
        List<ProcessHandle> servers = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> Sql.served(folder, process.pid()))
                .toList();
        assertThat(servers).hasSize(1);
        servers.forEach(ProcessHandle::destroyForcibly);
        holder.getOutputStream().write('\n');
        holder.getOutputStream().flush();

        assertSaysCommitted(holder);

        holder.getOutputStream().close();
        assertThat(holder.waitFor()).isZero();
    }

    private Process holder(String... prefix) throws Exception {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString()));
        Process holder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertSaysCommitted(holder);
        return holder;
    }

    private static void assertSaysCommitted(Process holder) {
        assertThat(holder.inputReader().lines().anyMatch("committed"::equals)).isTrue();
    }

    private void assertCommitted() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.remembered(postgres)).isEqualTo("committed");
        }
    }
}
