package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever is called learns what is wrong, and where it stands what to do. */
class AlertsTest {
    @Test
    void every_alert_says_what_is_wrong_and_has_its_page() {
        Set<String> headings = WatchingFiles.text(WatchingFiles.PAGE)
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());

        assertThat(WatchingFiles.alerts()).hasSizeGreaterThan(15).allSatisfy(alert -> {
            assertThat(alert.summary()).as(alert.name()).endsWith(".");
            assertThat(alert.severity()).as(alert.name()).isIn("critical", "warning");
            assertThat(alert.page())
                    .isEqualTo(WatchingFiles.PAGE + "#" + alert.name().toLowerCase(Locale.ROOT));
        });
        assertThat(WatchingFiles.alerts())
                .extracting(WatchingFiles.Alert::name)
                .containsExactlyInAnyOrderElementsOf(headings);
    }

    @Test
    void prometheus_itself_reads_the_rules() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "skipped: there is no promtool here");
        Process check = new ProcessBuilder(
                        "promtool",
                        "check",
                        "rules",
                        WatchingFiles.path(WatchingFiles.ALERTS).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("promtool", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
