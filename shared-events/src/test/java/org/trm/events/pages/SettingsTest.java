package org.trm.events.pages;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever an operator can set, and whatever is told to whoever watches, is explained where she looks for it. */
class SettingsTest {
    private static final Pattern NAMED = Pattern.compile("(?:\"|\\$\\{)(trm(?:\\.[a-z0-9-]+)+)[\":}]");

    private static SortedSet<String> settings() throws IOException {
        try (Stream<Path> files = Files.walk(House.path("."))) {
            return files.filter(file -> file.toString().matches(".*/src/main/.*\\.(java|yml|properties)"))
                    .map(SettingsTest::text)
                    .flatMap(text -> NAMED.matcher(text).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everySettingIsExplainedInTheReadmeOrInTheRunbook() throws IOException {
        String told = text(House.path("README.md"))
                + text(House.path("deploy/docs/runbook.md"))
                + text(House.path("deploy/docs/watching.md"));

        assertThat(settings()).contains("trm.keys", "trm.live.heartbeat").allSatisfy(setting -> {
            String family = setting.substring(0, setting.lastIndexOf('.')) + ".*`";
            String figure = setting.replace('.', '_');
            assertThat(told.contains("`" + setting) || told.contains("`" + family) || told.contains("`" + figure))
                    .as(setting)
                    .isTrue();
        });
    }
}
