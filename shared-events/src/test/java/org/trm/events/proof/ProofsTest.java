package org.trm.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.events.proof.Flips.flipped;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is proven is true, and what is not true cannot be proven. */
class ProofsTest {
    private static final int MANY = 160;
    private static final Tree TREE = Tree.of(MANY);
    private static final Nodes NODES = TREE.quick();
    private static final int BITS = Hash.LENGTH * Byte.SIZE;

    @Test
    void everyLeafOfEveryTreeIsProvenAndNoneWithABitOfAnyHashFlipped() {
        for (int size = 1; size <= MANY; size++) {
            Hash root = TREE.rootOf(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(index, size, NODES);
                proof.verify(TREE.leaves().get(index), root);
                for (int which = 0; which < proof.path().size(); which++) {
                    int bit = (size * 7 + index * 13 + which) % BITS;
                    assertRefused(new InclusionProof(index, size, flipped(proof.path(), which, bit)), index, root);
                }
            }
        }
    }

    @Test
    void everyTreeIsProvenToHaveGrownToEveryOtherAndNoneWithABitOfAnyHashFlipped() {
        for (int to = 1; to <= MANY; to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(from, to, NODES);
                proof.verify(TREE.rootOf(from), TREE.rootOf(to));
                for (int which = 0; which < proof.path().size(); which++) {
                    int bit = (to * 7 + from * 13 + which) % BITS;
                    assertRefused(new ConsistencyProof(from, to, flipped(proof.path(), which, bit)));
                }
            }
        }
    }

    @Test
    void inSmallTreesNoBitAtAllMayBeFlipped() {
        for (int size = 1; size <= 12; size++) {
            Hash root = TREE.rootOf(size);
            for (int other = 1; other <= size; other++) {
                InclusionProof inclusion = InclusionProof.of(other - 1, size, NODES);
                ConsistencyProof consistency = ConsistencyProof.of(other, size, NODES);
                for (int bit = 0; bit < BITS; bit++) {
                    for (int which = 0; which < inclusion.path().size(); which++) {
                        List<Hash> path = flipped(inclusion.path(), which, bit);
                        assertRefused(new InclusionProof(other - 1, size, path), other - 1, root);
                    }
                    for (int which = 0; which < consistency.path().size(); which++) {
                        assertRefused(new ConsistencyProof(other, size, flipped(consistency.path(), which, bit)));
                    }
                    refused(inclusion, flipped(TREE.leaves().get(other - 1), bit), root);
                    refused(inclusion, TREE.leaves().get(other - 1), flipped(root, bit));
                    refused(consistency, flipped(TREE.rootOf(other), bit), root);
                    refused(consistency, TREE.rootOf(other), flipped(root, bit));
                }
            }
        }
    }

    @Property(tries = 2000)
    void aProofForOneLeafProvesNoOther(
            @ForAll @IntRange(min = 1, max = MANY) int size, @ForAll int one, @ForAll int other) {
        int proven = Math.floorMod(one, size);
        int shown = Math.floorMod(other, size);
        InclusionProof proof = InclusionProof.of(proven, size, NODES);
        if (proven != shown) {
            refused(proof, TREE.leaves().get(shown), TREE.rootOf(size));
            List<Hash> path = proof.path();
            assertRefused(new InclusionProof(shown, size, path), proven, TREE.rootOf(size));
        }
    }

    @Property(tries = 1000)
    void aProofWithAHashTooManyOrTooFewIsNone(
            @ForAll @IntRange(min = 1, max = MANY) int size, @ForAll int which, @ForAll int where) {
        int index = Math.floorMod(which, size);
        List<Hash> inclusion = InclusionProof.of(index, size, NODES).path();
        List<Hash> consistency = ConsistencyProof.of(index + 1, size, NODES).path();

        assertRefused(new InclusionProof(index, size, longer(inclusion, where)), index, TREE.rootOf(size));
        assertRefused(new ConsistencyProof(index + 1, size, longer(consistency, where)));
        if (!inclusion.isEmpty()) {
            assertRefused(new InclusionProof(index, size, shorter(inclusion, where)), index, TREE.rootOf(size));
        }
        if (!consistency.isEmpty()) {
            assertRefused(new ConsistencyProof(index + 1, size, shorter(consistency, where)));
        }
    }

    private static List<Hash> longer(List<Hash> path, int where) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Math.floorMod(where, path.size() + 1), TREE.root());
        return longer;
    }

    private static List<Hash> shorter(List<Hash> path, int where) {
        List<Hash> shorter = new ArrayList<>(path);
        shorter.remove(Math.floorMod(where, path.size()));
        return shorter;
    }

    @Test
    void whatDoesNotFitIsSaid() {
        Hash root = TREE.rootOf(3);
        Hash leaf = TREE.leaves().get(1);
        List<Hash> path = InclusionProof.of(1, 3, NODES).path();

        assertThatThrownBy(() -> new InclusionProof(3, 3, path)).hasMessage("A tree of 3 leaves has none at 3.");
        assertThatThrownBy(() -> new InclusionProof(-1, 3, path)).hasMessage("A tree of 3 leaves has none at -1.");
        assertThatThrownBy(() -> new InclusionProof(1, 3, path.subList(0, 1)).verify(leaf, root))
                .hasMessage("The proof is too short for leaf 1 of 3.");
        assertThatThrownBy(() -> new InclusionProof(1, 3, longer(path, 2)).verify(leaf, root))
                .hasMessage("The proof is too long.");
        assertThatThrownBy(() -> new InclusionProof(1, 3, path).verify(root, root))
                .hasMessageMatching("The proof for leaf 1 of 3 makes the root \\S{44}, not \\Q" + root + "\\E\\.");
        assertThatThrownBy(() -> new ConsistencyProof(0, 3, path)).hasMessageContaining("from 0 leaves to 3");
        assertThatThrownBy(() -> new ConsistencyProof(4, 3, path)).hasMessageContaining("from 4 leaves to 3");
        assertThatThrownBy(() -> new ConsistencyProof(3, 4, List.of()).verify(root, TREE.rootOf(4)))
                .hasMessage("The proof that 3 leaves grew to 4 is empty.");
        assertThatThrownBy(() -> new ConsistencyProof(2, 5, List.of()).verify(TREE.rootOf(2), TREE.rootOf(5)))
                .hasMessage("The proof that 2 leaves grew to 5 is too short.");
        assertThatThrownBy(() -> new ConsistencyProof(3, 3, List.of()).verify(root, leaf))
                .hasMessageStartingWith("The proof that 3 leaves grew to 3 makes the root " + root + " for 3 leaves");
    }

    private static void assertRefused(InclusionProof proof, int index, Hash root) {
        refused(proof, TREE.leaves().get(index), root);
    }

    private static void assertRefused(ConsistencyProof proof) {
        refused(proof, TREE.rootOf((int) proof.from()), TREE.rootOf((int) proof.to()));
    }

    // Millions of times, which is too often for a matcher.
    private static void refused(InclusionProof proof, Hash leaf, Hash root) {
        try {
            proof.verify(leaf, root);
        } catch (Unproven e) {
            return;
        }
        assertThat(proof).as("was taken").isNull();
    }

    private static void refused(ConsistencyProof proof, Hash before, Hash now) {
        try {
            proof.verify(before, now);
        } catch (Unproven e) {
            return;
        }
        assertThat(proof).as("was taken").isNull();
    }
}
