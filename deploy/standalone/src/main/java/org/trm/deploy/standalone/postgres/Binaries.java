package org.trm.deploy.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, packed on the class path, unpacked once for each version into the data folder. */
final class Binaries {
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> DATA = PosixFilePermissions.fromString("rw-r--r--");
    private static final int EXECUTABLE = 0111;

    private Binaries() {}

    /** The folder with bin, lib and share. It is made whole or not at all. */
    static Path unpackedIn(DataFolder folder) throws IOException {
        String platform = platform();
        Path home = folder.at("postgres").resolve(version() + "-" + platform);
        if (!Files.isDirectory(home)) {
            Path unfinished = folder.unfinished();
            unpack("/postgres-" + platform + ".txz", unfinished);
            folder.finish(unfinished, home);
            Files.setPosixFilePermissions(home.getParent(), PROGRAM);
        }
        return home;
    }

    /** Of the packed server, e.g. 18.6.0. */
    static String version() throws IOException {
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    private static void unpack(String resource, Path home) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new PostgresFailure("This build brings PostgreSQL for another machine (" + resource
                        + " is missing). Build it here, or set spring.datasource.url to a running PostgreSQL.");
            }
            var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                place(archive, entry, entry.resolveIn(home));
            }
        }
        Files.setPosixFilePermissions(home, PROGRAM);
    }

    private static void place(TarArchiveInputStream archive, TarArchiveEntry entry, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PROGRAM);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            write(archive, path);
            Files.setPosixFilePermissions(path, (entry.getMode() & EXECUTABLE) == 0 ? DATA : PROGRAM);
        }
    }

    /** Onto the disk before the folder gets its name: a power failure must not leave a program that is half there. */
    private static void write(InputStream content, Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(file));
            file.force(true);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "darwin" : system) + (processor.equals("aarch64") ? "-arm_64" : "-x86_64");
    }
}
