package org.trm.query.audit.sealing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Growth;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Nodes;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.VerifierKey;

/**
 * Lets one log grow: takes records into the tree, commits, reads back what it committed, and only then signs what the tree
 * has come to. A crash after any of these steps leaves a log that the next round goes on with.
 */
final class Sealer {
    /** Of one transaction. */
    static final int MOST = 1_000;

    private static final int SALT = 16;

    private final RecordSource source;
    private final LogName log;
    private final LogTables tables;
    private final CopyOutside outside;
    private final String origin;
    private final LogKeys keys;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sealer(
            RecordSource source,
            LogTables tables,
            CopyOutside outside,
            String origin,
            LogKeys keys,
            TransactionOperations transaction,
            Clock clock) {
        this.source = source;
        this.log = source.log();
        this.tables = tables;
        this.outside = outside;
        this.origin = origin;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Seals what waits, at most {@link #MOST} records.
     *
     * @return whether more may wait
     * @throws Contradiction when something stored is not what was sealed or signed before; nothing was signed then
     */
    boolean round() {
        Growth growth = tables.isPending(log) ? transaction.execute(status -> grown()) : null;
        transaction.executeWithoutResult(status -> sign());
        return growth != null && growth.to() - growth.from() == MOST;
    }

    /** Null when another node is at it. */
    private Growth grown() {
        if (!tables.alone(log)) {
            return null;
        }
        Frontier before = tables.frontier(log);
        List<Long> taken = tables.take(log, MOST);
        List<StoredRecord> records = source.at(taken);
        if (records.size() != taken.size()) {
            throw new Contradiction(missing(taken, records));
        }
        require(Examination.ofWaiting(source, records));
        List<StoredLeaf> leaves = new ArrayList<>(records.size());
        Frontier after = before;
        for (StoredRecord record : records) {
            byte[] entry = record.entry(salt()).bytes();
            Hash leaf = Hash.leaf(entry);
            leaves.add(new StoredLeaf(after.size(), record.position(), record.id(), entry, leaf));
            after = after.append(leaf);
        }
        Growth growth = new Growth(before.size(), after.size());
        tables.add(log, leaves);
        tables.addTiles(
                log, growth.tiles(leaves.stream().map(StoredLeaf::hash).toList(), path -> tables.tile(log, path)));
        if (!tables.advance(log, before, after)) {
            throw new IllegalStateException("Somebody else let the log of " + log.key() + " grow meanwhile.");
        }
        return growth;
    }

    private String missing(List<Long> taken, List<StoredRecord> records) {
        List<Long> there = records.stream().map(StoredRecord::position).toList();
        return "Of the log of " + log.key() + ", records were removed before they were sealed: "
                + taken.stream()
                        .filter(position -> !there.contains(position))
                        .sorted()
                        .toList() + ".";
    }

    private String salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return LogEntry.salt(salt);
    }

    /**
     * What the database gives back must be what it was given (a log was lost to one bit that was not), and nothing else: whoever
     * owns it can add leaves too.
     */
    private void requireAsStored(long from, long to) {
        for (long at = from; at < to; at += MOST) {
            long next = Math.min(to, at + MOST);
            List<StoredLeaf> leaves = tables.leaves(log, at, next);
            if (leaves.size() != next - at) {
                throw new Contradiction("Of the leaves " + at + " to " + (next - 1) + " of the log of " + log.key()
                        + ", some are gone.");
            }
            require(Examination.ofLeaves(source, leaves).values().stream()
                    .filter(Finding::contradicts)
                    .toList());
        }
    }

    private static void require(Collection<Finding> none) {
        if (!none.isEmpty()) {
            throw Contradiction.of(none);
        }
    }

    private void sign() {
        if (!tables.alone(log)) {
            return;
        }
        Frontier frontier = tables.frontier(log);
        Optional<Checkpoint> last = tables.checkpoint(log).map(this::ours);
        if (frontier.size() == 0
                || last.filter(signed -> signed.size() == frontier.size()).isPresent()) {
            return;
        }
        if (tables.isDistrusted(log)) {
            throw new Contradiction("The last comparison of the log of " + log.key()
                    + " with what is stored found contradictions: see /api/audit/self-checks.");
        }
        requireContinues(frontier, last);
        requireAsStored(last.map(Checkpoint::size).orElse(0L), frontier.size());
        SignedNote note = signed(new Checkpoint(origin, frontier.size(), frontier.root()));
        outside.keep(log, note);
        tables.add(log, frontier.size(), note, clock.instant());
    }

    private SignedNote signed(Checkpoint checkpoint) {
        List<NoteSigner> signers = keys.signers(log);
        SignedNote note = checkpoint.sign(signers.get(0));
        for (NoteSigner replaced : signers.subList(1, signers.size())) {
            note = note.plus(replaced.sign(checkpoint.text()));
        }
        return note;
    }

    /**
     * Whether the log as it stands continues what was signed before, here and outside.
     *
     * @throws Contradiction when it does not: a backup may have been put back
     */
    void requireContinues() {
        transaction.executeWithoutResult(status ->
                requireContinues(tables.frontier(log), tables.checkpoint(log).map(this::ours)));
    }

    private void requireContinues(Frontier frontier, Optional<Checkpoint> last) {
        Nodes nodes = tables.nodes(log, frontier.size());
        if (!nodes.root(frontier.size()).equals(frontier.root())) {
            throw new Contradiction("The leaves of the log of " + log.key() + " do not make the root that it had.");
        }
        last.ifPresent(signed -> requireContinues(frontier, nodes, signed, "in the database"));
        outside.last(log).map(this::ours).ifPresent(signed -> requireContinues(frontier, nodes, signed, "outside"));
    }

    private void requireContinues(Frontier frontier, Nodes nodes, Checkpoint signed, String where) {
        if (signed.size() > frontier.size()) {
            throw new Contradiction(
                    "The log of " + log.key() + " has " + frontier.size() + " leaves, and the last checkpoint "
                            + where + " has " + signed.size()
                            + ": a backup was put back, or the end was cut off. Roll the database forward to that.");
        }
        if (!nodes.root(signed.size()).equals(signed.root())) {
            throw new Contradiction("The first " + signed.size() + " leaves of the log of " + log.key()
                    + " are not those of the last checkpoint " + where + ": history was rewritten.");
        }
    }

    /** By any key that ever signed it: one that was replaced signed what came before. */
    private Checkpoint ours(SignedNote note) {
        VerifierKey key = note.verify(keys.ours(log)).iterator().next();
        return Checkpoint.verified(note, key);
    }
}
