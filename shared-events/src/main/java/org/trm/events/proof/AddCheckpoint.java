package org.trm.events.proof;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a log asks of a witness (C2SP tlog-witness): to sign a checkpoint too, as one that continues what it signed last.
 *
 * @param old how many leaves that had; 0 when the witness signed none
 * @param growth the consistency proof from there; empty when there are no more leaves, or {@code old} is 0
 */
public record AddCheckpoint(long old, List<Hash> growth, SignedNote note) {
    /** The media type of an answer that names how many leaves the witness saw last. */
    public static final String SIZE_TYPE = "text/x.tlog.size";

    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;

    /** @throws Malformed when it asks for what no witness can do */
    public AddCheckpoint {
        if (growth.size() > MOST_HASHES) {
            throw new Malformed("A witness is given at most " + MOST_HASHES + " hashes of a proof.");
        }
        long size = Checkpoint.parse(note.text()).size();
        if (old < 0 || old > size) {
            throw new Malformed("No tree grows from " + old + " leaves to " + size + ".");
        }
        growth = List.copyOf(growth);
    }

    /** @throws Malformed unless {@code body} is that of such a request */
    public static AddCheckpoint parse(byte[] body) {
        String text = Text.of(body, "A request to a witness");
        int gap = text.indexOf("\n\n");
        if (gap < 0 || !text.startsWith(OLD)) {
            throw new Malformed(
                    "A request to a witness is the word old and a size, the hashes of a proof, an empty line and a checkpoint.");
        }
        String[] lines = text.substring(OLD.length(), gap).split("\n", -1);
        return new AddCheckpoint(
                Text.decimal(lines[0], "The old size"),
                Arrays.stream(lines).skip(1).map(Hash::parse).toList(),
                SignedNote.parse(text.substring(gap + 2)));
    }

    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /**
     * @param seen what the witness signed last; that of no leaf when it signed none
     * @throws Unproven unless the checkpoint is shown to continue it
     */
    public void requireContinues(Checkpoint seen) {
        if (seen.size() != old) {
            throw new Unproven("The proof begins at " + old + " leaves, not at " + seen.size() + ".");
        }
        if (old > 0) {
            Checkpoint now = checkpoint();
            new ConsistencyProof(old, now.size(), growth).verify(seen.root(), now.root());
        } else if (!growth.isEmpty()) {
            throw new Unproven("That a tree has grown from no leaf needs no proof, and there is one.");
        }
    }

    public byte[] bytes() {
        return Text.bytes(toString(), "A request to a witness");
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return OLD + old + "\n" + growth.stream().map(hash -> hash + "\n").collect(Collectors.joining()) + "\n" + note;
    }
}
