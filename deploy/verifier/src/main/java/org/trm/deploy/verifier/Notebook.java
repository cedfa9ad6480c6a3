package org.trm.deploy.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Hash;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.Unproven;
import org.trm.events.proof.VerifierKey;

/** Every checkpoint of one log that was found to be well, as it was signed: one a line, in Base64. */
final class Notebook {
    private static final String HEAD = "checkpoints verified by trm verifier, version 1";

    private final Path file;
    private final VerifierKey log;
    private final List<Shown> checkpoints;

    private Notebook(Path file, VerifierKey log, List<Shown> checkpoints) {
        this.file = file;
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /**
     * @param file null to remember nothing; one that is not there yet is an empty notebook
     * @throws Misuse when it is another file, or of another log
     */
    static Notebook of(Path file, VerifierKey log) {
        List<Shown> checkpoints = new ArrayList<>();
        if (file != null && Files.exists(file)) {
            String[] lines = new String(Words.content("--state", file), StandardCharsets.UTF_8).split("\n");
            if (!lines[0].equals(HEAD)) {
                throw new Misuse("--state: the file " + file + " is not one that a verifier wrote.");
            }
            for (int i = 1; i < lines.length; i++) {
                checkpoints.add(read(file, i + 1, lines[i], log));
            }
        }
        return new Notebook(file, log, checkpoints);
    }

    private static Shown read(Path file, int line, String base64, VerifierKey log) {
        try {
            SignedNote note = SignedNote.parse(Base64.getDecoder().decode(base64));
            return new Shown("this verifier", note, Checkpoint.verified(note, log));
        } catch (Malformed | Unproven | IllegalArgumentException e) {
            throw new Misuse("--state: line " + line + " of the file " + file + " is no checkpoint of this log: "
                    + e.getMessage());
        }
    }

    List<Shown> checkpoints() {
        return List.copyOf(checkpoints);
    }

    /** The largest tree that was ever verified; that of no entry when none was. */
    Checkpoint verified() {
        return checkpoints.stream()
                .map(Shown::checkpoint)
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .orElseGet(this::none);
    }

    /** The tree of no entry, which needs no verifying. */
    Checkpoint none() {
        return new Checkpoint(log.name(), 0, Hash.EMPTY_TREE);
    }

    /** @throws Unreachable when it cannot be written */
    void add(Shown shown) {
        if (file == null
                || checkpoints.stream().anyMatch(known -> known.checkpoint().equals(shown.checkpoint()))) {
            return;
        }
        checkpoints.add(shown);
        StringBuilder lines = new StringBuilder(HEAD).append('\n');
        for (Shown known : checkpoints) {
            lines.append(Base64.getEncoder().encodeToString(known.note().bytes()))
                    .append('\n');
        }
        try {
            DurableFile.write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unreachable("the file " + file
                    + " cannot be written, so that this checkpoint would be forgotten: " + e.getMessage());
        }
    }
}
