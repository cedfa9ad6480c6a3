package org.trm.events.pages;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the house stands, whichever of its rooms is being tested. */
final class House {
    private House() {}

    static Path path(String path) {
        Path room = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (!Files.isDirectory(room.resolve("deploy/docs"))) {
            room = room.getParent();
        }
        return room.resolve(path);
    }
}
