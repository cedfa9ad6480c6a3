package org.trm.deploy.rehearsal;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script does before it starts anything: in a house of the same plan, whose builder only says that he came. */
class ScriptTest {
    private static final Instant BUILT = Instant.now().minus(1, HOURS).truncatedTo(SECONDS);
    private static final List<String> MODULES = List.of(
            "shared-events", "command-side", "query-side", "deploy/standalone", "deploy/play", "deploy/benchmarks");

    @TempDir
    private Path temporary;

    private Path house;

    @BeforeEach
    void isBuilt() throws IOException {
        house = House.roomIn(temporary);
        write("pom.xml", "");
        for (String module : MODULES) {
            write(module + "/pom.xml", "");
            write(module + "/src/main/java/Some.java", "");
        }
        for (String program : List.of("standalone", "play", "benchmarks")) {
            write(House.ROOT.relativize(House.jar(program)).toString(), "No program.");
        }
        write(
                "deploy/rehearsal/target/built",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'\n")
                        .withZone(ZoneOffset.UTC)
                        .format(BUILT));
        write("bin/mvn", "#!/bin/sh\necho The builder came.\nexit 1\n");
        executable(house.resolve("bin/mvn"));
        executable(Files.copy(House.SCRIPT, house.resolve("deploy/trm")));
        try (Stream<Path> everything = Files.walk(house)) {
            for (Path path : everything.toList()) {
                lastTouched(path, BUILT.minusSeconds(60));
            }
        }
    }

    @Test
    void what_is_built_is_not_built_again() throws Exception {
        try (Run start = start()) {
            assertThat(start.ended()).isNotZero();
            assertThat(start.said()).contains("corrupt jarfile").doesNotContain("Building");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "query-side/pom.xml",
                "shared-events/src/main/java/Some.java",
                "deploy/play/src/main/java/Some.java",
                "command-side/src/main/java"
            })
    void it_builds_once_a_source_is_newer(String path) throws Exception {
        lastTouched(house.resolve(path), BUILT.plusSeconds(1));
        theBuilderComes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/benchmarks/target/benchmarks-1.0.0-SNAPSHOT.jar", "deploy/rehearsal/target/built"})
    void it_builds_what_is_missing(String path) throws Exception {
        Files.delete(house.resolve(path));
        theBuilderComes();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("rehearse", "deploy/trm demo  [--once]"),
                Arguments.of("demo --twice", "demo does not know --twice"),
                Arguments.of("demo --port", "--port needs a value"),
                Arguments.of("start --twice", "Unknown: --twice"),
                Arguments.of("start --port many", "--port needs a number"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_it_does_not_know_ends_with_2_and_says_how_to_call_it(String line, String says) throws Exception {
        try (Run run = Run.trm(house, line.split(" "))) {
            assertThat(run.ended()).isEqualTo(2);
            assertThat(run.said()).contains(says).doesNotContain("\tat ");
        }
    }

    private void theBuilderComes() throws Exception {
        try (Run start = start()) {
            assertThat(start.ended()).isEqualTo(1);
            assertThat(start.said()).contains("Building", "failed", "The builder came.");
        }
    }

    private Run start() {
        String path = house.resolve("bin") + File.pathSeparator + System.getenv("PATH");
        return Run.script(house.resolve("deploy/trm"), house, path, "start");
    }

    private void write(String path, String text) throws IOException {
        Path file = house.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void lastTouched(Path path, Instant when) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(when));
    }
}
