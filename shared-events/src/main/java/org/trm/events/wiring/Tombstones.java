package org.trm.events.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.trm.events.types.CaseId;

/**
 * Whose keys were destroyed, and when: a file to which lines are added and nothing else is done, outside of everything that
 * a backup could put back.
 */
final class Tombstones {
    private final Path file;

    Tombstones(Path file) {
        this.file = file;
    }

    /** When this returns, it is on the disk. */
    void add(CaseId caseId, Instant at) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(CREATE, WRITE, APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer line = ByteBuffer.wrap((caseId + " " + at + "\n").getBytes(US_ASCII));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** The last line may be one whose writing a crash cut off: what it stood for had not been acknowledged. */
    Map<CaseId, Instant> all() throws IOException {
        Map<CaseId, Instant> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            String text = Files.readString(file, US_ASCII);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                String[] words = line.split(" ");
                all.putIfAbsent(CaseId.of(words[0]), Instant.parse(words[1]));
            }
        }
        return all;
    }
}
