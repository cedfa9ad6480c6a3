package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The folder that holds the database, locked for this process as long as it is open. */
final class DataFolder implements AutoCloseable {
    private static final String UNFINISHED = ".unfinished-";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder if there is none and locks it. */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath());
            Path real = printable(path.toRealPath());
            DataFolder folder = new DataFolder(real, locked(real));
            folder.deleteUnfinished();
            return folder;
        } catch (IOException | UncheckedIOException e) {
            throw unusable(path, e);
        }
    }

    Path path() {
        return path;
    }

    Path at(String name) {
        return path.resolve(name);
    }

    /** A new folder for work that gets its name by a rename once it is whole; a crash in between leaves nothing. */
    Path unfinished() throws IOException {
        return Files.createTempDirectory(path, UNFINISHED);
    }

    /** Gives a finished folder its name, also on the disk. */
    void finish(Path unfinished, Path name) throws IOException {
        Files.createDirectories(name.getParent());
        Files.move(unfinished, name);
        force(name.getParent());
        force(path);
    }

    PostgresFailure unusable(Exception why) {
        return unusable(path, why);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Makes the entries of a folder, not only the files in it, survive a power failure. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (tryLock(channel) == null) {
            channel.close();
            throw new PostgresFailure("The data folder " + folder + " is used by another running process. "
                    + "Stop that one, or choose another folder by --data DIR.");
        }
        return channel;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** PostgreSQL's programs call each other through a shell and quote paths only for spaces. */
    private static Path printable(Path path) {
        if (path.toString().chars().anyMatch(c -> "\"'`$\\\n".indexOf(c) >= 0)) {
            throw new PostgresFailure("PostgreSQL cannot work in " + path + ": quotes, $, ` and \\ are not allowed "
                    + "in the path. Choose another folder by --data DIR.");
        }
        return path;
    }

    private static PostgresFailure unusable(Path path, Exception why) {
        return new PostgresFailure(
                "The data folder " + path + " cannot be used (" + why.getMessage() + "). Start as a user "
                        + "who may write there, or choose another folder by --data DIR.",
                why);
    }

    private void deleteUnfinished() throws IOException {
        List<Path> left;
        try (Stream<Path> entries = Files.list(path)) {
            left = entries.filter(e -> e.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path folder : left) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
