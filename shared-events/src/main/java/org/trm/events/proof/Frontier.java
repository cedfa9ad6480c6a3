package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that must be known of a tree to let it grow.
 *
 * @param size how many leaves it has
 * @param peaks the roots of the complete trees that it consists of, the largest first
 */
public record Frontier(long size, List<Hash> peaks) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    /** @throws Malformed when a tree of this size has another number of peaks */
    public Frontier {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new Malformed("A tree of " + size + " leaves does not have " + peaks.size() + " peaks.");
        }
        peaks = List.copyOf(peaks);
    }

    public Frontier append(Hash leaf) {
        List<Hash> grown = new ArrayList<>(peaks);
        Hash peak = leaf;
        for (long complete = size; (complete & 1) == 1; complete >>= 1) {
            peak = Hash.node(grown.remove(grown.size() - 1), peak);
        }
        grown.add(peak);
        return new Frontier(Math.addExact(size, 1), grown);
    }

    public Hash root() {
        if (size == 0) {
            return Hash.EMPTY_TREE;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return root;
    }

    /** The size in eight bytes, the most significant first, then the peaks. */
    public byte[] encode() {
        ByteBuffer encoded = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.LENGTH);
        encoded.putLong(size);
        peaks.forEach(peak -> peak.writeTo(encoded));
        return encoded.array();
    }

    /** @throws Malformed unless these bytes encode one */
    public static Frontier decode(byte[] bytes) {
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        if (bytes.length % Hash.LENGTH != Long.BYTES) {
            throw new Malformed("No frontier of a tree has " + bytes.length + " bytes.");
        }
        long size = encoded.getLong();
        List<Hash> peaks = new ArrayList<>();
        while (encoded.hasRemaining()) {
            peaks.add(Hash.next(encoded));
        }
        return new Frontier(size, peaks);
    }
}
