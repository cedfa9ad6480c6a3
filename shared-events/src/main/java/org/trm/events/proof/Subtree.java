package org.trm.events.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * Some leaves beside each other, as RFC 6962, 2.1 divides a tree.
 *
 * @param from the first
 * @param to the one after the last
 */
record Subtree(long from, long to) {

    private long half() {
        return Long.highestOneBit(to - from - 1);
    }

    private Subtree left() {
        return new Subtree(from, from + half());
    }

    private Subtree right() {
        return new Subtree(from + half(), to);
    }

    Hash root(Nodes nodes) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, from >> level);
        }
        return Hash.node(left().root(nodes), right().root(nodes));
    }

    /** RFC 6962, 2.1.1: what must be known beside the leaf at {@code index} to make the root, beginning with its neighbour. */
    List<Hash> path(long index, Nodes nodes) {
        if (to - from == 1) {
            return List.of();
        }
        return index < left().to
                ? after(left().path(index, nodes), right().root(nodes))
                : after(right().path(index, nodes), left().root(nodes));
    }

    /**
     * RFC 6962, 2.1.2: what must be known to make both the root of the first leaves, up to {@code old}, and this root.
     *
     * @param known whether the root of these first leaves is known already
     */
    List<Hash> growth(long old, boolean known, Nodes nodes) {
        if (old == to) {
            return known ? List.of() : List.of(root(nodes));
        }
        return old <= left().to
                ? after(left().growth(old, known, nodes), right().root(nodes))
                : after(right().growth(old, false, nodes), left().root(nodes));
    }

    private static List<Hash> after(List<Hash> path, Hash last) {
        return Stream.concat(path.stream(), Stream.of(last)).toList();
    }
}
