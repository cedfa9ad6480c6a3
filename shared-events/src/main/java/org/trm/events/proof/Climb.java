package org.trm.events.proof;

/**
 * The way from a leaf to the root, beside what a proof gives for each step (RFC 9162, 2.1.3.2 and 2.1.4.2, whose {@code fn}
 * and {@code sn} are {@code node} and {@code last} here). For consistency it makes two roots at once: the one of the tree
 * that ends at {@code node} and the one of the whole.
 */
final class Climb {
    private long node;
    private long last;
    private Hash before;
    private Hash root;

    Climb(long node, long last, Hash before, Hash root) {
        this.node = node;
        this.last = last;
        this.before = before;
        this.root = root;
    }

    /** @throws Unproven when it is at the top already */
    void step(Hash beside) {
        if (last == 0) {
            throw new Unproven("The proof is too long.");
        }
        if ((node & 1) == 1 || node == last) {
            before = Hash.node(beside, before);
            root = Hash.node(beside, root);
            while ((node & 1) == 0 && node != 0) {
                rise();
            }
        } else {
            root = Hash.node(root, beside);
        }
        rise();
    }

    private void rise() {
        node >>= 1;
        last >>= 1;
    }

    boolean atTop() {
        return last == 0;
    }

    Hash before() {
        return before;
    }

    Hash root() {
        return root;
    }
}
