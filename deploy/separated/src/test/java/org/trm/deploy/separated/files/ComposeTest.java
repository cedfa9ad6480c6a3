package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A region on one machine. */
class ComposeTest {
    private static final Pattern ASKED_FOR = Pattern.compile("(?<!\\$)\\$\\{?([A-Z_]+)([^}]*)}");

    private final Compose compose = new Compose();
    private final String text = Sources.text(Compose.FOLDER.resolve("compose.yml"));

    private static Stream<String> mounted(Part service) {
        return service.at("volumes").texts().stream().map(volume -> volume.split(":")[0]);
    }

    @Test
    void no_container_can_be_changed_or_become_more_than_it_is() {
        assertThat(compose.services()).hasSizeGreaterThan(8).allSatisfy(service -> {
            assertThat(service.at("read_only").value()).isEqualTo(true);
            assertThat(service.at("cap_drop").texts()).containsExactly("ALL");
            assertThat(service.at("security_opt").texts()).containsExactly("no-new-privileges:true");
            assertThat(service.at("user").text()).matches("[1-9]\\d*:\\d+");
            for (String more :
                    List.of("privileged", "cap_add", "devices", "network_mode", "pid", "ipc", "userns_mode")) {
                assertThat(service.at(more).isThere()).as(more).isFalse();
            }
            assertThat(mounted(service)).noneMatch(source -> source.startsWith("/"));
        });
    }

    @Test
    void no_container_takes_more_of_the_machine_than_it_was_given() {
        assertThat(compose.services()).allSatisfy(service -> {
            for (String limit : List.of("mem_limit", "cpus", "pids_limit", "logging")) {
                assertThat(service.at(limit).isThere()).as(limit).isTrue();
            }
        });
    }

    @Test
    void every_image_is_of_one_release() {
        assertThat(compose.services()).allSatisfy(service -> {
            String image = service.at("image").text();
            assertThat(image).matches("[^:]+:[^:]*\\d+\\.\\d+[^:]*");
            if (image.startsWith("trm/")) {
                assertThat(image).endsWith(":" + Sources.release());
            }
        });
    }

    @Test
    void whoever_needs_somebody_waits_until_he_is_well() {
        Set<String> all = new HashSet<>(compose.at("services").names());
        assertThat(compose.services()).allSatisfy(service -> {
            assertThat(service.at("healthcheck", "test").texts()).hasSizeGreaterThan(1);
            assertThat(service.at("depends_on").each()).allSatisfy(needed -> {
                assertThat(all).contains(needed.name());
                assertThat(needed.at("condition").text()).isEqualTo("service_healthy");
            });
        });
        assertThat(compose.service("query-1").at("depends_on").names()).contains("command-1");
        assertThat(compose.service("proxy").at("depends_on").names())
                .containsAll(compose.nodes().map(Part::name).toList());
    }

    @Test
    void nobody_waits_for_himself() {
        assertThat(compose.services()).allSatisfy(service -> {
            Set<String> before = new HashSet<>();
            Deque<String> next = new ArrayDeque<>(service.at("depends_on").names());
            while (!next.isEmpty()) {
                String one = next.pop();
                if (before.add(one)) {
                    next.addAll(compose.service(one).at("depends_on").names());
                }
            }
            assertThat(before).doesNotContain(service.name());
        });
    }

    @Test
    void every_file_that_a_container_is_given_is_there() {
        Set<String> volumes = new HashSet<>(compose.at("volumes").names());
        assertThat(compose.services())
                .allSatisfy(service -> assertThat(mounted(service)).allSatisfy(source -> {
                    if (source.startsWith(".")) {
                        assertThat(Compose.FOLDER.resolve(source)).exists();
                    } else {
                        assertThat(volumes).contains(source);
                    }
                }));
    }

    @Test
    void only_data_of_its_own_may_be_written() {
        assertThat(compose.services())
                .allSatisfy(service -> assertThat(service.at("volumes").texts())
                        .filteredOn(volume -> volume.startsWith("."))
                        .allMatch(volume -> volume.endsWith(":ro")));
    }

    @Test
    void no_secret_stands_in_the_file() {
        assertThat(compose.services()
                        .flatMap(service -> service.at("environment").each()))
                .filteredOn(variable -> variable.name().matches(".*(PASSWORD|SECRET|TOKEN|_KEY($|_)).*"))
                .isNotEmpty()
                .allSatisfy(variable -> {
                    assertThat(variable.name()).endsWith("_FILE");
                    assertThat(variable.text()).startsWith("/run/secrets/");
                });
        assertThat(compose.at("secrets").each())
                .allSatisfy(secret -> assertThat(secret.at("file").text()).startsWith("./secrets/"));
        assertThat(Sources.text(Compose.FOLDER.resolve(".gitignore")).lines()).contains("secrets/", ".env");
    }

