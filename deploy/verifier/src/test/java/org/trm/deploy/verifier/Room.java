package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trm.events.proof.SampleLog;

/** Where logs are laid down and verified. */
final class Room {
    private final Path folder;

    /** What a run ended with, and what it said. */
    record Run(int code, String said, String complained) {
        Run isWell() {
            assertThat(code).as(said + complained).isZero();
            assertThat(said).endsWith("All is well.\n").doesNotContain("WRONG");
            return this;
        }

        Run finds(String... sentences) {
            assertThat(code).as(said + complained).isEqualTo(1);
            assertThat(said).contains(sentences).endsWith("Not all is well.\n");
            return this;
        }

        Run says(String... sentences) {
            assertThat(said).contains(sentences);
            return this;
        }

        void couldNotFindOut(String reason) {
            assertThat(code).as(said + complained).isEqualTo(3);
            assertThat(complained).startsWith("Could not be checked: ").contains(reason);
        }

        void isMisuse(String reason) {
            assertThat(code).as(said + complained).isEqualTo(2);
            assertThat(complained).contains(reason, "usage:");
        }
    }

    Room(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, byte[] content) {
        try {
            Files.createDirectories(file(name).getParent());
            return Files.write(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log as it serves itself now; what it served before lies there too, unless it is the same file. */
    void serve(SampleLog log) {
        serve(log.files());
    }

    void serve(Map<String, byte[]> files) {
        files.forEach((path, content) -> write("log/" + path, content));
    }

    Run verify(String... more) {
        List<String> words =
                new ArrayList<>(List.of("verify", "--log", file("log").toString(), "--vkey", SampleLog.LOG.toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    /** As somebody who remembers what the log showed. */
    Run verifyAgain(String... more) {
        List<String> words = new ArrayList<>(List.of("--state", file("state").toString()));
        words.addAll(List.of(more));
        return verify(words.toArray(String[]::new));
    }

    static Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Verifier.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** An archive of these files. */
    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }
}
