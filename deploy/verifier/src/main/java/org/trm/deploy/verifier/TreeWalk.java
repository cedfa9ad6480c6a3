package org.trm.deploy.verifier;

import java.util.Optional;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.TilePath;

/** Reads the leaves one after the other and makes the tree above them anew. */
final class TreeWalk {
    /** Is shown each tile of leaves. */
    interface Visitor {
        void see(TilePath path, HashTile leaves);
    }

    /**
     * What was made.
     *
     * @param fits whether the tiles above the leaves are those that are served; what is not was reported
     */
    record Tree(Hash root, boolean fits) {}

    private final LogFiles files;
    private final long size;
    private final Visitor visitor;
    private final Edge edge;

    /** @param size how many leaves the log says to have */
    TreeWalk(LogFiles files, long size, Report report, Visitor visitor) {
        this.files = files;
        this.size = size;
        this.visitor = visitor;
        this.edge = new Edge(files, size, report);
    }

    /**
     * Makes the tree, reading only what came to it since an earlier checkpoint, and what that ended with.
     *
     * @return empty when the tree does not go on from there
     */
    Optional<Tree> since(Checkpoint verified) {
        long full = verified.size() / HashTile.WIDTH;
        edge.skip(full);
        Frontier frontier = new Frontier(full * HashTile.WIDTH, edge.peaks());
        int rest = (int) (verified.size() % HashTile.WIDTH);
        Frontier there = rest == 0 ? frontier : append(frontier, leaves(full), rest);
        return there.root().equals(verified.root()) ? Optional.of(walk(full, frontier)) : Optional.empty();
    }

    private TilePath leaves(long tile) {
        return TilePath.ofHashes(0, tile, (int) Math.min(HashTile.WIDTH, size - tile * HashTile.WIDTH));
    }

    private Frontier append(Frontier frontier, TilePath leaves, int count) {
        Frontier grown = frontier;
        for (Hash leaf : files.tile(leaves).hashes().subList(0, count)) {
            grown = grown.append(leaf);
        }
        return grown;
    }

    private Tree walk(long first, Frontier before) {
        Frontier frontier = before;
        for (long tile = first; tile * HashTile.WIDTH < size; tile++) {
            TilePath path = leaves(tile);
            frontier = append(frontier, path, path.width());
            HashTile leaves = files.tile(path);
            if (leaves.isFull()) {
                edge.add(leaves.root());
            }
            visitor.see(path, leaves);
        }
        edge.end();
        return new Tree(frontier.root(), edge.fits());
    }
}
