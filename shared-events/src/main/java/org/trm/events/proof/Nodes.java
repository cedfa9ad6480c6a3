package org.trm.events.proof;

import java.util.function.Function;

/** Where the nodes of a tree are read. */
@FunctionalInterface
public interface Nodes {
    /**
     * The root of the complete tree above the leaves {@code index * 2^level} up to, but without, {@code (index + 1) * 2^level}.
     *
     * @param level 0 for a leaf
     */
    Hash at(int level, long index);

    /** The root that the tree had when it had this many leaves. */
    default Hash root(long size) {
        return size == 0 ? Hash.EMPTY_TREE : new Subtree(0, size).root(this);
    }

    /**
     * The nodes of a tree of this size, from its tiles.
     *
     * @param tiles is asked for what {@link Growth#tiles()} names, and may be asked for the same again
     */
    static Nodes of(long size, Function<TilePath, HashTile> tiles) {
        return (level, index) -> {
            int tileLevel = level / HashTile.HEIGHT;
            int within = level % HashTile.HEIGHT;
            long first = index << within;
            long tile = first / HashTile.WIDTH;
            long held = (size >> tileLevel * HashTile.HEIGHT) - tile * HashTile.WIDTH;
            TilePath path = TilePath.ofHashes(tileLevel, tile, (int) Math.min(held, HashTile.WIDTH));
            return tiles.apply(path).subtree((int) (first % HashTile.WIDTH), within);
        };
    }
}
