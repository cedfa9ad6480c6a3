package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passwords of a region on one machine, as the script beside compose.yml makes them. */
class SecretsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy_the_script() throws Exception {
        assumeTrue(Programs.has("bash") && Programs.has("openssl"), "There is no bash, or no openssl, here.");
        Files.copy(Compose.FOLDER.resolve("make-secrets"), folder.resolve("make-secrets"));
    }

    private List<String> passwords() {
        return new Compose()
                .at("secrets")
                .each()
                .map(secret -> secret.at("file").text())
                .filter(file -> file.endsWith("_password"))
                .toList();
    }

    private String made() throws Exception {
        Programs.Outcome outcome = Programs.run(folder, "bash", "make-secrets");
        assertThat(outcome.code()).as(outcome.complained()).isZero();
        return outcome.complained();
    }

    @Test
    void every_password_is_a_long_one_of_its_own_behind_a_folder_that_is_closed() throws Exception {
        made();

        Set<String> all = new HashSet<>();
        for (String file : passwords()) {
            all.add(Files.readString(folder.resolve(file)));
        }
        assertThat(all).hasSameSizeAs(passwords()).hasSizeGreaterThan(5).allMatch(one -> one.matches("[0-9a-f]{48}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void one_that_is_there_already_stays() throws Exception {
        made();
        String before = Files.readString(folder.resolve("secrets/owner_password"));
        Files.delete(folder.resolve("secrets/query_password"));

        made();

        assertThat(Files.readString(folder.resolve("secrets/owner_password"))).isEqualTo(before);
        assertThat(folder.resolve("secrets/query_password")).exists();
    }

    @Test
    void what_it_cannot_make_it_asks_for() throws Exception {
        assertThat(made()).contains("secrets/certificate.pem", "secrets/certificate-key.pem");

        Files.writeString(folder.resolve("secrets/certificate.pem"), "");
        Files.writeString(folder.resolve("secrets/certificate-key.pem"), "");

        assertThat(made()).isEmpty();
    }
}
