package org.trm.events.proof;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That an entry is in a log, for whoever has the entry and the log's key (C2SP tlog-proof, without unauthenticated extra data).
 *
 * @param index which leaf the entry makes
 * @param path from the leaf's neighbour to the root's child
 * @param checkpoint of the tree, as it was served
 */
public record Receipt(long index, List<Hash> path, SignedNote checkpoint) {
    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";

    public Receipt {
        path = List.copyOf(path);
    }

    /** @throws Malformed unless {@code bytes} are one */
    public static Receipt parse(byte[] bytes) {
        String text = Text.of(bytes, "A receipt");
        int gap = text.indexOf("\n\n");
        String[] lines = text.substring(0, Math.max(0, gap)).split("\n");
        if (!lines[0].equals(HEAD) || lines.length < 2 || !lines[1].startsWith(INDEX)) {
            throw new Malformed(
                    "A receipt begins with the lines \"" + HEAD + "\" and \"" + INDEX + "\" with a number.");
        }
        return new Receipt(
                Text.decimal(lines[1].substring(INDEX.length()), "The index of a receipt"),
                Arrays.stream(lines).skip(2).map(Hash::parse).toList(),
                SignedNote.parse(text.substring(gap + 2)));
    }

    /**
     * The checkpoint of the tree that the leaf was found in.
     *
     * @throws Malformed when the checkpoint is none, or too small for the index
     * @throws Unproven unless the log signed it, and the leaf is in its tree
     */
    public Checkpoint verify(Hash leaf, VerifierKey log) {
        Checkpoint signed = Checkpoint.verified(checkpoint, log);
        new InclusionProof(index, signed.size(), path).verify(leaf, signed.root());
        return signed;
    }

    public byte[] bytes() {
        return Text.bytes(toString(), "A receipt");
    }

    /** As it is kept in a file, usually called {@code ….tlog-proof}. */
    @Override
    public String toString() {
        String hashes = path.stream().map(hash -> hash + "\n").collect(Collectors.joining());
        return HEAD + "\n" + INDEX + index + "\n" + hashes + "\n" + checkpoint;
    }
}
