package org.trm.deploy.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Started by root, the server runs as somebody else wherever the folder lies. */
@EnabledIf(value = "root", disabledReason = "only root has to choose another user")
class ServerAccountTest {
    private static final int NAMELESS = 1_234_567;
    private static final int SOMEBODY = 54_321;

    @TempDir
    Path temporary;

    static boolean root() {
        return new UnixSystem().getUid() == 0;
    }

    @Test
    void below_a_closed_home_of_root_it_runs_in_a_namespace() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));

        assertThat(ownerAfterTwoStarts(temporary.resolve("data"))).isEqualTo(0);
    }

    @Test
    void below_a_closed_home_it_runs_as_who_lives_there() throws Exception {
        Path home = Files.createDirectory(Sql.open(temporary));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        Files.setAttribute(home, "unix:uid", SOMEBODY);

        assertThat(ServerAccount.ableToRun(trial(home)).uid()).isEqualTo(SOMEBODY);
    }

    @Test
    void where_all_may_enter_it_runs_as_nobody() throws Exception {
        assertThat(ownerAfterTwoStarts(Sql.open(temporary))).isEqualTo(65_534);
    }

    @Test
    void whoever_has_no_name_here_is_told_so() throws Exception {
        Path made = Files.createFile(temporary.resolve("made"));
        Files.setAttribute(made, "unix:uid", NAMELESS);

        assertThatThrownBy(() -> ServerAccount.named(made))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("id " + NAMELESS + " has no entry in /etc/passwd");
    }

    private static Object ownerAfterTwoStarts(Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            Sql.remember(postgres, "first");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.remembered(postgres)).isEqualTo("first");
        }
        return Files.getAttribute(folder.resolve("cluster"), "unix:uid");
    }

    /** A program that runs for everybody who may enter the folder. */
    private static Path trial(Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("trial"), "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }
}
