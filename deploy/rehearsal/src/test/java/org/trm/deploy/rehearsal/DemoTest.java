package org.trm.deploy.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.deploy.rehearsal.Meddler.Answer;
import org.trm.deploy.rehearsal.Meddler.Spoiling;

/** The demo stays up to be tried: the handover is played against it again, with answers that are not its own. */
@TestMethodOrder(OrderAnnotation.class)
class DemoTest {
    private static final String LAST_LINE = "see-coordinator  operator";

    @TempDir
    private static Path temporary;

    private static Path room;
    private static Run demo;

    @BeforeAll
    static void starts() {
        room = House.roomIn(temporary);
        demo = Run.trm(room, "demo", "--port", "0", "--data", "her data").says(LAST_LINE);
    }

    @AfterAll
    static void ends() throws InterruptedException {
        demo.close();
    }

    @Test
    void it_runs_what_the_build_made_and_does_not_build_again() {
        assertThat(demo.said()).doesNotContain("Building");
    }

    @Test
    void the_whole_handover_is_played_and_read_again() {
        assertThat(demo.said())
                .containsSubsequence(
                        "  1  Bulgaria, focal point",
                        "Romania decides",
                        "Romania, focal point           accepts  ",
                        "She travels",
                        "Responsibility moves",
                        "Timeline, as the auditor reads it",
                        "1   ",
                        "Bulgaria opened the case and is responsible for it.",
                        "Romania accepted the referral from Bulgaria",
                        "Responsibility for the case moved from Bulgaria to Romania.",
                        "Custody chain",
                        "BG-NCCTHB",
                        "opened the case",
                        "RO-ANITP",
                        "now",
                        "The coordinator looked back at each of the 32 steps");
    }

    @Test
    void it_stays_up_with_its_addresses_the_warning_and_the_logins_in_sight() {
        List<String> shown = demo.said()
                .lines()
                .dropWhile(line -> !line.equals("The mechanism stays up until Ctrl-C."))
                .toList();
        assertThat(shown).allMatch(line -> line.length() <= 100);
        assertThat(String.join("\n", shown))
                .contains(
                        "/api",
                        "/swagger-ui/index.html",
                        "DEMO LOGINS ARE ON",
                        "Never use this with real data",
                        "bg-focal-point",
                        "ro-auditor",
                        "operator");
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                Arguments.of(
                        "an act that is refused",
                        new Spoiling("POST", "/indicators", right -> new Answer(409, right.body())),
                        "Step 2: Bulgaria, focal point records indicators of trafficking",
                        "expected  200 or 201",
                        "got       409"),
                Arguments.of(
                        "a refusal that does not come",
                        new Spoiling("POST", "/reasonable-grounds", right -> new Answer(200, right.body())),
                        "Bulgaria, focal point finds reasonable grounds",
                        "expected  403 ROLE_NOT_ALLOWED",
                        "got       200"),
                Arguments.of(
                        "a state that is another",
                        new Spoiling(
                                "GET", "", right -> new Answer(200, right.body().replace("DETECTED", "CONFIRMED"))),
                        "Step 1: Bulgaria, focal point opens a case",
                        "expected  the state DETECTED",
                        "got       Sight[state=CONFIRMED"),
                Arguments.of(
                        "no answer at all",
                        new Spoiling("POST", "/indicators", right -> null),
                        "1  Bulgaria, focal point",
                        "Nobody answers at http://127.0.0.1:",
                        ": "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void a_play_fails_at_the_first_answer_that_is_not_as_it_should_be(
            String what, Spoiling spoiling, String step, String expected, String got) throws Exception {
        try (Meddler meddler = new Meddler(demo.address(), spoiling);
                Run play = Run.play(room, meddler.address())) {
            assertThat(play.ended()).isEqualTo(1);
            assertThat(play.said())
                    .containsSubsequence(step, expected, got)
                    .doesNotContain("Custody chain", "null", "\tat ");
        }
    }

    @Test
    void a_second_one_on_its_port_names_the_port_and_the_option() throws Exception {
        try (Run second = Run.trm(room, "start", "--demo-logins", "--data", "another", "--port", demo.port())) {
            assertThat(second.ended()).isEqualTo(2);
            assertThat(second.said()).contains("Port " + demo.port() + " is taken", "--port N");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void once_its_mechanism_is_killed_it_says_so_and_the_folder_starts_again_until_ctrl_c() throws Exception {
        demo.killItsMechanism();
        assertThat(demo.ended()).isNotZero();
        assertThat(demo.said()).contains("the mechanism has ended, with 137");
        try (Run again = Run.trm(room, "start", "--demo-logins", "--port", "0", "--data", "her data")) {
            again.says(LAST_LINE);
            Database database = Database.of(room.resolve("her data"));
            assertThat(database.runs()).isTrue();
            again.signal("INT");
            again.ended();
            assertThat(database.runs()).isFalse();
        }
    }
}
