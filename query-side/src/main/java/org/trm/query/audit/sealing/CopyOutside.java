package org.trm.query.audit.sealing;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
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
        // Never another node's as well: one that comes to itself after a long pause may be writing an older checkpoint.
        Path draft = file.resolveSibling("." + log.key() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            write(checkpoint, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(SignedNote checkpoint, Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, CREATE_NEW, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Path file(LogName log) {
        return folder.resolve(log.key() + ".checkpoint");
    }
}
