package org.trm.events.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What must be served when a tree has grown.
 *
 * @param from how many leaves it had; from 0 on it is all that must be served
 * @param to how many it has
 */
public record Growth(long from, long to) {
    private static final int LEVELS = 8;

    /** @throws Malformed when a tree cannot grow so */
    public Growth {
        if (from < 0 || from > to) {
            throw new Malformed("No tree grows from " + from + " leaves to " + to + ".");
        }
    }

    /** The tiles of hashes that come into being, full and partial, level by level. */
    public List<TilePath> tiles() {
        return IntStream.range(0, LEVELS)
                .boxed()
                .flatMap(level -> at(level, level * HashTile.HEIGHT))
                .toList();
    }

    /** The bundles of entries that come into being, full and partial. */
    public List<TilePath> bundles() {
        return at(TilePath.ENTRIES, 0).toList();
    }

    private Stream<TilePath> at(int level, int height) {
        long had = from >> height;
        long has = to >> height;
        return had == has
                ? Stream.empty()
                : LongStream.rangeClosed(had / HashTile.WIDTH, (has - 1) / HashTile.WIDTH)
                        .mapToObj(index -> new TilePath(
                                level, index, (int) Math.min(HashTile.WIDTH, has - index * HashTile.WIDTH)));
    }

    /**
     * Makes these tiles.
     *
     * @param leaves those that came to the tree
     * @param before is asked for the partial tiles that the tree ended with, at most one a level
     * @throws Malformed when there are more or fewer leaves than came
     */
    public Map<TilePath, HashTile> tiles(List<Hash> leaves, Function<TilePath, HashTile> before) {
        if (leaves.size() != to - from) {
            throw new Malformed(leaves.size() + " leaves do not make " + from + " grow to " + to + ".");
        }
        Map<TilePath, HashTile> made = new LinkedHashMap<>();
        List<Hash> came = leaves;
        for (int level = 0; !came.isEmpty(); level++) {
            Map<TilePath, HashTile> tiles = tiles(level, came, before);
            made.putAll(tiles);
            came = tiles.values().stream()
                    .filter(HashTile::isFull)
                    .map(HashTile::root)
                    .toList();
        }
        return made;
    }

    private Map<TilePath, HashTile> tiles(int level, List<Hash> came, Function<TilePath, HashTile> before) {
        long had = from >> level * HashTile.HEIGHT;
        int width = (int) (had % HashTile.WIDTH);
        List<Hash> hashes = new ArrayList<>();
        if (width > 0) {
            hashes.addAll(before.apply(new TilePath(level, had / HashTile.WIDTH, width))
                    .hashes());
        }
        hashes.addAll(came);
        Map<TilePath, HashTile> tiles = new LinkedHashMap<>();
        for (int first = 0; first < hashes.size(); first += HashTile.WIDTH) {
            int last = Math.min(hashes.size(), first + HashTile.WIDTH);
            long index = (had + first) / HashTile.WIDTH;
            tiles.put(new TilePath(level, index, last - first), new HashTile(hashes.subList(first, last)));
        }
        return tiles;
    }
}
