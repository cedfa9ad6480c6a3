package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the example of a region lays before a cluster. */
class KubernetesTest {
    /** For how long Spring Boot lets what has begun end, unless told otherwise. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static Kubernetes region;

    @BeforeAll
    static void put_it_together() throws Exception {
        region = Kubernetes.rendered("overlays/region");
    }

    @Test
    void both_sides_and_their_proxy_run_and_nothing_else() {
        assertThat(region.workloads()
                        .map(workload -> workload.at("metadata", "name").text()))
                .containsExactlyInAnyOrder("command-side", "query-side", "proxy");
        assertThat(region.objects()
                        .map(object -> object.at("metadata", "namespace").text()))
                .allMatch(namespace -> namespace.isEmpty() || namespace.equals("trm"));
    }

    @Test
    void no_container_can_be_changed_or_become_more_than_it_is() {
        assertThat(region.workloads()).isNotEmpty().allSatisfy(workload -> {
            Part pod = Kubernetes.pod(workload);
            assertThat(pod.at("automountServiceAccountToken").value()).isEqualTo(false);
            assertThat(pod.at("securityContext", "runAsNonRoot").value()).isEqualTo(true);
            assertThat(pod.at("securityContext", "runAsUser").number()).isPositive();
            assertThat(pod.at("securityContext", "seccompProfile", "type").text())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.names()).doesNotContain("hostNetwork", "hostPID", "hostIPC");
            assertThat(pod.at("volumes")
                            .each()
                            .map(volume -> volume.at("hostPath").value()))
                    .containsOnlyNulls();
            assertThat(Kubernetes.containers(workload)).isNotEmpty().allSatisfy(container -> {
                Part may = container.at("securityContext");
                assertThat(may.at("allowPrivilegeEscalation").value()).isEqualTo(false);
                assertThat(may.at("readOnlyRootFilesystem").value()).isEqualTo(true);
                assertThat(may.at("capabilities", "drop").texts()).containsExactly("ALL");
                assertThat(may.names()).doesNotContain("privileged", "runAsUser");
                assertThat(may.at("capabilities").names()).doesNotContain("add");
            });
        });
        assertThat(region.one("Namespace", "trm")
                        .at("metadata", "labels", "pod-security.kubernetes.io/enforce")
                        .text())
                .isEqualTo("restricted");
        assertThat(region.all("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"))
                .isEmpty();
    }

    @Test
    void every_container_says_what_it_needs_and_how_it_is() {
        assertThat(region.workloads().flatMap(Kubernetes::containers)).allSatisfy(container -> {
            for (String amount : List.of("requests", "limits")) {
                assertThat(container.at("resources", amount).names()).contains("cpu", "memory");
            }
            Set<String> ports = Set.copyOf(container
                    .at("ports")
                    .each()
                    .map(port -> port.at("name").text())
                    .toList());
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(ports)
                        .contains(container.at(probe, "httpGet", "port").text());
            }
        });
    }

    @Test
    void a_node_is_asked_how_it_is_where_it_says_so() {
        String figures = region.all("ConfigMap")
                .filter(map -> map.at("metadata", "name").text().startsWith("settings-"))
                .map(map -> map.at("data", "MANAGEMENT_SERVER_PORT").text())
                .findAny()
                .orElseThrow();
        assertThat(region.nodes()).hasSize(2).allSatisfy(node -> {
            String side = node.at("metadata", "name").text();
            Part container = Kubernetes.containers(node).findFirst().orElseThrow();
            Map<String, String> ports = container
                    .at("ports")
                    .each()
                    .collect(Collectors.toMap(
                            port -> port.at("name").text(),
                            port -> port.at("containerPort").text()));
            assertThat(ports).isEqualTo(Map.of("http", "" + Sources.port(side), "figures", figures));
            assertThat(container.at("readinessProbe", "httpGet", "path").text())
                    .isEqualTo("/actuator/health/readiness");
            // What a node depends on may be away without anything being gained by starting the node anew.
            for (String probe : List.of("startupProbe", "livenessProbe")) {
                assertThat(container.at(probe, "httpGet", "path").text()).isEqualTo("/actuator/health/liveness");
            }
        });
    }

    @Test
    void every_image_is_of_one_release() {
        assertThat(region.workloads().flatMap(Kubernetes::containers)).allSatisfy(container -> {
            String image = container.at("image").text();
            assertThat(image).matches("[^:]+:[^:]*\\d+\\.\\d+[^:]*");
            if (image.contains("trm/")) {
                assertThat(image).endsWith(":" + Sources.release());
            }
        });
    }

    @Test
    void no_secret_is_contained() {
        assertThat(region.all("Secret")).isEmpty();
        assertThat(region.objects().flatMap(Part::leaves))
                .noneMatch(
                        said -> said.name().matches("(?i).*(password|secret|token)") && said.value() instanceof String);
        assertThat(region.nodes()
                        .map(node -> Kubernetes.pod(node)
                                .at("volumes", 0, "secret", "secretName")
                                .text()))
                .containsExactlyInAnyOrder("command-side", "query-side");
    }

    @Test
    void a_node_that_is_to_stop_has_the_time_to_finish() {
        Duration drain = Duration.parse(region.all("ConfigMap")
                .map(map -> map.at("data", "TRM_DRAIN").text())
                .filter(text -> !text.isEmpty())
                .findAny()
                .orElseThrow());
        assertThat(region.nodes())
                .allSatisfy(node -> assertThat(Kubernetes.pod(node)
                                .at("terminationGracePeriodSeconds")
                                .number())
                        .isGreaterThan((int) drain.plus(GRACE).toSeconds()));
        assertThat(region.one("Deployment", "proxy")
                        .at("spec", "template", "spec", "terminationGracePeriodSeconds")
                        .number())
                .isGreaterThan(10 + 30);
    }

    @Test
    void none_goes_before_another_has_come() {
        assertThat(region.workloads()).allSatisfy(workload -> {
            assertThat(workload.at("spec", "replicas").number()).isGreaterThan(1);
            Part strategy = workload.at("spec", "strategy", "rollingUpdate");
            if (workload.at("kind").text().equals("Deployment")) {
                assertThat(strategy.at("maxUnavailable").text()).isEqualTo("0");
                assertThat(strategy.at("maxSurge").number()).isPositive();
            }
            Object labels = Kubernetes.labels(workload);
            assertThat(region.all("PodDisruptionBudget"))
                    .filteredOn(budget -> Kubernetes.selects(budget.at("spec", "selector", "matchLabels"), labels))
                    .singleElement()
                    .satisfies(budget -> assertThat(
                                    budget.at("spec", "minAvailable").number())
                            .isPositive());
            assertThat(Kubernetes.pod(workload).at("topologySpreadConstraints").each())
                    .hasSize(2)
                    .allMatch(spread -> Kubernetes.selects(spread.at("labelSelector", "matchLabels"), labels));
        });
    }

    @Test
    void whatever_is_named_is_there() {
        Set<String> maps = names("ConfigMap");
        Set<String> claims = names("PersistentVolumeClaim");
        assertThat(region.workloads()).allSatisfy(workload -> {
            Part pod = Kubernetes.pod(workload);
            assertThat(names("ServiceAccount"))
                    .contains(pod.at("serviceAccountName").text());
            Set<String> volumes = new TreeSet<>(pod.at("volumes")
                    .each()
                    .map(volume -> volume.at("name").text())
                    .toList());
            workload.at("spec", "volumeClaimTemplates")
                    .each()
                    .forEach(claim -> volumes.add(claim.at("metadata", "name").text()));
            assertThat(pod.at("volumes").each()).allSatisfy(volume -> {
                Part claim = volume.at("persistentVolumeClaim", "claimName");
                Part map = volume.at("configMap", "name");
                assertThat(!claim.isThere() || claims.contains(claim.text())).isTrue();
                // The database's certificate authority is the operator's to bring.
                assertThat(!map.isThere()
                                || maps.contains(map.text())
                                || map.text().equals("database-authority"))
                        .isTrue();
            });
            assertThat(Kubernetes.containers(workload)
                            .flatMap(container -> container.at("volumeMounts").each())
                            .map(mount -> mount.at("name").text()))
                    .isNotEmpty()
                    .allMatch(volumes::contains);
        });
        assertThat(region.all("Service"))
                .allSatisfy(service -> assertThat(region.workloads().map(Kubernetes::labels))
                        .anyMatch(labels -> Kubernetes.selects(service.at("spec", "selector"), labels)));
    }

    private Set<String> names(String kind) {
        return region.all(kind)
                .map(object -> object.at("metadata", "name").text())
                .collect(Collectors.toSet());
    }

    @Test
    void nobody_may_call_anybody_unless_it_is_said() {
        Part nobody = region.one("NetworkPolicy", "nobody").at("spec");
        assertThat(nobody.at("podSelector").value()).isEqualTo(Map.of());
        assertThat(nobody.at("policyTypes").texts()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(nobody.names()).doesNotContain("ingress", "egress");

        // Whatever is allowed names its ports, and whoever is called or calls; from anywhere only the proxy is reached.
        assertThat(region.all("NetworkPolicy").flatMap(policy -> rules(policy.at("spec"))))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.at("ports").each()).isNotEmpty();
                    assertThat(rule.names()).hasSize(2);
                });
        assertThat(region.one("NetworkPolicy", "proxy").at("spec", "ingress", 0).names())
                .containsExactly("ports");
        assertThat(region.all("NetworkPolicy")
                        .flatMap(policy -> policy.at("spec", "egress").each())
                        .flatMap(rule -> rule.at("to").each())
                        .map(to -> to.at("ipBlock", "cidr").text())
                        .filter(cidr -> !cidr.isEmpty()))
                .isNotEmpty()
                .allMatch(cidr -> cidr.endsWith("/32"));
    }

    private static Stream<Part> rules(Part spec) {
        return Stream.of("ingress", "egress")
                .flatMap(way -> spec.at(way).each())
                .filter(rule -> rule.names().size() > 1
                        || !rule.at("ports", 0, "port").text().equals("https"));
    }

    @Test
    void the_proxy_looks_for_the_nodes_where_they_are() {
        Part map = region.all("ConfigMap")
                .filter(one -> one.at("metadata", "name").text().startsWith("proxy-nodes-"))
                .findAny()
                .orElseThrow();
        for (String side : List.of("command-side", "query-side")) {
            assertThat(map.at("data", "nodes.conf").text())
                    .contains("server " + side + ".trm.svc.cluster.local:" + Sources.port(side) + " resolve");
            assertThat(region.one("Service", side).at("spec", "clusterIP").text())
                    .isEqualTo("None");
        }
        assertThat(map.at("data", "site.conf").text()).contains("listen 8443 ssl");
    }
}
