package org.trm.query.audit.sealing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.SignedNote;

/**
 * The last checkpoint of each log as this node signed it, in a file apart from the database: a database that is put back from
 * a backup does not know what was signed after it.
 */
@Component
class CopyOutside {
    private final Path folder;

    /** @param folder made when it is first needed */
    CopyOutside(@Value("${trm.log.copies:trm-log}") Path folder) {
        this.folder = folder;
    }

    /**
     * Empty when this node has signed none.
     *
     * @throws Contradiction when the file is none of ours
     */
    Optional<SignedNote> last(LogName log) {
        Path file = file(log);
        try {
            return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readAllBytes(file))) : Optional.empty();
        } catch (Malformed e) {
            throw new Contradiction(file + " is no checkpoint: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When this returns it is on the disk, whole. */
    void keep(LogName log, SignedNote checkpoint) {
        Path file = file(log);
        Path draft = file.resolveSibling("." + log.key());
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(LogName log) {
        return folder.resolve(log.key() + ".checkpoint");
    }
}