    @Test
    void everybody_is_given_the_secrets_that_are_hers() {
        Set<String> given = compose.services()
                .flatMap(service -> service.at("secrets").each())
                .map(secret ->
                        secret.at("source").isThere() ? secret.at("source").text() : secret.text())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(given).isEqualTo(new TreeSet<>(compose.at("secrets").names()));
        assertThat(compose.nodes()).allSatisfy(node -> {
            String side = node.name().replaceAll("-\\d", "");
            assertThat(node.at("secrets")
                            .each()
                            .map(secret -> secret.at("source").text()))
                    .containsExactlyInAnyOrder(side + "_password", "owner_password");
            assertThat(node.at("environment", "SPRING_DATASOURCE_USERNAME").text())
                    .isEqualTo("trm_" + side + "_node");
        });
    }

    @Test
    void what_differs_from_place_to_place_is_asked_for_and_never_guessed() {
        Set<String> asked = new TreeSet<>();
        ASKED_FOR.matcher(text).results().forEach(found -> {
            asked.add(found.group(1));
            assertThat(found.group(2)).as(found.group()).matches("|:\\?.+");
        });

        assertThat(asked)
                .isEqualTo(Sources.variables(Compose.FOLDER.resolve(".env.example"))
                        .keySet());
        for (String name : asked) {
            assertThat(text).contains("${" + name + ":?");
        }
    }

    @Test
    void nobody_but_the_nodes_reaches_the_database_and_nobody_from_without_reaches_either() {
        assertThat(compose.services()
                        .filter(service -> joined(service).contains("database"))
                        .map(Part::name))
                .containsExactlyInAnyOrder("database", "command-1", "command-2", "query-1", "query-2");
        assertThat(joined(compose.service("database"))).containsExactly("database");
        assertThat(compose.at("networks")
                        .each()
                        .filter(network -> network.at("internal").value() != Boolean.TRUE))
                .extracting(Part::name)
                .containsExactlyInAnyOrder("front", "desk");
        assertThat(compose.services().filter(service -> service.at("ports").isThere()))
                .allSatisfy(service -> assertThat(service.at("ports").texts())
                        .allMatch(port -> service.name().equals("proxy") || port.startsWith("127.0.0.1:")));
        assertThat(compose.nodes()).allSatisfy(node -> {
            assertThat(node.at("ports").isThere()).isFalse();
            assertThat(joined(node)).doesNotContain("front", "desk");
        });
    }

    private static List<String> joined(Part service) {
        Part networks = service.at("networks");
        return networks.value() instanceof List ? networks.texts() : networks.names();
    }

    @Test
    void nodes_share_the_keys_and_nothing_that_one_of_them_signed() {
        assertThat(compose.nodes()).allSatisfy(node -> assertThat(mounted(node)).contains("keys", "erased"));
        assertThat(compose.nodes().flatMap(ComposeTest::mounted).filter(volume -> volume.startsWith("log")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoever_asks_the_nodes_asks_at_their_ports() {
        String proxied = Sources.text(Compose.FOLDER.resolve("nginx/nodes.conf"));
        Part watched = Part.of(Sources.yaml(Compose.FOLDER.resolve("prometheus/prometheus.yml")));
        List<String> targets = watched.at("scrape_configs")
                .each()
                .flatMap(job -> job.at("static_configs", 0, "targets").texts().stream())
                .toList();
        for (Part node : compose.nodes().toList()) {
            String side = node.name().replaceAll("\\d", "side");
            String figures = node.at("environment", "MANAGEMENT_SERVER_PORT").text();
            assertThat(proxied).contains("server " + node.name() + ":" + Sources.port(side) + " resolve");
            assertThat(targets).contains(node.name() + ":" + figures);
            assertThat(node.at("healthcheck", "test").texts()).containsExactly("CMD", "ready", figures);
        }
        assertThat(targets).hasSize(4);
        // The rules of the alerts know them by that.
        assertThat(watched.at("scrape_configs")
                        .each()
                        .map(job -> job.at("job_name").text()))
                .allMatch(name -> name.startsWith("trm"));
        assertThat(Pattern.compile("server \\S+ resolve").matcher(proxied).results())
                .hasSize(4);
        assertThat(Sources.text("container/ready")).contains("/actuator/health/readiness");
    }

    @Test
    void every_node_believes_an_authority_of_ones_own_where_that_is_asked_for() {
        Part more = Part.of(Sources.yaml(Compose.FOLDER.resolve("own-authority.yml")));

        assertThat(more.at("services").names())
                .containsExactlyElementsOf(compose.nodes().map(Part::name).toList());
        assertThat(more.at("services").each()).allSatisfy(node -> {
            String[] mounted = node.at("volumes", 0).text().split(":");
            assertThat(node.at("environment", "JDK_JAVA_OPTIONS").text())
                    .contains("-Djavax.net.ssl.trustStore=" + mounted[1] + " ");
            assertThat(mounted[0]).startsWith("./secrets/");
        });
    }
}
