package org.trm.events.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A tree in memory, made by the definition of RFC 6962, 2.1, word by word: slow, and for tests only. */
public record Tree(List<Hash> leaves) implements Nodes {

    /** With the leaves "0", "1" and so on. */
    public static Tree of(int size) {
        return new Tree(IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(Integer.toString(i).getBytes()))
                .toList());
    }

    public int size() {
        return leaves.size();
    }

    public Hash root() {
        return root(leaves);
    }

    public Hash rootOf(int size) {
        return root(leaves.subList(0, size));
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    @Override
    public Hash at(int level, long index) {
        int first = (int) index << level;
        return root(leaves.subList(first, first + (1 << level)));
    }

    public Frontier frontier() {
        Frontier frontier = Frontier.EMPTY;
        for (Hash leaf : leaves) {
            frontier = frontier.append(leaf);
        }
        return frontier;
    }

    /** The same tree, read in a moment instead of being made anew for each question. */
    Nodes quick() {
        List<List<Hash>> levels = new ArrayList<>(List.of(leaves));
        while (levels.get(levels.size() - 1).size() > 1) {
            List<Hash> below = levels.get(levels.size() - 1);
            levels.add(IntStream.range(0, below.size() / 2)
                    .mapToObj(i -> Hash.node(below.get(2 * i), below.get(2 * i + 1)))
                    .toList());
        }
        return (level, index) -> levels.get(level).get((int) index);
    }
}
