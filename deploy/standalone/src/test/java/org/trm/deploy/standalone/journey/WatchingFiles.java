package org.trm.deploy.standalone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator is given to watch with: dashboards, rules of alerts, and the page that explains them. */
final class WatchingFiles {
    static final String PAGE = "deploy/docs/watching.md";
    static final String ALERTS = "deploy/separated/alerts.yml";
    private static final String DASHBOARDS = "deploy/separated/dashboards";

    private WatchingFiles() {}

    static Path path(String file) {
        Path room = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (!Files.isDirectory(room.resolve("deploy/docs"))) {
            room = room.getParent();
        }
        return room.resolve(file);
    }

    static String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule by which somebody is called. */
    record Alert(String name, Expression when, String severity, String summary, String page) {}

    static List<Alert> alerts() {
        Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(ALERTS));
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode group : JsonMapper.shared().<JsonNode>valueToTree(file).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                alerts.add(new Alert(
                        rule.path("alert").asString(),
                        new Expression(rule.path("expr").asString()),
                        rule.path("labels").path("severity").asString(),
                        rule.path("annotations").path("summary").asString(),
                        rule.path("annotations").path("runbook_url").asString()));
            }
        }
        return alerts;
    }

    /** Every expression of an alert or a dashboard, by where it stands. */
    static Map<String, Expression> expressions() {
        Map<String, Expression> all = new TreeMap<>();
        alerts().forEach(alert -> all.put(alert.name(), alert.when()));
        try (Stream<Path> files = Files.list(path(DASHBOARDS))) {
            for (Path file : files.toList()) {
                for (JsonNode panel :
                        JsonMapper.shared().readTree(Files.readString(file)).path("panels")) {
                    for (JsonNode target : panel.path("targets")) {
                        String where = file.getFileName() + ", "
                                + panel.path("title").asString() + ", "
                                + target.path("refId").asString();
                        all.put(where, new Expression(target.path("expr").asString()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
