package org.trm.query.audit.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.SignedNote;
import org.trm.query.audit.sealing.Finding;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;
import org.trm.query.audit.sealing.RecordSource;
import org.trm.query.audit.sealing.StoredLeaf;
import org.trm.query.audit.sealing.StoredRecord;

/** Compares one log, leaf by leaf, with the records that it seals and with every checkpoint that was signed of it. */
final class Comparison {
    private static final int PAGE = 1_000;
    private static final int MOST_OVERLOOKED = 100;

    private final RecordSource source;
    private final LogName log;
    private final LogTables tables;
    private final long size;
    private final Consumer<Finding> found;
    private final LongConsumer progress;
    private final Deque<Checkpoint> signed = new ArrayDeque<>();
    private final List<Hash> fullTiles = new ArrayList<>();
    private List<Hash> tile = new ArrayList<>(HashTile.WIDTH);
    private Frontier tree = Frontier.EMPTY;

    /**
     * @param size how many leaves are compared
     * @param progress is told how many were
     */
    Comparison(RecordSource source, LogTables tables, long size, Consumer<Finding> found, LongConsumer progress) {
        this.source = source;
        this.log = source.log();
        this.tables = tables;
        this.size = size;
        this.found = found;
        this.progress = progress;
    }

    void run() {
        boolean whole = true;
        for (long from = 0; from < size && whole; from += PAGE) {
            whole = page(from, Math.min(size, from + PAGE));
            progress.accept(tree.size());
        }
        if (whole) {
            tiles(0, fullTiles);
        }
        source.at(source.overlooked(MOST_OVERLOOKED)).forEach(record -> found.accept(Finding.notSealed(log, record)));
    }

    /** @return whether there were all leaves, so that a tree can be made of them */
    private boolean page(long from, long to) {
        List<StoredLeaf> leaves = tables.leaves(log, from, to);
        Map<Long, StoredRecord> records = source
                .at(leaves.stream().map(StoredLeaf::position).toList())
                .stream()
                .collect(Collectors.toMap(StoredRecord::position, Function.identity()));
        for (StoredLeaf leaf : leaves) {
            Finding.of(source, leaf, records.get(leaf.position())).ifPresent(found);
            if (leaf.index() != tree.size()) {
                break;
            }
            grow(leaf.hash());
        }
        if (tree.size() != to) {
            found.accept(Finding.ofTree(
                    log,
                    "Leaf " + tree.size() + " of the log of " + log.key() + " is gone; " + size + " were sealed."));
            return false;
        }
        return true;
    }

    private void grow(Hash leaf) {
        tree = tree.append(leaf);
        tile.add(leaf);
        if (tile.size() == HashTile.WIDTH) {
            fullTiles.add(new HashTile(tile).root());
            tile = new ArrayList<>(HashTile.WIDTH);
        }
        if (signed.isEmpty()) {
            tables.checkpoints(log, tree.size() - 1, PAGE).stream()
                    .map(SignedNote::text)
                    .map(Checkpoint::parse)
                    .forEach(signed::add);
        }
        if (!signed.isEmpty() && signed.peek().size() == tree.size()) {
            Checkpoint checkpoint = signed.poll();
            if (!checkpoint.root().equals(tree.root())) {
                found.accept(Finding.ofTree(
                        log,
                        "The first " + tree.size() + " leaves of the log of " + log.key() + " make the root "
                                + tree.root() + "; " + checkpoint.root() + " was signed."));
            }
        }
    }

    /** The roots of full tiles are kept apart from the leaves, and proofs are made of them. */
    private void tiles(int level, List<Hash> roots) {
        List<Hash> above = new ArrayList<>();
        for (int first = 0; first < roots.size(); first += HashTile.WIDTH) {
            List<Hash> made = roots.subList(first, Math.min(roots.size(), first + HashTile.WIDTH));
            List<Hash> kept = tables.tileRoots(log, level, first, made.size());
            if (!kept.equals(made)) {
                found.accept(Finding.ofTree(
                        log,
                        "The tiles of the log of " + log.key() + " at level " + level + ", from " + first
                                + " on, are not those of its leaves."));
            }
            if (made.size() == HashTile.WIDTH) {
                above.add(new HashTile(made).root());
            }
        }
        if (!above.isEmpty()) {
            tiles(level + 1, above);
        }
    }
}
