package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nodes as services of a machine without containers. */
class SystemdTest {
    private static final Path FOLDER = Sources.SEPARATED.resolve("systemd");

    @TempDir
    Path folder;

    private static String unit(String side) {
        return Sources.text(FOLDER.resolve("trm-" + side + "@.service"));
    }

    /** With a program that is there, for whether Java is is the machine's matter. */
    private void place(String side) throws Exception {
        assumeTrue(Programs.has("systemd-analyze"), "There is no systemd-analyze here: the units were read by nobody.");
        for (String name : List.of("command-side", "query-side")) {
            Files.writeString(
                    folder.resolve("trm-" + name + "@.service"), unit(name).replace("/usr/bin/java", "/bin/sh"));
        }
        Files.copy(FOLDER.resolve("trm.target"), folder.resolve("trm.target"));
        assertThat(unit(side)).contains("ExecStart=/usr/bin/java ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void systemd_understands_every_line_of_it(String side) throws Exception {
        place(side);

        Programs.Outcome outcome =
                Programs.run(folder, "systemd-analyze", "verify", "--man=no", "./trm-" + side + "@1.service");

        assertThat(outcome.complained().lines().filter(line -> line.contains("trm")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void it_is_exposed_as_little_as_java_allows(String side) throws Exception {
        place(side);

        Programs.Outcome outcome = Programs.run(
                folder,
                "systemd-analyze",
                "security",
                "--no-pager",
                "--offline=yes",
                "--threshold=20",
                "trm-" + side + "@.service");

        // In tenths; from 20 on systemd itself no longer calls it OK.
        assertThat(outcome.code()).as(outcome.said() + outcome.complained()).isZero();
        assertThat(outcome.said()).contains("Overall exposure level");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void its_passwords_are_handed_to_it_and_to_nobody_else(String side) {
        assertThat(unit(side))
                .contains(
                        "LoadCredential=spring.datasource.password:/etc/trm/" + side + "/spring.datasource.password\n")
                .contains("LoadCredential=spring.flyway.password:/etc/trm/" + side + "/spring.flyway.password\n")
                .contains(" --spring.config.import=configtree:%d/\n")
                .doesNotContainIgnoringCase("password=");
        assertThat(Sources.text(FOLDER.resolve("trm.tmpfiles"))).contains("d /etc/trm/" + side + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void it_has_the_time_to_finish_and_counts_as_started_once_it_is_ready(String side) {
        String seconds = unit(side).replaceAll("(?s).*\\nTimeoutStopSec=(\\d+)\\n.*", "$1");
        assertThat(Duration.ofSeconds(Long.parseLong(seconds))).isGreaterThan(Duration.ofSeconds(60));
        assertThat(unit(side))
                .contains(" http://${SERVER_ADDRESS}:${SERVER_PORT}/actuator/health/readiness; do ")
                .contains("SuccessExitStatus=143\n");
        assertThat(Sources.variables(Sources.SEPARATED.resolve(side + ".env")))
                .containsKeys("SERVER_ADDRESS", "SERVER_PORT");
    }

    @Test
    void the_nodes_of_one_machine_have_a_port_and_a_log_of_their_own() throws Exception {
        Set<String> ports = new HashSet<>();
        Set<String> logs = new HashSet<>();
        Set<String> proxied =
                new HashSet<>(List.of(Sources.text("nginx/trm/nodes.conf").split("[:; ]")));
        for (String side : List.of("command-side", "query-side")) {
            for (int number : new int[] {1, 2}) {
                Map<String, String> settings =
                        new HashMap<>(Sources.variables(Sources.SEPARATED.resolve(side + ".env")));
                Path own = FOLDER.resolve(side + "@" + number + ".env");
                if (Files.exists(own)) {
                    settings.putAll(Sources.variables(own));
                }
                assertThat(ports.add(settings.get("SERVER_PORT"))).isTrue();
                assertThat(proxied).contains(settings.get("SERVER_PORT"));
                String log = settings.get("TRM_LOG_COPIES");
                assertThat(log == null || logs.add(log)).isTrue();
            }
        }
        assertThat(ports).hasSize(4);
        assertThat(logs).hasSize(2).allMatch(log -> log.startsWith("/var/lib/trm/"));
    }
}
