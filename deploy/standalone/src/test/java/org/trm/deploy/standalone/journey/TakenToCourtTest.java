package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.deploy.verifier.Verifier;
import org.trm.events.proof.Hash;

/** A case is taken to court as a file that the court can verify without asking anybody. */
class TakenToCourtTest extends Journey {
    private static final String RECORD = "/api/audit/exports/";

    @TempDir
    Path court;

    private Her knownByName() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Unmistakable");
        mechanism.settle(her);
        return her;
    }

    private byte[] file(Person reader, Her her) {
        return reader.takes(
                her.address("/file?atLeastVersion=" + reader.sees(her).version()));
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return archive.toByteArray();
    }

    /** What the court's own verifier ends with, and what it says. */
    private record Verdict(int code, String said) {}

    private Verdict verified(byte[] archive) throws IOException {
        Path file = Files.write(court.resolve("case.zip"), archive);
        String key = new String(coordinator.takes("/api/log/vkey"), UTF_8).strip();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int code = Verifier.run(new String[] {"case", "--file", file.toString(), "--vkey", key}, out, out);
        return new Verdict(code, said.toString(UTF_8));
    }

    @Test
    void both_countries_files_prove_what_each_is_told_and_name_nobody() throws IOException {
        Her her = knownByName();
        for (Person reader : List.of(bulgaria.focalPoint, bulgaria.auditor, romania.focalPoint)) {
            byte[] archive = file(reader, her);

            Verdict verdict = verified(archive);
            assertThat(verdict.code()).as(verdict.said()).isZero();
            assertThat(verdict.said().lines().filter(line -> line.startsWith("Event ")))
                    .hasSameSizeAs(reader.timeline(her));
            unpacked(archive)
                    .forEach((name, content) ->
                            assertThat(new String(content, UTF_8)).as(name).doesNotContain("Unmistakable"));
        }
    }

    @Test
    void whatever_is_altered_in_it_is_found() throws IOException {
        byte[] archive = file(bulgaria.focalPoint, knownByName());

        for (String name : List.of(
                "README.txt",
                "timeline.html",
                "timeline.pdf",
                "manifest.json",
                "checkpoint",
                "vkey",
                "events/1.json",
                "events/1.metadata.json",
                "entries/1.json",
                "proofs/1.tlog-proof")) {
            Map<String, byte[]> files = unpacked(archive);
            files.get(name)[files.get(name).length / 2] ^= 1;

            Verdict verdict = verified(packed(files));
            assertThat(verdict.code()).as(name + ": " + verdict.said()).isEqualTo(1);
            assertThat(verdict.said())
                    .contains("WRONG: ", name.startsWith("events/") ? "Event 1 is not proven" : "Not all is well.");
        }
    }

    @Test
    void an_auditor_finds_on_record_which_file_was_given_out() throws IOException {
        byte[] archive = file(bulgaria.focalPoint, knownByName());
        String said = verified(archive).said();
        String record = said.substring(said.indexOf(RECORD)).replaceAll("(?s)(" + RECORD + "[0-9]+).*", "$1");

        assertThat(bulgaria.auditor.reads(record).body().at("/export/sha256").asString())
                .isEqualTo(HexFormat.of().formatHex(Hash.of(archive).bytes()));
    }
}
