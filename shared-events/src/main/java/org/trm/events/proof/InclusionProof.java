package org.trm.events.proof;

import java.util.List;

/**
 * That a leaf is in a tree.
 *
 * @param index which leaf, counted from 0
 * @param size how many leaves the tree has
 * @param path from the leaf's neighbour to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    /** @throws Malformed when a tree of this size has no such leaf */
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new Malformed("A tree of " + size + " leaves has none at " + index + ".");
        }
        path = List.copyOf(path);
    }

    /**
     * @param nodes of a tree that has at least this size
     * @throws Malformed when a tree of this size has no such leaf
     */
    public static InclusionProof of(long index, long size, Nodes nodes) {
        InclusionProof bare = new InclusionProof(index, size, List.of());
        return new InclusionProof(index, size, new Subtree(0, size).path(bare.index, nodes));
    }

    /** @throws Unproven unless {@code leaf} stands at this index under {@code root} */
    public void verify(Hash leaf, Hash root) {
        Climb climb = new Climb(index, size - 1, leaf, leaf);
        path.forEach(climb::step);
        if (!climb.atTop()) {
            throw new Unproven("The proof is too short for leaf " + index + " of " + size + ".");
        }
        if (!climb.root().equals(root)) {
            throw new Unproven("The proof for leaf " + index + " of " + size + " makes the root " + climb.root()
                    + ", not " + root + ".");
        }
    }
}
