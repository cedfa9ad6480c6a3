package org.trm.deploy.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** A data folder that is made once, which takes seconds, for all tests of what happens to one that there is already. */
final class MadeBefore implements ParameterResolver {
    private static final String PROGRAMS = "postgres";

    /** The folder, with its database stopped. */
    record Made(Path temporary, Path folder) implements AutoCloseable {
        private static Made once() {
            try {
                Path temporary = Files.createTempDirectory("trm-made-before");
                Path folder = Sql.open(temporary);
                EmbeddedPostgres.start(folder).close();
                return new Made(temporary, folder);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** Another one like it, whose programs are those of the first. */
        Path in(Path other) throws Exception {
            Path copy = Files.createDirectories(Sql.open(other));
            List<String> command = new ArrayList<>(List.of("cp", "-a"));
            try (Stream<Path> kept = Files.list(folder)) {
                kept.filter(path -> !path.endsWith(PROGRAMS))
                        .map(Path::toString)
                        .forEach(command::add);
            }
            command.add(copy.toString());
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
            Files.createSymbolicLink(copy.resolve(PROGRAMS), folder.resolve(PROGRAMS));
            return copy;
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(temporary);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Made.class;
    }

    @Override
    public Made resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Made.class, ignored -> Made.once(), Made.class);
    }
}
