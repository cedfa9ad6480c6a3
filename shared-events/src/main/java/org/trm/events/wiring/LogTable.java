package org.trm.events.wiring;

import org.trm.events.proof.HashTile;
import org.trm.events.proof.TilePath;

/** How both sides read the sealed logs in PostgreSQL. */
public final class LogTable {
    /** The last checkpoint that was signed of the log of this name, as it is served. */
    public static final String LAST_CHECKPOINT =
            "SELECT note FROM log.checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1";

    private static final String LEAF_HASHES =
            "SELECT leaf_hash FROM log.leaf WHERE log = ? AND leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index";

    private static final String TILE_ROOTS = "SELECT root FROM log.tile"
            + " WHERE log = ? AND level = ? AND tile_index >= ? AND tile_index < ? ORDER BY tile_index";

    private LogTable() {}

    /** A statement, and what its places hold. */
    public record Query(String sql, Object... values) {}

    /** The hashes of a tile of this log. */
    public static Query tile(String log, TilePath tile) {
        long first = tile.index() * HashTile.WIDTH;
        return tile.level() == 0
                ? new Query(LEAF_HASHES, log, first, first + tile.width())
                : tileRoots(log, tile.level() - 1, first, tile.width());
    }

    /** The roots of so many full tiles beside each other: hashes of the tile above them. */
    public static Query tileRoots(String log, int level, long first, int count) {
        return new Query(TILE_ROOTS, log, level, first, first + count);
    }
}
