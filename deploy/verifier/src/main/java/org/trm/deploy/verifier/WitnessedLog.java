package org.trm.deploy.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.NoteSignature;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.Unproven;
import org.trm.events.proof.VerifierKey;

/** A log as one witness sees it: one history, which only grows. */
final class WitnessedLog {
    private final List<VerifierKey> keys;
    private final WitnessFolder folder;
    private final Clock clock;
    private final PrintStream err;
    private Checkpoint seen;

    /** @param keys by any of which it may be signed */
    WitnessedLog(String name, List<VerifierKey> keys, WitnessFolder folder, Clock clock, PrintStream err) {
        this.keys = keys;
        this.folder = folder;
        this.clock = clock;
        this.err = err;
        this.seen = folder.last(name);
    }

    /** What it says to a checkpoint; one at a time, so that each is compared with the one before. */
    synchronized Answer add(AddCheckpoint request) {
        Checkpoint shown = request.checkpoint();
        try {
            request.note().verify(keys);
        } catch (Unproven e) {
            return told(403, e.getMessage());
        }
        if (request.old() != seen.size()) {
            return conflict("is shown as grown from " + request.old() + " entries, and was seen with " + seen.size());
        }
        if (shown.size() == seen.size() && !shown.root().equals(seen.root())) {
            return conflict("SPLIT VIEW: had the root " + seen.root() + ", and is shown with another: "
                    + evidence(request.note()));
        }
        try {
            request.requireContinues(seen);
        } catch (Unproven e) {
            return told(422, "NOT SHOWN TO HAVE ONLY GROWN: " + e.getMessage() + " " + evidence(request.note()));
        }
        return cosigned(request.note(), shown);
    }

    /** A signature that cannot be taken back, so that it is kept before anybody sees it. */
    private Answer cosigned(SignedNote note, Checkpoint shown) {
        NoteSignature cosignature =
                folder.signer().cosign(note.text(), clock.instant().getEpochSecond());
        try {
            folder.keep(shown.origin(), kept(note, cosignature));
        } catch (IOException e) {
            return told(500, "could not be kept, and was not signed: " + e);
        }
        seen = shown;
        say("signed at " + shown.size() + " entries.");
        return Answer.text(200, cosignature + "\n");
    }

    /** Without what others wrote below it, which may be anything. */
    private SignedNote kept(SignedNote note, NoteSignature cosignature) {
        Stream<NoteSignature> logs =
                note.signatures().stream().filter(signature -> keys.stream().anyMatch(key -> key.claims(signature)));
        return new SignedNote(
                note.text(), Stream.concat(logs, Stream.of(cosignature)).toList());
    }

    private Answer conflict(String sentence) {
        say("(409) " + sentence + ".");
        return new Answer(409, AddCheckpoint.SIZE_TYPE, seen.size() + "\n");
    }

    private Answer told(int status, String sentence) {
        say("(" + status + ") " + sentence);
        return Answer.text(status, sentence + "\n");
    }

    /** Signed by the log: with what the witness has it proves to anybody what the log did. */
    private static String evidence(SignedNote note) {
        return Base64.getEncoder().encodeToString(note.bytes());
    }

    private void say(String sentence) {
        err.println(clock.instant() + " " + seen.origin() + " " + sentence);
    }
}
