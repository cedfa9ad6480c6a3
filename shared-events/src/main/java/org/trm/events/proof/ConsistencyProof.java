package org.trm.events.proof;

import java.util.List;

/**
 * That a tree has only grown.
 *
 * @param from how many leaves it had, at least 1: every tree has grown from the empty one
 * @param to how many it has
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    /** @throws Malformed when a tree cannot have grown so */
    public ConsistencyProof {
        if (from < 1 || from > to) {
            throw new Malformed("No tree grows from " + from + " leaves to " + to + ", as far as can be proven.");
        }
        path = List.copyOf(path);
    }

    /**
     * @param nodes of a tree that has at least the size {@code to}
     * @throws Malformed when a tree cannot have grown so
     */
    public static ConsistencyProof of(long from, long to, Nodes nodes) {
        ConsistencyProof bare = new ConsistencyProof(from, to, List.of());
        return new ConsistencyProof(from, to, new Subtree(0, to).growth(bare.from, true, nodes));
    }

    /** @throws Unproven unless the tree with the root {@code before} has grown to that with the root {@code now} */
    public void verify(Hash before, Hash now) {
        Climb climb = climb(before);
        if (!climb.atTop()) {
            throw new Unproven("The proof that " + from + " leaves grew to " + to + " is too short.");
        }
        mustBe(before, climb.before(), from);
        mustBe(now, climb.root(), to);
    }

    private Climb climb(Hash before) {
        if (from == to) {
            return climb(0, 0, before, path);
        }
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        // The root of a complete tree is known already, and stands in no proof.
        if (Long.bitCount(from) == 1) {
            return climb(node, last, before, path);
        }
        if (path.isEmpty()) {
            throw new Unproven("The proof that " + from + " leaves grew to " + to + " is empty.");
        }
        return climb(node, last, path.get(0), path.subList(1, path.size()));
    }

    private static Climb climb(long node, long last, Hash first, List<Hash> steps) {
        Climb climb = new Climb(node, last, first, first);
        steps.forEach(climb::step);
        return climb;
    }

    private void mustBe(Hash root, Hash made, long size) {
        if (!made.equals(root)) {
            throw new Unproven("The proof that " + from + " leaves grew to " + to + " makes the root " + made + " for "
                    + size + " leaves, not " + root + ".");
        }
    }
}
