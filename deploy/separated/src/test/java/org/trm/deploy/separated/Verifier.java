package org.trm.deploy.separated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The verifier of this house, which remembers what the log showed before. */
final class Verifier {
    private final URI log;
    private final String key;
    private final Path folder;

    Verifier(URI log, String key, Path folder) throws IOException {
        this.log = log;
        this.key = key;
        this.folder = Files.createDirectories(folder);
    }

    /** The whole log makes the tree that is signed, and continues everything that was seen before. */
    void findsThatTheLogOnlyGrew() throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        House.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        House.jar("deploy/verifier").toString(),
                        "verify",
                        "--log",
                        log.toString(),
                        "--vkey",
                        key,
                        "--state",
                        folder.resolve("remembered").toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(said.toFile()))
                .start();
        assertThat(process.waitFor()).as(() -> text(said)).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
