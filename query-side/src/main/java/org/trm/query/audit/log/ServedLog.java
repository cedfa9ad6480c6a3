package org.trm.query.audit.log;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.ConsistencyProof;
import org.trm.events.proof.EntryBundle;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.TilePath;
import org.trm.query.audit.sealing.Cosignatures;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;
import org.trm.query.audit.sealing.StoredLeaf;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/** What of a log is published: nothing beyond its last checkpoint. */
@Component
public class ServedLog {
    private final LogTables tables;
    private final Cosignatures cosignatures;

    ServedLog(LogTables tables, Cosignatures cosignatures) {
        this.tables = tables;
        this.cosignatures = cosignatures;
    }

    /**
     * With what witnesses signed of it until now.
     *
     * @throws QueryProblem while nothing is signed yet
     */
    SignedNote checkpoint(LogName log) {
        return tables.checkpoint(log)
                .map(note -> cosignatures.below(log, note))
                .orElseThrow(() -> QueryProblem.of(
                        Unanswered.NOT_READY, "Nothing of this log is signed yet: ask again in a moment."));
    }

    private long size(LogName log) {
        return tables.checkpoint(log)
                .map(note -> Checkpoint.parse(note.text()).size())
                .orElse(0L);
    }

    /**
     * @param path below the log
     * @throws QueryProblem when nothing is, or ever was, served there
     */
    byte[] tile(LogName log, String path) {
        TilePath tile = parsed(path);
        long ofLevel = size(log) >> tile.level() * HashTile.HEIGHT;
        if (tile.isOfEntries() || tile.index() * HashTile.WIDTH + tile.width() > ofLevel) {
            throw QueryProblem.notFound();
        }
        return tables.tile(log, tile).bytes();
    }

    /** The same of a bundle of entries. */
    byte[] entries(LogName log, String path) {
        TilePath bundle = parsed(path);
        long first = bundle.index() * HashTile.WIDTH;
        long end = first + bundle.width();
        if (!bundle.isOfEntries() || end > size(log)) {
            throw QueryProblem.notFound();
        }
        return EntryBundle.encode(
                tables.leaves(log, first, end).stream().map(StoredLeaf::entry).toList());
    }

    private static TilePath parsed(String path) {
        try {
            return TilePath.parse(path);
        } catch (Malformed e) {
            throw QueryProblem.notFound();
        }
    }

    /**
     * That a leaf is in the log, by its last checkpoint.
     *
     * @throws QueryProblem when there is no such leaf yet
     */
    Receipt receipt(LogName log, long index) {
        SignedTree tree = signed(log);
        if (index >= tree.size()) {
            throw QueryProblem.of(
                    Unanswered.NO_SUCH_RESOURCE,
                    "The log has " + tree.size() + " leaves: there is none at " + index + ".");
        }
        return tree.receipt(index);
    }

    /**
     * The log as of its last checkpoint, for whoever needs several receipts by the same one.
     *
     * @throws QueryProblem while nothing is signed yet
     */
    public SignedTree signed(LogName log) {
        SignedNote checkpoint = checkpoint(log);
        long size = Checkpoint.parse(checkpoint.text()).size();
        return new SignedTree(checkpoint, size, tables.nodes(log, size));
    }

    /**
     * That the log has only grown from one size to another.
     *
     * @throws QueryProblem when it had or has no such size
     */
    List<Hash> growth(LogName log, long from, long to) {
        long size = size(log);
        if (from < 1 || from > to) {
            throw QueryProblem.parameter("from", "must be at least 1, and no more than to");
        }
        if (to > size) {
            throw QueryProblem.parameter("to", "must be no more than the size of the last checkpoint, " + size);
        }
        return ConsistencyProof.of(from, to, tables.nodes(log, to)).path();
    }

    /** The keys by which its checkpoints were signed, the one in use last. */
    public List<String> verifierKeys(LogName log) {
        return tables.verifierKeys(log).stream().map(LogTables.KeySince::key).toList();
    }
}
