package org.trm.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is served covers the tree exactly, however it has grown. */
class GrowthTest {
    private static List<String> tiles(long from, long to) {
        return new Growth(from, to).tiles().stream().map(TilePath::toString).toList();
    }

    private static List<String> bundles(long from, long to) {
        return new Growth(from, to).bundles().stream().map(TilePath::toString).toList();
    }

    @Test
    void anEmptyTreeHasNone() {
        assertThat(tiles(0, 0)).isEmpty();
        assertThat(bundles(7, 7)).isEmpty();
    }

    /** The examples of C2SP tlog-tiles. */
    @Test
    void treesOfTheKnownSizesHaveTheKnownTiles() {
        assertThat(tiles(0, 256)).containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(tiles(0, 70_000))
                .hasSize(274 + 2 + 1)
                .contains("tile/0/000", "tile/0/272", "tile/0/273.p/112")
                .contains("tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    @Test
    void onlyWhatChangedComesIntoBeing() {
        assertThat(tiles(255, 256)).containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(tiles(256, 257)).containsExactly("tile/0/001.p/1");
        assertThat(tiles(300, 900)).containsExactly("tile/0/001", "tile/0/002", "tile/0/003.p/132", "tile/1/000.p/3");
        assertThat(bundles(300, 900)).containsExactly("tile/entries/001", "tile/entries/002", "tile/entries/003.p/132");
    }

    @Property(tries = 50)
    void tilesMadeStepByStepAreThoseOfTheWholeTree(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 700) Integer> steps) {
        Tree tree = Tree.of(steps.stream().mapToInt(Integer::intValue).sum());
        Map<TilePath, HashTile> served = new HashMap<>();
        int size = 0;
        for (int step : steps) {
            Growth growth = new Growth(size, size + step);
            Map<TilePath, HashTile> made = growth.tiles(tree.leaves().subList(size, size + step), served::get);
            assertThat(made.keySet()).containsExactlyElementsOf(growth.tiles());
            served.putAll(made);
            size += step;
        }

        Map<TilePath, HashTile> whole = new Growth(0, size).tiles(tree.leaves(), path -> null);
        assertThat(served).containsAllEntriesOf(whole);
        whole.forEach((path, tile) -> assertThat(tile.hashes()).hasSize(path.width()));
        assertThat(whole.entrySet().stream()
                        .filter(tile -> tile.getKey().level() == 0)
                        .mapToInt(tile -> tile.getValue().hashes().size())
                        .sum())
                .isEqualTo(size);
    }

    @Property(tries = 20)
    void everyNodeIsReadFromTheTiles(@ForAll @IntRange(min = 1, max = 2000) int size) {
        Tree tree = Tree.of(size);
        Map<TilePath, HashTile> tiles = new Growth(0, size).tiles(tree.leaves(), path -> null);
        Nodes read = Nodes.of(size, path -> HashTile.parse(tiles.get(path).bytes(), path.width()));

        assertThat(read.root(size)).isEqualTo(tree.root());
        Nodes quick = tree.quick();
        for (int level = 0; size >> level > 0; level++) {
            for (int index = 0; index < size >> level; index++) {
                assertThat(read.at(level, index)).isEqualTo(quick.at(level, index));
            }
        }
    }

    @Test
    void aTileOfAnotherWidthIsRefused() {
        byte[] body = new HashTile(Tree.of(3).leaves()).bytes();

        assertThat(body).hasSize(96);
        assertThatThrownBy(() -> HashTile.parse(body, 2)).hasMessage("A tile of 2 hashes has 64 bytes, not 96.");
        assertThatThrownBy(() -> HashTile.parse(new byte[0], 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new HashTile(new ArrayList<>(Tree.of(257).leaves())))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Growth(0, 3).tiles(Tree.of(2).leaves(), path -> null))
                .hasMessage("2 leaves do not make 0 grow to 3.");
        assertThatThrownBy(() -> new Growth(3, 2)).isInstanceOf(Malformed.class);
    }
}
