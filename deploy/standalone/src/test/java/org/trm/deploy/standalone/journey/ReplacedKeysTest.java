package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Keys are replaced in the middle of a transfer, and the program is killed meanwhile; nobody who reads or acts notices. */
@ExtendWith(OneMechanism.class)
class ReplacedKeysTest extends Journey {
    @TempDir
    Path temporary;

    @BeforeEach
    void letTheDatabaseThrough() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private Started started(Path keys) {
        Started program = Started.with(
                        temporary,
                        "start",
                        "--demo-logins",
                        "--port",
                        "0",
                        "--data",
                        temporary.resolve("data").toString(),
                        "--trm.keys=" + keys,
                        "--logging.level.root=INFO",
                        "--trm.keys.destroy-after=PT1S")
                .ready();
        meet(program);
        return program;
    }

    @Test
    void what_was_recorded_before_is_read_after_it_and_what_was_copied_before_opens_nothing() throws Exception {
        Path keys = temporary.resolve("keys");
        Her her;
        try (Started program = started(keys)) {
            her = received();
            bulgaria.recordsWhoSheIs(her, "Doe");
            bothPrepareAndSign(her);
            copy(keys, temporary.resolve("yesterday"));
            Operator operator = new Operator(program);
            assertThat(operator.replacesTheKeyOf("BG")).startsWith("BG-2-");
            assertThat(operator.replacesTheKeyOf("RO")).startsWith("RO-2-");
            assertThat(operator.replacesTheRootKey()).isEqualTo("root-2");
            assertThat(program.said()).contains("asked to replace a key; root-2 is in use now");
            program.signal("KILL");
            program.ended();
        }
        try (Started program = started(keys)) {
            Operator operator = new Operator(program);
            her.heldBy(bulgaria);
            assertThat(operator.replacesTheKeyOf("RO")).startsWith("RO-");
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains("Doe");
            eventually(() -> {
                assertThat(operator.keysOf("BG"))
                        .singleElement()
                        .asString()
                        .startsWith("BG-2-")
                        .endsWith("IN_USE");
                assertThat(operator.keysOf("RO")).singleElement().asString().endsWith("IN_USE");
                assertThat(operator.root()).isEqualTo("2 and 0");
            });
            bulgaria.recordsDeparture(her);
            romania.confirmsArrival(her);
            bulgaria.acknowledgesTheHandover(her);
            romania.acknowledgesTheHandover(her);
            her.heldBy(romania);
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains("Doe");
            assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("WITHHELD NOT_SHARED");
            assertThat(bulgaria.focalPoint
                            .posts("/api/admin/keys/root/rotation", Map.of(), Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(bulgaria.focalPoint.gets("/api/admin/keys", Map.of()).status())
                    .isEqualTo(403);
            program.signal("TERM");
            program.ended();
        }
        try (Started program = started(temporary.resolve("yesterday"))) {
            her.heldBy(romania);
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo("UNAVAILABLE");
            assertThat(new Operator(program).keysOf("RO")).last().asString().endsWith("MISSING");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
