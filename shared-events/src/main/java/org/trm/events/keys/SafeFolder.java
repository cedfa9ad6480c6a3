package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Small files of which each is written once. When writing returns, the file is on the disk, whole; nobody but the owner
 * may read it.
 */
final class SafeFolder {
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;

    SafeFolder(Path root) {
        this.root = root;
    }

    void make() throws IOException {
        Files.createDirectories(root, OWN_FOLDER);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    List<String> read(String name) throws IOException {
        return Files.readAllLines(root.resolve(name));
    }

    /** The files in a folder; none when there is no such folder. */
    List<String> names(String name) throws IOException {
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith("."))
                    .toList();
        }
    }

    /** When this returns it is gone from the disk, if it was there. */
    void delete(String name) throws IOException {
        Path file = root.resolve(name);
        if (Files.deleteIfExists(file)) {
            force(file.getParent());
        }
    }

    /** Leaves the file alone if another was quicker. */
    void write(String name, List<String> lines) throws IOException {
        Path file = root.resolve(name);
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, OWN_FOLDER);
            force(folder.getParent());
            force(root);
        }
        Path draft = folder.resolve("." + UUID.randomUUID());
        try {
            try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), OWN_FILE)) {
                ByteBuffer bytes = UTF_8.encode(String.join("\n", lines) + "\n");
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException quicker) {
            // The one that is there is as good.
        } finally {
            Files.deleteIfExists(draft);
        }
        force(folder);
    }

    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
