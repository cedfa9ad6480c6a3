package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 nodes beside each other, as they are served.
 *
 * @param hashes leaves at level 0; above, each the root of a full tile
 */
public record HashTile(List<Hash> hashes) {
    /** How many hashes a full tile holds. */
    public static final int WIDTH = 256;

    /** How many levels of the tree one level of tiles stands for. */
    public static final int HEIGHT = 8;

    /** @throws Malformed when there are none, or more than 256 */
    public HashTile {
        if (hashes.isEmpty() || hashes.size() > WIDTH) {
            throw new Malformed("No tile has " + hashes.size() + " hashes.");
        }
        hashes = List.copyOf(hashes);
    }

    /**
     * @param width how many hashes there must be
     * @throws Malformed when there are more or fewer
     */
    public static HashTile parse(byte[] body, int width) {
        if (body.length != width * Hash.LENGTH) {
            throw new Malformed(
                    "A tile of " + width + " hashes has " + width * Hash.LENGTH + " bytes, not " + body.length + ".");
        }
        ByteBuffer source = ByteBuffer.wrap(body);
        List<Hash> hashes = new ArrayList<>(width);
        while (source.hasRemaining()) {
            hashes.add(Hash.next(source));
        }
        return new HashTile(hashes);
    }

    public byte[] bytes() {
        ByteBuffer body = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> hash.writeTo(body));
        return body.array();
    }

    public boolean isFull() {
        return hashes.size() == WIDTH;
    }

    /** What stands for a full tile at the next level. */
    public Hash root() {
        return subtree(0, HEIGHT);
    }

    /**
     * The node above {@code 2^level} hashes, beginning with the one at {@code first}.
     *
     * @throws Malformed when the tile ends before
     */
    public Hash subtree(int first, int level) {
        int size = 1 << level;
        if (first + size > hashes.size()) {
            throw new Malformed(
                    "A tile of " + hashes.size() + " hashes has no node above " + size + " from " + first + ".");
        }
        return level == 0
                ? hashes.get(first)
                : Hash.node(subtree(first, level - 1), subtree(first + size / 2, level - 1));
    }
}
