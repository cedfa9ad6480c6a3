package org.trm.events.proof;

import java.util.List;

/**
 * How far a log has come (C2SP tlog-checkpoint, without extension lines).
 *
 * @param origin which log: also the name of its key
 * @param size how many leaves it has
 * @param root of the tree above them
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** @throws Malformed when it can be none */
    public Checkpoint {
        VerifierKey.mustBeName(origin);
        if (size < 0 || size == 0 && !root.equals(Hash.EMPTY_TREE)) {
            throw new Malformed("No tree of " + size + " leaves has the root " + root + ".");
        }
    }

    /** @throws Malformed unless {@code text} is that of a checkpoint */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new Malformed("A checkpoint has three lines: the origin, the size and the root.");
        }
        return new Checkpoint(lines[0], Text.decimal(lines[1], "The size of a checkpoint"), Hash.parse(lines[2]));
    }

    /**
     * The checkpoint that a log signed.
     *
     * @throws Malformed unless the note's text is that of a checkpoint
     * @throws Unproven unless this log signed it
     */
    public static Checkpoint verified(SignedNote note, VerifierKey log) {
        note.verify(List.of(log));
        Checkpoint checkpoint = parse(note.text());
        if (log.kind() != SignatureKind.LOG || !checkpoint.origin.equals(log.name())) {
            throw new Unproven("The key of " + log.name() + " does not speak for the log " + checkpoint.origin + ".");
        }
        return checkpoint;
    }

    /**
     * @param log the signer of the log that it is about
     * @throws IllegalStateException when it is another's
     */
    public SignedNote sign(NoteSigner log) {
        if (!log.key().name().equals(origin)) {
            throw new IllegalStateException("The key of " + log.key().name() + " does not speak for the log " + origin);
        }
        return new SignedNote(text(), List.of(log.sign(text())));
    }

    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
