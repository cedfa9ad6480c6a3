package org.trm.events.golden;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The golden files in the sources. A file that is there is never written again. One that is missing is written on request,
 * by {@code mvn test -pl shared-events -Dtest='Golden*Test' -Dtrm.write-missing}, to be looked at and committed.
 */
final class GoldenFolder {
    private static final Path FOLDER = Path.of(
            System.getProperty("basedir", ""),
            "src/test/resources",
            GoldenFolder.class.getPackageName().replace('.', '/'));

    private GoldenFolder() {}

    /** The bytes of a file, or a failure that names it and says how it comes into being. */
    static byte[] read(String file, byte[] ifMissing) {
        Path path = FOLDER.resolve(file);
        try {
            if (Files.exists(path)) {
                return Files.readAllBytes(path);
            }
            if (Boolean.getBoolean("trm.write-missing")) {
                Files.createDirectories(path.getParent());
                Files.write(path, ifMissing, StandardOpenOption.CREATE_NEW);
                return fail("%s was missing and has been written: look at it, and commit it for good", file);
            }
            return fail("There is no golden file %s: have it written by -Dtrm.write-missing, see GoldenFolder", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String file, List<String> ifMissing) {
        byte[] text = (String.join("\n", ifMissing) + "\n").getBytes(StandardCharsets.UTF_8);
        return new String(read(file, text), StandardCharsets.UTF_8).lines().toList();
    }

    /** The files that lie in a folder here, by their names. */
    static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
