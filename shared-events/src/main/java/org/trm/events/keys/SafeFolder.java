package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Small files that several processes share. When writing returns, the file is on the disk, whole; nobody but the owner may
 * read it. Changes are made one after the other, so that one can depend on what was true before it.
 */
final class SafeFolder {
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Held by whoever changes something; to read, nobody needs it. */
    private static final String LOCK = ".lock";

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

    /** The files in a folder and in those within it, each by its whole name. */
    List<String> namesBelow(String name) throws IOException {
        List<String> all = new ArrayList<>();
        for (String file : names(name)) {
            String whole = name + "/" + file;
            if (Files.isDirectory(root.resolve(whole))) {
                all.addAll(namesBelow(whole));
            } else {
                all.add(whole);
            }
        }
        return all;
    }

    /** When this returns it is gone from the disk, if it was there. */
    void delete(String name) throws IOException {
        Path file = root.resolve(name);
        if (Files.exists(file)) {
            alone(() -> Files.deleteIfExists(file));
            force(file.getParent());
        }
    }

    /** Adds a file; one that is there already is left alone. */
    void add(String name, List<String> lines) throws IOException {
        add(name, lines, () -> true);
    }

    /**
     * The same, but only if what was true when the lines were made is still so.
     *
     * @param stillSo nobody else changes anything in the folder between this question and the change
     */
    void add(String name, List<String> lines, Condition stillSo) throws IOException {
        drafted(name, lines, draft -> {
            if (stillSo.holds() && !has(name)) {
                Files.createLink(root.resolve(name), draft);
            }
        });
    }

    /** Puts another file in the place of the one that is there: whoever reads meanwhile finds either, and each whole. */
    void replace(String name, List<String> lines, Condition stillSo) throws IOException {
        drafted(name, lines, draft -> {
            if (stillSo.holds()) {
                Files.move(draft, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        });
    }

    private void drafted(String name, List<String> lines, Change change) throws IOException {
        Path folder = root.resolve(name).getParent();
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
            alone(() -> change.with(draft));
        } finally {
            Files.deleteIfExists(draft);
        }
        force(folder);
    }

    /** Does it while no other thread, and no other process that uses the folder, changes anything in it. */
    void alone(Deed deed) throws IOException {
        synchronized (SafeFolder.class) {
            try (FileChannel channel = FileChannel.open(root.resolve(LOCK), Set.of(CREATE, WRITE), OWN_FILE);
                    FileLock held = channel.lock()) {
                deed.done();
            }
        }
    }

    /** What must still be so. */
    interface Condition {
        boolean holds() throws IOException;
    }

    private interface Change {
        void with(Path draft) throws IOException;
    }

    interface Deed {
        void done() throws IOException;
    }

    @Override
    public String toString() {
        return root.toString();
    }

    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
