package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trm.probe.SoftHsm;

/** A whole story with the root key and the countries' keys in a device. */
@ExtendWith(OneMechanism.class)
class KeysInDeviceTest extends Journey {
    @TempDir
    Path temporary;

    private long slot;
    private long romanian;

    @BeforeEach
    void configure() throws IOException {
        assumeTrue(SoftHsm.installed(), SoftHsm.SKIPPED);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        slot = SoftHsm.token();
        romanian = SoftHsm.token();
    }

    private Started started(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--demo-logins",
                "--port",
                "0",
                "--data",
                temporary.resolve("data").toString(),
                "--logging.level.root=INFO",
                "--trm.keys.destroy-after=PT1S"));
        arguments.addAll(List.of(more));
        return Started.with(temporary, arguments.toArray(String[]::new));
    }

    private Started withDevice() {
        Path pin = SoftHsm.pinFile(temporary, SoftHsm.PIN);
        Started program = started(
                        "--trm.keys.pkcs11.library=" + SoftHsm.LIBRARY,
                        "--trm.keys.pkcs11.slot=" + slot,
                        "--trm.keys.pkcs11.pin-file=" + pin,
                        "--trm.keys.pkcs11.countries.ro.slot=" + romanian,
                        "--trm.keys.pkcs11.countries.ro.pin-file=" + pin)
                .ready();
        meet(program);
        return program;
    }

    @Test
    void she_is_recorded_handed_over_and_forgotten() throws Exception {
        Her her;
        try (Started program = withDevice()) {
            her = received();
            bulgaria.recordsWhoSheIs(her, "Doe");
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo("WITHHELD NOT_SHARED");
            bothPrepareAndSign(her);
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains("Doe");
            program.signal("TERM");
            program.ended();
        }
        try (Stream<Path> files = Files.walk(temporary.resolve("data/keys"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("root.device")
                    .noneMatch(name -> name.startsWith("BG-") || name.equals("root.key"));
        }
        try (Started withoutDevice = started()) {
            assertThat(withoutDevice.ended()).isNotZero();
            assertThat(withoutDevice.said())
                    .contains("--trm.keys.pkcs11.library")
                    .doesNotContain("\tat ");
        }
        try (Started program = withDevice()) {
            Operator operator = new Operator(program);
            operator.replacesTheKeyOf("RO");
            operator.replacesTheRootKey();
            bulgaria.recordsDeparture(her);
            romania.confirmsArrival(her);
            bulgaria.acknowledgesTheHandover(her);
            romania.acknowledgesTheHandover(her);
            her.heldBy(romania);
            eventually(() -> {
                assertThat(operator.keysOf("RO")).singleElement().asString().startsWith("RO-2-");
                assertThat(operator.root()).isEqualTo("2 and 0");
            });
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains("Doe");
            for (String milestone :
                    List.of("AFTER_72_HOURS", "AFTER_1_MONTH", "AFTER_3_MONTHS", "AFTER_6_MONTHS", "AFTER_12_MONTHS")) {
                romania.reports(her, milestone);
            }
            romania.completes(her);
            romania.closes(her);
            romania.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
            romania.secondOfficer.acts(her, "/erasure/confirmation", Map.of());
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo("ERASED");
            assertThat(program.said()).doesNotContain(SoftHsm.PIN);
        }
    }
}
