package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever watches sees how the mechanism fares, by figures that the dashboards and the alerts ask for, and nobody's case. */
class WatchedFromOutsideTest extends Journey {
    private static final String WITNESS = "witness.example.org/ro";
    private static final String WITNESS_KEY = WITNESS + "+a8dbfbf0+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
    private static final String CODE = "[A-Z][A-Z0-9_]*";

    /** Every figure of ours with its labels and what they may say. */
    private static final Map<String, Map<String, String>> OURS = Map.ofEntries(
            Map.entry("trm_acts_seconds", Map.of("kind", "[a-z][A-Za-z]+", "outcome", "done|refused|repeated|failed")),
            Map.entry("trm_refusals", Map.of("code", CODE)),
            Map.entry("trm_clocks_open", Map.of("limit", CODE)),
            Map.entry("trm_clocks_waiting_seconds", Map.of()),
            Map.entry("trm_clocks_passed", Map.of("limit", CODE, "outcome", "done|refused|failed")),
            Map.entry("trm_cases", Map.of("stage", CODE)),
            Map.entry("trm_cases_overdue", Map.of("stage", CODE)),
            Map.entry("trm_view_lag_events", Map.of("view", "[a-z_]+")),
            Map.entry("trm_view_lag_seconds", Map.of("view", "[a-z_]+")),
            Map.entry("trm_view_stopped", Map.of("view", "[a-z_]+")),
            Map.entry("trm_log_pending", Map.of("log", "events|readings")),
            Map.entry("trm_log_waiting_seconds", Map.of("log", "events|readings")),
            Map.entry("trm_log_stopped", Map.of("log", "events|readings")),
            Map.entry("trm_log_findings", Map.of("log", "events|readings")),
            Map.entry("trm_log_witness_waiting_seconds", Map.of("log", "events|readings", "witness", WITNESS)),
            Map.entry("trm_log_witness_disagrees", Map.of("log", "events|readings", "witness", WITNESS)),
            Map.entry("trm_keys_reachable", Map.of()),
            Map.entry("trm_keys_failures", Map.of()),
            Map.entry("trm_alarm", Map.of("alarm", CODE)));

    /** Of the libraries; another family is looked at by somebody before it is added here. */
    private static final Pattern OTHERS = Pattern.compile(
            "(application|commandBus|dbscheduler|disk|executor|hikaricp|http_server_requests|jdbc|jvm|logback|process|system|tomcat)_.*");

    private static final Pattern SOMEBODYS = Pattern.compile(
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}|[0-9a-f]{32}|\\b[A-Z]{2}-[A-Z0-9]{3,}|\\b(BG|RO|DE|AL)\\b|Synthetic");

    /** What Prometheus adds by itself, and labels that it gives. */
    private static final String UP = "up";

    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    private static Mechanism watched;
    private static Scrape scrape;

    @BeforeAll
    static void happens() {
        watched = new Mechanism(
                "--management.server.port=0",
                "--management.server.address=127.0.0.1",
                "--trm.log.witnesses.ro.url=http://127.0.0.1:9",
                "--trm.log.witnesses.ro.key=" + WITNESS_KEY);
        WatchedFromOutsideTest story = new WatchedFromOutsideTest();
        story.meet(watched);
        Her her = story.handedOver();
        story.refused("403 NOT_HOLDER", () -> story.bulgaria.assessesNeeds(her, "SHELTER"));
        story.received();
        watched.letPass(Duration.ofDays(17));
        eventually(() -> {
            scrape = Scrape.of(watched.figures());
            assertThat(scrape.sum("trm_clocks_passed_total", Map.of("limit", "DECISION", "outcome", "done")))
                    .isEqualTo(1);
        });
    }

    @AfterAll
    static void isOver() {
        watched.close();
    }

    @Test
    void acts_are_counted_by_kind_and_outcome_and_refusals_by_code() {
        assertThat(scrape.sum("trm_acts_seconds_count", Map.of("kind", "openCase", "outcome", "done")))
                .isEqualTo(2);
        assertThat(scrape.sum("trm_acts_seconds_count", Map.of("kind", "assessNeeds", "outcome", "refused")))
                .isEqualTo(1);
        assertThat(scrape.sum("trm_refusals_total", Map.of("code", "NOT_HOLDER")))
                .isEqualTo(1);
        assertThat(scrape.sum("trm_refusals_total", Map.of("code", "INTERNAL_ERROR")))
                .isZero();
    }

    @Test
    void it_is_seen_what_runs_what_is_overdue_and_that_everything_follows() {
        eventually(() -> {
            Scrape now = Scrape.of(watched.figures());
            assertThat(now.sum("trm_clocks_open", Map.of())).isPositive();
            assertThat(now.sum("trm_cases", Map.of())).isEqualTo(2);
            assertThat(now.sum("trm_cases_overdue", Map.of("stage", "TRANSFER_REQUESTED")))
                    .isEqualTo(1);
            assertThat(now.of("trm_view_lag_events", Map.of()))
                    .hasSizeGreaterThan(4)
                    .allMatch(view -> view.value() == 0);
            assertThat(now.sum("trm_log_pending", Map.of())).isZero();
            assertThat(now.sum("trm_keys_reachable", Map.of())).isEqualTo(1);
            assertThat(now.of("trm_alarm", Map.of())).hasSize(5).allMatch(alarm -> alarm.value() == 0);
        });
    }

