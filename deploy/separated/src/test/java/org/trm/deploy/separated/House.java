package org.trm.deploy.separated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in the sources, and what was built of them. */
final class House {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private House() {}

    static Path jar(String module) {
        Path name = Path.of(module).getFileName();
        return ROOT.resolve(module).resolve("target/" + name + "-1.0.0-SNAPSHOT-exec.jar");
    }

    /** One of the files that an operator takes from here. */
    static String file(String name) {
        try {
            return Files.readString(ROOT.resolve("deploy/separated").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
