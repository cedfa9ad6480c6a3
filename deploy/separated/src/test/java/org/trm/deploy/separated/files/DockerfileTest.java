package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images of both sides and of the issuer, as far as they can be read without an engine. */
class DockerfileTest {

    /** Instructions, each on one line, comments left out. */
    private static List<String> instructions(String file) {
        return Sources.text(file)
                .replaceAll("(?m)^#.*\\n", "")
                .replaceAll("\\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> of(String file, String instruction) {
        return instructions(file).stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "keycloak/Dockerfile"})
    void everything_it_is_made_of_is_of_one_release(String file) {
        Set<String> stages = new HashSet<>();
        assertThat(of(file, "FROM")).isNotEmpty().allSatisfy(from -> {
            String image = from.split(" ")[0];
            assertThat(stages.contains(image) || image.matches("[^:]+:\\d+\\.\\d+\\S*"))
                    .as(from)
                    .isTrue();
            if (from.contains(" AS ")) {
                stages.add(from.replaceAll(".* AS ", ""));
            }
        });
        // Nothing is fetched besides.
        assertThat(instructions(file)).noneMatch(line -> line.matches("ADD .*|.*(curl|wget|apt-get|apk|dnf) .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "keycloak/Dockerfile"})
    void what_runs_is_not_root_and_is_told_to_stop_itself(String file) {
        List<String> users = of(file, "USER");
        assertThat(users.get(users.size() - 1)).matches("[1-9]\\d*(:\\d+)?");
        // Through a shell, its signals would not reach it.
        assertThat(of(file, "ENTRYPOINT")).singleElement().asString().startsWith("[\"/opt/");
    }

    @Test
    void it_runs_as_whom_compose_and_kubernetes_run_it() {
        List<String> users = of("Dockerfile", "USER");
        assertThat(new Compose().nodes().map(node -> node.at("user").text())).containsOnly(users.get(users.size() - 1));
        assertThat(Sources.text("kubernetes/base/command-side.yaml")).contains("runAsUser: 10001");
        assertThat(Sources.text("kubernetes/base/query-side.yaml")).contains("runAsUser: 10001");
        assertThat(users.get(users.size() - 1)).isEqualTo("10001:10001");
    }

    @Test
    void nothing_goes_into_a_build_but_what_it_takes() {
        List<String> taken = new ArrayList<>();
        for (String copy : of("Dockerfile", "COPY")) {
            if (!copy.startsWith("--from")) {
                String[] words = copy.split(" ");
                taken.addAll(List.of(words).subList(0, words.length - 1));
            }
        }
        List<String> let = Sources.text("Dockerfile.dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .toList();

        assertThat(Sources.text("Dockerfile.dockerignore").lines()).contains("*");
        assertThat(taken).hasSizeGreaterThan(4).allSatisfy(file -> {
            assertThat(let)
                    .anyMatch(line -> line.equals("!" + file)
                            || file.matches(line.substring(1).replace("*", "[^/]+")));
            if (!file.contains("/target/")) {
                assertThat(Sources.ROOT.resolve(file)).exists();
            }
        });
    }

    @Test
    void it_is_trained_as_it_runs() {
        String train = Sources.text("container/train");
        String entry = of("Dockerfile", "ENTRYPOINT").get(0);

        // A cache that was made with another collector, or for another name of the jar, is not used.
        assertThat(entry)
                .contains("\"-XX:+UseG1GC\"", "\"-XX:AOTCache=application.aot\"", "\"-jar\", \"application.jar\"");
        assertThat(train)
                .contains(
                        "-XX:+UseG1GC -jar application.jar",
                        "-XX:AOTCacheOutput=\"$applications/$side/application.aot\"");
        for (String side : List.of("command-side", "query-side")) {
            assertThat(train).contains("[" + side + "]=" + Sources.port(side));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"container/ready", "container/train", "compose/make-secrets"})
    void its_scripts_can_be_read_and_run(String script) throws Exception {
        Path file = Sources.SEPARATED.resolve(script);
        assertThat(Files.isExecutable(file)).isTrue();
        assumeTrue(Programs.has("bash"), "There is no bash here: the scripts were read by nobody.");
        assertThat(Programs.run(Sources.SEPARATED, "bash", "-n", script).complained())
                .isEmpty();
    }
}
