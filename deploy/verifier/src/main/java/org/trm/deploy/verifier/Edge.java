package org.trm.deploy.verifier;

import java.util.ArrayList;
import java.util.List;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.TilePath;

/** The tiles above the leaves, made anew as the leaves go by, and compared with those that are served. */
final class Edge {
    private final LogFiles files;
    private final long size;
    private final Report report;
    private final List<List<Hash>> levels = new ArrayList<>();
    private long leafTiles;
    private boolean fits = true;

    /** @param size of the tree that the tiles are served for */
    Edge(LogFiles files, long size, Report report) {
        this.files = files;
        this.size = size;
        this.report = report;
    }

    /**
     * Takes what is served for granted, as far as it stands above these leaves.
     *
     * @param tiles how many full tiles of leaves
     */
    void skip(long tiles) {
        leafTiles = tiles;
        for (int level = 1; count(level) > 0; level++) {
            long index = count(level) / HashTile.WIDTH;
            int width = (int) (count(level) % HashTile.WIDTH);
            levels.add(new ArrayList<>());
            if (width > 0) {
                levels.get(level - 1)
                        .addAll(files.tile(served(level, index)).hashes().subList(0, width));
            }
        }
    }

    private TilePath served(int level, long index) {
        long width = (size >> level * HashTile.HEIGHT) - index * HashTile.WIDTH;
        return TilePath.ofHashes(level, index, (int) Math.min(HashTile.WIDTH, width));
    }

    private long count(int level) {
        return leafTiles >> (level - 1) * HashTile.HEIGHT;
    }

    /** The roots of the complete trees above all full tiles of leaves, the largest first. */
    List<Hash> peaks() {
        List<Hash> peaks = new ArrayList<>();
        for (int level = levels.size(); level > 0; level--) {
            List<Hash> hashes = levels.get(level - 1);
            int first = 0;
            for (int height = HashTile.HEIGHT - 1; height >= 0; height--) {
                if ((hashes.size() >> height & 1) == 1) {
                    peaks.add(new HashTile(hashes).subtree(first, height));
                    first += 1 << height;
                }
            }
        }
        return peaks;
    }

    /** @param root of the next full tile of leaves */
    void add(Hash root) {
        leafTiles++;
        add(1, root);
    }

    private void add(int level, Hash root) {
        if (levels.size() < level) {
            levels.add(new ArrayList<>());
        }
        List<Hash> hashes = levels.get(level - 1);
        hashes.add(root);
        if (hashes.size() == HashTile.WIDTH) {
            compare(level, hashes);
            Hash above = new HashTile(hashes).root();
            hashes.clear();
            add(level + 1, above);
        }
    }

    /** After the last: compares the tiles that are not full. */
    void end() {
        for (int level = 1; level <= levels.size(); level++) {
            if (!levels.get(level - 1).isEmpty()) {
                compare(level, levels.get(level - 1));
            }
        }
    }

    /** Whether all that was compared is what it should be; what is not was reported. */
    boolean fits() {
        return fits;
    }

    private void compare(int level, List<Hash> hashes) {
        TilePath path = TilePath.ofHashes(level, (count(level) - 1) / HashTile.WIDTH, hashes.size());
        if (!files.tile(path).hashes().equals(hashes)) {
            fits = false;
            report.wrong("What is served as " + path + " is not what the tiles below it hash to.");
        }
    }
}