    @Test
    void no_figure_tells_of_anybodys_case_or_country() {
        assertThat(scrape.samples())
                .flatMap(sample -> sample.labels().values())
                .hasSizeGreaterThan(500)
                .allSatisfy(value -> assertThat(value).doesNotContainPattern(SOMEBODYS));
        assertThat(scrape.names()).allSatisfy(name -> assertThat(name).doesNotContainPattern(SOMEBODYS));
    }

    @Test
    void every_figure_is_known_with_all_that_its_labels_may_say() {
        Set<String> ours = new TreeSet<>();
        for (Scrape.Sample sample : scrape.samples()) {
            String figure = sample.name().replaceAll("_(total|count|sum|max)$", "");
            if (!OTHERS.matcher(figure).matches()) {
                assertThat(OURS).as("%s", sample).containsKey(figure);
                assertThat(sample.labels().keySet())
                        .as("%s", sample)
                        .isEqualTo(OURS.get(figure).keySet());
                sample.labels()
                        .forEach((label, value) -> assertThat(value)
                                .as("%s", sample)
                                .matches(OURS.get(figure).get(label)));
                ours.add(figure);
            }
        }
        assertThat(ours).isEqualTo(new TreeSet<>(OURS.keySet()));
    }

    @Test
    void addresses_are_told_as_they_are_described_and_so_there_are_not_many() {
        Set<String> addresses = scrape.of("http_server_requests_seconds_count", Map.of()).stream()
                .map(sample -> sample.labels().get("uri"))
                .collect(Collectors.toSet());

        assertThat(addresses)
                .contains("/api/cases/{caseId}/needs")
                .hasSizeLessThan(60)
                .allSatisfy(address -> assertThat(address).doesNotContainPattern("\\d"));
    }

    @Test
    void every_figure_of_ours_is_explained() {
        String page = WatchingFiles.text(WatchingFiles.PAGE);
        assertThat(scrape.names().stream()
                        .filter(name -> name.startsWith("trm_"))
                        .map(name -> name.replaceAll("_(count|sum|max)$", "")))
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void the_figures_are_open_at_their_own_port_and_nothing_else_is() {
        URI figures = watched.figures();
        assertThat(Scrape.get(figures).statusCode()).isEqualTo(200);
        assertThat(Scrape.get(figures.resolve("/actuator/metrics")).statusCode())
                .isEqualTo(401);
        assertThat(Scrape.get(figures.resolve("/api/cases")).statusCode()).isIn(401, 404);
        assertThat(Scrape.get(watched.url().resolve("/actuator/prometheus")).statusCode())
                .isIn(401, 404);
    }

    @Test
    void a_node_whose_keys_are_away_is_alive_and_not_ready_and_calls_until_they_are_back() throws IOException {
        URI health = watched.figures().resolve("/actuator/health/");
        Map<String, String> alarm = Map.of("alarm", "KEYS_UNREACHABLE");
        Path key = watched.data().resolve("keys/root.key");
        Path away = Files.move(key, watched.data().resolveSibling("root.key"));
        try {
            eventually(() -> {
                assertThat(Scrape.get(health.resolve("readiness")).statusCode()).isEqualTo(503);
                assertThat(Scrape.get(health.resolve("liveness")).statusCode()).isEqualTo(200);
                assertThat(Scrape.of(watched.figures()).sum("trm_keys_reachable", Map.of()))
                        .isZero();
                assertThat(Scrape.of(watched.figures()).sum("trm_alarm", alarm)).isEqualTo(1);
            });
        } finally {
            Files.move(away, key);
        }
        eventually(() -> {
            assertThat(Scrape.get(health.resolve("readiness")).statusCode()).isEqualTo(200);
            assertThat(Scrape.of(watched.figures()).sum("trm_alarm", alarm)).isZero();
        });
    }

    @Test
    void the_operator_alone_reads_them_at_the_port_of_the_api(Mechanism other) {
        assertThat(Scrape.get(other.url().resolve("/actuator/prometheus")).statusCode())
                .isEqualTo(401);
        assertThat(new Person(other, "bg-auditor")
                        .gets("/actuator/prometheus", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(new Person(other, "operator")
                        .gets("/actuator/prometheus", Map.of("Accept", "*/*"))
                        .http()
                        .body())
                .contains("trm_keys_reachable");
    }

    @Test
    void whatever_a_dashboard_or_an_alert_asks_for_is_told() {
        assertThat(WatchingFiles.expressions()).hasSizeGreaterThan(40).allSatisfy((where, expression) -> {
            List<Expression.Asked> asked = expression.asked();
            assertThat(asked).as(where).isNotEmpty();
            Set<String> labels = new TreeSet<>(OF_PROMETHEUS);
            for (Expression.Asked one : asked) {
                if (!one.figure().equals(UP)) {
                    Map<String, String> exactly = new HashMap<>(one.exactly());
                    exactly.keySet().removeAll(OF_PROMETHEUS);
                    assertThat(scrape.of(one.figure(), exactly))
                            .as(where + " " + one)
                            .isNotEmpty();
                    labels.addAll(scrape.labelsOf(one.figure()));
                }
                assertThat(labels).as(where + " " + one).containsAll(one.labels());
            }
            assertThat(labels).as(where).containsAll(expression.groupedBy());
        });
    }

    @Test
    void every_alarm_has_an_alert() {
        String alerts = WatchingFiles.text(WatchingFiles.ALERTS);
        assertThat(scrape.of("trm_alarm", Map.of()))
                .hasSize(5)
                .allSatisfy(alarm -> assertThat(alerts)
                        .contains("trm_alarm{alarm=\"" + alarm.labels().get("alarm") + "\"}"));
    }
}
