package org.trm.events.keys;

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
import java.util.regex.Pattern;
import org.trm.events.types.CaseId;

/**
 * Whose keys were destroyed, and when: a file to which lines are added and nothing else is done, outside of everything that
 * a backup could put back.
 */
final class Tombstones {
    private static final Pattern WHOLE = Pattern.compile("[0-9a-f-]{36} \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    private final Path file;

    Tombstones(Path file) {
        this.file = file;
    }

    /** When this returns, it is on the disk. */
    void add(CaseId caseId, Instant at) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // What a full disk cut off must not swallow this line.
        String line = (isCutOff() ? "\n" : "") + caseId + " " + at + "\n";
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(CREATE, WRITE, APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = US_ASCII.encode(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        SafeFolder.force(folder);
    }

    /** A line whose writing was cut off stands for nothing: what it would have noted was not acknowledged. */
    Map<CaseId, Instant> all() throws IOException {
        Map<CaseId, Instant> all = new LinkedHashMap<>();
        for (String line : text().lines().toList()) {
            if (WHOLE.matcher(line).matches()) {
                String[] words = line.split(" ");
                all.putIfAbsent(CaseId.of(words[0]), Instant.parse(words[1]));
            }
        }
        return all;
    }

    private boolean isCutOff() throws IOException {
        String text = text();
        return !text.isEmpty() && !text.endsWith("\n");
    }

    private String text() throws IOException {
        return Files.exists(file) ? Files.readString(file, US_ASCII) : "";
    }
}
