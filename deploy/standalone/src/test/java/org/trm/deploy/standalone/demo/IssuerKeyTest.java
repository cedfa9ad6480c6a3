package org.trm.deploy.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.deploy.standalone.StartRefused;

class IssuerKeyTest {
    @TempDir
    private Path folder;

    @Test
    void survives_a_restart() {
        assertThat(IssuerKey.keptIn(folder)).isEqualTo(IssuerKey.keptIn(folder));
    }

    @Test
    void leaves_nothing_else_in_the_folder() throws IOException {
        IssuerKey.keptIn(folder);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void is_refused_when_others_can_read_it() throws IOException {
        IssuerKey.keptIn(folder);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> IssuerKey.keptIn(folder));
    }

    @Test
    void is_refused_when_it_is_none() throws IOException {
        IssuerKey.keptIn(folder);
        Files.writeString(file(), "{}");

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> IssuerKey.keptIn(folder));
    }

    private Path file() {
        return folder.resolve("demo-issuer.jwk");
    }
}
