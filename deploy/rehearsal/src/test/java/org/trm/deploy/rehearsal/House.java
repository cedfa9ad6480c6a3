package org.trm.deploy.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where things are in the sources, and where trials may write. */
final class House {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path SCRIPT = ROOT.resolve("deploy/trm");

    private House() {}

    static Path jar(String module) {
        return ROOT.resolve("deploy/%1$s/target/%1$s-1.0.0-SNAPSHOT.jar".formatted(module));
    }

    /** With a space in its name. The database may run as another user, who must be able to pass through. */
    static Path roomIn(Path temporary) {
        try {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
            Path room = Files.createDirectory(temporary.resolve("a room"));
            return Files.setPosixFilePermissions(room, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
