package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A name that is spelled wrong would be passed over in silence: each must be one that the program looks for. */
class SettingsOfNodesTest {
    private static final Pattern LITERAL = Pattern.compile("(?m)^\\s+- ([A-Z][A-Z0-9_]+)=");
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\s+- name: ([A-Z][A-Z0-9_]+)$");

    private static final Set<String> VARIABLES = Settings.variables();

    @Test
    void every_setting_in_compose_is_one_of_the_program() {
        Compose compose = new Compose();
        Set<String> said = new TreeSet<>();
        compose.nodes().forEach(node -> said.addAll(node.at("environment").names()));

        assertThat(said).contains("TRM_KEYS", "SPRING_DATASOURCE_URL").allMatch(VARIABLES::contains);
        for (Part node : compose.nodes().toList()) {
            // The files of a folder of secrets are settings as well, by their own names.
            assertThat(node.at("secrets")
                            .each()
                            .map(secret -> secret.at("target").text()))
                    .containsExactlyInAnyOrder("spring.datasource.password", "spring.flyway.password")
                    .allMatch(Settings.known()::contains);
        }
    }

    @Test
    void every_setting_in_kubernetes_is_one_of_the_program() {
        List<String> said = new ArrayList<>();
        for (var file : Sources.below(Sources.SEPARATED.resolve("kubernetes"), ".yaml")) {
            LITERAL.matcher(Sources.text(file)).results().forEach(found -> said.add(found.group(1)));
            ENTRY.matcher(Sources.text(file)).results().forEach(found -> said.add(found.group(1)));
        }

        assertThat(said).contains("TRM_KEYS", "TRM_LOG_COPIES", "TRM_DRAIN").allMatch(VARIABLES::contains);
    }

    @Test
    void every_setting_in_an_environment_file_is_one_of_the_program() {
        assertThat(Sources.below(Sources.SEPARATED, ".env"))
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(Sources.variables(file).keySet())
                        .isNotEmpty()
                        .allMatch(VARIABLES::contains));
    }
}
