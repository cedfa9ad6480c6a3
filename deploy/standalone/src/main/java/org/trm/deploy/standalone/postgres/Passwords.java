package org.trm.deploy.standalone.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The passwords of the two roles that log in: random, made once, readable only by the user who started first. */
record Passwords(String owner, String app) {
    private static final String FILE = "database-passwords";
    private static final int BYTES = 32;

    static Passwords keptIn(DataFolder folder) throws IOException {
        Path file = folder.at(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                throw lost(folder);
            }
            return new Passwords(lines.get(0), lines.get(1));
        } catch (NoSuchFileException e) {
            if (Files.exists(folder.at(Cluster.NAME))) {
                throw lost(folder);
            }
            return made(file);
        }
    }

    private static PostgresFailure lost(DataFolder folder) {
        return new PostgresFailure("The database in " + folder.path() + " is there but its passwords are not: "
                + "restore the file " + FILE + " from where the folder was copied.");
    }

    private static Passwords made(Path file) throws IOException {
        Passwords passwords = new Passwords(random(), random());
        Path unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            String lines = passwords.owner + "\n" + passwords.app + "\n";
            channel.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        DataFolder.force(file.getParent());
        return passwords;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "Passwords";
    }
}
