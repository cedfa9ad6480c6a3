package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Hash;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.Unproven;
import org.trm.events.proof.VerifierKey;

/** What a witness keeps: its key, and of each log what it signed last. One process at a time may have it. */
final class WitnessFolder implements AutoCloseable {
    private static final String KEY = "witness.key";

    private final Path folder;
    private final FileChannel lock;
    private final NoteSigner signer;

    /**
     * @param folder made when it is not there
     * @param name of the witness, whose key is made when there is none
     * @throws Misuse when the folder is another witness's, in use, or cannot be used
     */
    WitnessFolder(Path folder, String name) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            this.lock = locked(folder);
            this.signer = signer(name);
        } catch (IOException e) {
            throw new Misuse("--folder: the folder " + folder + " cannot be used: " + e);
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This process has it already: the same as any other one.
        }
        channel.close();
        throw new Misuse("--folder: the folder " + folder + " is used by another running witness.");
    }

    private NoteSigner signer(String name) throws IOException {
        Path file = folder.resolve(KEY);
        if (!Files.exists(file)) {
            make(file, name);
        }
        String[] lines = new String(Words.content("--folder", file), UTF_8).split("\n");
        try {
            NoteSigner read = NoteSigner.ofPkcs8(
                    VerifierKey.parse(lines[0]), Base64.getDecoder().decode(lines[lines.length - 1]));
            if (!read.key().name().equals(name)) {
                throw new Misuse("--name: the key in " + folder + " is that of "
                        + read.key().name() + ".");
            }
            return read;
        } catch (Malformed | Unproven | IllegalArgumentException e) {
            throw new Misuse("--folder: the file " + file + " is no key of a witness: put it back from a backup.");
        }
    }

    private static void make(Path file, String name) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            VerifierKey key = VerifierKey.of(name, SignatureKind.WITNESS, pair.getPublic());
            String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            DurableFile.write(
                    file,
                    (key + "\n" + secret + "\n").getBytes(UTF_8),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (Malformed e) {
            throw new Misuse("--name: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has Ed25519 since release 15", e);
        }
    }

    NoteSigner signer() {
        return signer;
    }

    /**
     * What it signed last of a log; the tree of no leaf when it never did.
     *
     * @throws Misuse when what is kept is not what it signed: it could sign another history then
     */
    Checkpoint last(String log) {
        Path file = file(log);
        if (!Files.exists(file)) {
            return new Checkpoint(log, 0, Hash.EMPTY_TREE);
        }
        try {
            SignedNote note = SignedNote.parse(Words.content("--folder", file));
            note.verify(List.of(signer.key()));
            Checkpoint last = Checkpoint.parse(note.text());
            if (last.origin().equals(log)) {
                return last;
            }
            throw new Misuse("--folder: the file " + file + " is of the log " + last.origin() + ".");
        } catch (Malformed | Unproven e) {
            throw new Misuse("--folder: the file " + file + " is not what this witness signed last: " + e.getMessage());
        }
    }

    /** When this returns it is on the disk. */
    void keep(String log, SignedNote cosigned) throws IOException {
        DurableFile.write(file(log), cosigned.bytes());
    }

    private Path file(String log) {
        return folder.resolve(URLEncoder.encode(log, UTF_8) + ".checkpoint");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new Unreachable("the folder " + folder + " cannot be let go: " + e.getMessage());
        }
    }
}
