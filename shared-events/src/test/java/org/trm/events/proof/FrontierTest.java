package org.trm.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree grows from its frontier as from all its leaves. */
class FrontierTest {
    @Test
    void ofEverySizeItHasTheRootOfTheWholeTree() {
        Tree tree = Tree.of(300);
        Frontier frontier = Frontier.EMPTY;
        for (int size = 0; size < tree.size(); size++) {
            assertThat(frontier.root()).isEqualTo(tree.rootOf(size));
            frontier = frontier.append(tree.leaves().get(size));
            assertThat(frontier.size()).isEqualTo(size + 1);
        }
    }

    @Test
    void whatWasKeptGrowsOn() {
        Tree tree = Tree.of(300);
        Frontier frontier = Frontier.EMPTY;
        for (Hash leaf : tree.leaves()) {
            frontier = Frontier.decode(frontier.encode()).append(leaf);
        }

        assertThat(frontier).isEqualTo(tree.frontier());
        assertThat(frontier.root()).isEqualTo(tree.root());
    }

    @Test
    void anEmptyTreeIsKeptInEightBytes() {
        assertThat(Frontier.EMPTY.encode()).isEqualTo(new byte[8]);
        assertThat(Frontier.decode(new byte[8])).isEqualTo(Frontier.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9, 8, 39, 41, 72, 104})
    void anythingElseIsNone(int length) {
        byte[] three = Tree.of(3).frontier().encode();
        byte[] other = Arrays.copyOf(three, length);

        assertThat(three).hasSize(72);
        if (length != three.length) {
            assertThatThrownBy(() -> Frontier.decode(other)).isInstanceOf(Malformed.class);
        }
    }
}
