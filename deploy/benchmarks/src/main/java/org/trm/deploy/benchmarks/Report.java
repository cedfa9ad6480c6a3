package org.trm.deploy.benchmarks;

import static org.trm.deploy.benchmarks.Finding.shown;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was measured, for people and as JSON. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<Level> levels = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void add(Level level) {
        levels.add(level);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void print(PrintStream out) {
        Table load = new Table(
                1,
                "",
                "clients",
                "/s",
                "p50 ms",
                "p99 ms",
                "p99/p50",
                "limit /s",
                "of limit",
                "CPU ms service",
                "PostgreSQL",
                "load",
                "limit",
                "others %");
        levels.forEach(level -> load.add(cells(level)));
        Table figures = new Table(1, "", "", "", "aim", "");
        for (Finding finding : findings) {
            figures.add(
                    finding.what(),
                    shown(finding.value()),
                    finding.unit(),
                    finding.aim() == null ? "" : finding.aim(),
                    finding.reached() == null ? "" : finding.reached() ? "reached" : "missed");
        }
        out.printf("%n%s%n%s", load, figures);
    }

    private static String[] cells(Level level) {
        Window window = level.window();
        CpuTime cpu = window.cpuEach();
        Window limit = level.limit();
        return new String[] {
            level.what(),
            Integer.toString(window.clients()),
            shown(window.perSecond()),
            shown(window.millis(50)),
            shown(window.millis(99)),
            shown(level.spread()),
            limit == null ? "" : shown(limit.perSecond()),
            limit == null ? "" : shown(level.ratio()),
            shown(cpu.service()),
            shown(cpu.database()),
            shown(cpu.load()),
            limit == null ? "" : shown(limit.cpuEach().database()),
            shown(window.othersPercent())
        };
    }

    void write(Path file, Options options) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("measuredAt", Instant.now().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", Runtime.version().toString());
        all.put("quick", options.quick());
        all.put("warmUpSeconds", options.warmUp().toSeconds());
        all.put("windowSeconds", options.window().toSeconds());
        all.put("load", levels.stream().map(Report::json).toList());
        all.put("figures", findings);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, JSON.writeValueAsBytes(all));
    }

    private static Map<String, Object> json(Level level) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", level.what());
        json.put("clients", level.window().clients());
        json.put("service", json(level.window()));
        if (level.limit() != null) {
            json.put("limit", json(level.limit()));
            json.put("ofLimit", level.ratio());
        }
        return json;
    }

    private static Map<String, Object> json(Window window) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", window.count());
        json.put("perSecond", window.perSecond());
        json.put("p50Millis", window.millis(50));
        json.put("p95Millis", window.millis(95));
        json.put("p99Millis", window.millis(99));
        json.put("cpuMillisEach", window.cpuEach());
        json.put("othersPercentOfOneProcessor", window.othersPercent());
        return json;
    }
}
