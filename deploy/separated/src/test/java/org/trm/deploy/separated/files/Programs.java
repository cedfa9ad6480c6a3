package org.trm.deploy.separated.files;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The operator's own programs, where they are installed. */
final class Programs {
    private Programs() {}

    static boolean has(String program) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What a program said and how it ended. */
    record Outcome(int code, String said, String complained) {}

    static Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", null);
        Path complained = Files.createTempFile("complained", null);
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectOutput(said.toFile())
                    .redirectError(complained.toFile());
            builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + File.pathSeparator + more);
            int code = builder.start().waitFor();
            return new Outcome(
                    code,
                    Files.readString(said, StandardCharsets.UTF_8),
                    Files.readString(complained, StandardCharsets.UTF_8));
        } finally {
            Files.delete(said);
            Files.delete(complained);
        }
    }
}
