package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an overlay lays before a cluster, as kustomize puts it together. */
final class Kubernetes {
    static final Path FOLDER = Sources.SEPARATED.resolve("kubernetes");

    private final List<Part> objects;

    private Kubernetes(String rendered) {
        objects = Sources.documents(rendered).stream().map(Part::of).toList();
    }

    static Kubernetes rendered(String overlay) throws Exception {
        assumeTrue(
                Programs.has("kubectl") || Programs.has("kustomize"),
                "There is neither kubectl nor kustomize here: what a cluster would be given was not put together.");
        Programs.Outcome outcome = Programs.has("kubectl")
                ? Programs.run(FOLDER, "kubectl", "kustomize", overlay)
                : Programs.run(FOLDER, "kustomize", "build", overlay);
        assertThat(outcome.code()).as(outcome.complained()).isZero();
        assertThat(outcome.complained()).as("deprecations").isEmpty();
        return new Kubernetes(outcome.said());
    }

    Stream<Part> objects() {
        return objects.stream();
    }

    Stream<Part> all(String... kinds) {
        return objects()
                .filter(object -> List.of(kinds).contains(object.at("kind").text()));
    }

    Part one(String kind, String name) {
        return all(kind)
                .filter(object -> object.at("metadata", "name").text().equals(name))
                .findAny()
                .orElseThrow();
    }

    /** What runs pods. */
    Stream<Part> workloads() {
        return all("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");
    }

    /** The nodes of both sides. */
    Stream<Part> nodes() {
        return workloads()
                .filter(workload -> workload.at("metadata", "name").text().endsWith("-side"));
    }

    static Part pod(Part workload) {
        return workload.at("spec", "template", "spec");
    }

    static Stream<Part> containers(Part workload) {
        return Stream.of("initContainers", "containers")
                .flatMap(kind -> pod(workload).at(kind).each());
    }

    static Object labels(Part workload) {
        return workload.at("spec", "template", "metadata", "labels").value();
    }

    /** Whether labels are among others. */
    static boolean selects(Part selector, Object labels) {
        return labels instanceof Map<?, ?> given
                && selector.value() instanceof Map<?, ?> asked
                && given.entrySet().containsAll(asked.entrySet());
    }
}
