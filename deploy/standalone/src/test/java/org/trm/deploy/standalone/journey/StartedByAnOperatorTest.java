package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.deploy.standalone.demo.DemoLogin;

/** An operator starts the mechanism, stops it, and starts it again; what cannot work she is told at once. */
@ExtendWith(OneMechanism.class)
class StartedByAnOperatorTest {
    private static final String GOOD = "start --demo-logins --port 0 --data DATA --logging.level.org.trm=INFO";

    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void open() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        data = temporary.resolve("data");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("start --port 0 --data DATA", "issuer-uri=URI", "--demo-logins"),
                Arguments.of(
                        "start --port 0 --data DATA --demo-logins --server.address=0.0.0.0",
                        "reach",
                        "--server.address"),
                Arguments.of("start --data", "--data needs a value", "Usage"),
                Arguments.of("stop", "Usage", "start [--port N]"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_start_that_cannot_work_ends_with_2_and_says_what_to_do(String line, String says, String andSays)
            throws Exception {
        try (Started started = start(line)) {
            assertThat(started.ended()).isEqualTo(2);
            assertThat(started.said()).contains(says, andSays).doesNotContain("\tat ");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_option() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Started started = start("start --demo-logins --data DATA --port " + other.getLocalPort())) {
            assertThat(started.ended()).isEqualTo(2);
            assertThat(started.said())
                    .contains("Port " + other.getLocalPort() + " is taken", "--port N")
                    .doesNotContain("\tat ");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_folder_that_another_one_uses_is_refused_and_nothing_happens_to_the_other(Mechanism running)
            throws Exception {
        try (Started second = start("start --demo-logins --port 0 --data " + running.data())) {
            assertThat(second.ended()).isNotZero();
            assertThat(second.said())
                    .contains(running.data().toString(), "--data")
                    .doesNotContain("\tat ");
        }
        new Country(running, "BG", "BG-NCCTHB").opensACaseOf(Journey.AN_ADULT);
    }

    @Test
    void demo_logins_are_warned_of_and_named_in_lines_that_fit_a_terminal() throws Exception {
        try (Started started = start(GOOD).ready()) {
            await().untilAsserted(() -> assertThat(started.said()).contains("  see-coordinator  operator"));
            List<String> warning = started.said()
                    .lines()
                    .dropWhile(line -> !line.endsWith("DEMO LOGINS ARE ON"))
                    .skip(1)
                    .takeWhile(line -> line.startsWith("  "))
                    .toList();
            assertThat(warning.get(0)).contains("passwords, which are their names", "Never use this with real data");
            assertThat(String.join(" ", warning.subList(1, warning.size())).split(" +"))
                    .containsAll(DemoLogin.ALL.stream().map(DemoLogin::name).toList());
            assertThat(warning).allMatch(line -> line.length() <= 100);
        }
    }

    @Test
    void it_shows_the_same_cases_after_it_was_stopped_and_after_it_was_killed() throws Exception {
        Her her;
        try (Started first = start(GOOD).ready()) {
            her = country(first).opensACaseOf(Journey.AN_ADULT);
            assertThat(databaseRuns()).isTrue();
            first.signal("INT");
            first.ended();
            assertThat(databaseRuns())
                    .as("the database ends with the mechanism")
                    .isFalse();
        }
        try (Started second = start(GOOD).ready()) {
            Country bulgaria = country(second);
            her.heldBy(bulgaria);
            assertThat(bulgaria.sees(her).version()).isEqualTo(1);
            bulgaria.assessesNeeds(her, "SHELTER");
            second.signal("KILL");
            second.ended();
        }
        try (Started third = start(GOOD).ready()) {
            Country bulgaria = country(third);
            her.heldBy(bulgaria);
            assertThat(bulgaria.sees(her).version()).isEqualTo(2);
            bulgaria.assessesNeeds(her, "LEGAL");
            third.signal("TERM");
            third.ended();
            assertThat(databaseRuns()).isFalse();
        }
    }

    private Started start(String line) {
        return Started.with(temporary, line.replace("DATA", data.toString()).split(" "));
    }

    private static Country country(Running mechanism) {
        return new Country(mechanism, "BG", "BG-NCCTHB");
    }

    /** Whether any process works on the cluster in the data folder. */
    private boolean databaseRuns() {
        String cluster = data.resolve("cluster").toString();
        return ProcessHandle.allProcesses()
                .map(process -> process.info().arguments().orElse(new String[0]))
                .anyMatch(arguments -> Stream.of(arguments).anyMatch(cluster::equals));
    }
}
