package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's programs as this process may run them. */
record Programs(Path bin, ServerAccount account, Path workingFolder) {

    static Programs in(DataFolder folder) throws IOException {
        Path bin = Binaries.unpackedIn(folder).resolve("bin");
        return new Programs(bin, ServerAccount.ableToRun(bin.resolve("postgres")), folder.path());
    }

    /**
     * Runs one to its end.
     *
     * @throws PostgresFailure with all it said, if it failed
     */
    void run(String input, String program, String... arguments) {
        List<String> command = Stream.concat(Stream.of(bin.resolve(program).toString()), Stream.of(arguments))
                .toList();
        try {
            Process process = prepared(command).redirectErrorStream(true).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new PostgresFailure("PostgreSQL's " + program + " failed: " + said.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Under the account and in an environment where no setting of the user's own PostgreSQL counts. */
    ProcessBuilder prepared(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(account.command(command)).directory(workingFolder.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        process.environment().put("LC_ALL", "C");
        process.environment().put("TZ", "UTC");
        return process;
    }

    static PostgresFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PostgresFailure("Interrupted while waiting for PostgreSQL.", e);
    }
}
