package org.trm.query.audit.sealing;

import java.util.Optional;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Malformed;

/**
 * Where what is stored is not what the log sealed.
 *
 * @param leaf null for a record that has none
 * @param position where the record stands, or stood, among all of its kind; null when nothing says so
 * @param recordId the id of the event, or the number of the reading; null when nothing says so
 * @param about the id of the case, or of what else it is about; null when nothing says so
 * @param number where it stands among the records about that, from 0; null when nothing says so
 */
public record Finding(
        Kind kind, LogName log, Long leaf, Long position, String recordId, String about, Long number, String sentence) {

    /** What it is. */
    public enum Kind {
        /** A record was altered after it was sealed. */
        RECORD_ALTERED,
        /** A record is gone that was sealed. */
        RECORD_REMOVED,
        /** A record was added past the sealer. */
        RECORD_NOT_SEALED,
        /** A record is there that the mechanism has not recorded: its code is missing or not its own. */
        RECORD_NOT_OURS,
        /** A leaf was altered after it was sealed. */
        LEAF_ALTERED,
        /** The leaves do not make the tree that was signed. */
        TREE_ALTERED,
        /** What was sealed about a person who was erased was taken out of a record, as another one says: nothing is wrong. */
        RECORD_REDACTED
    }

    /** Whether something is wrong. */
    public boolean contradicts() {
        return kind != Kind.RECORD_REDACTED;
    }

    /**
     * What there is to say of a leaf and the record that it stands for; empty when all is as it was sealed.
     *
     * @param record null when there is none
     */
    public static Optional<Finding> of(RecordSource source, StoredLeaf leaf, StoredRecord record) {
        LogName log = source.log();
        LogEntry entry;
        try {
            entry = LogEntry.parse(leaf.entry());
        } catch (Malformed e) {
            return Optional.of(altered(log, leaf, record, "is no entry any more"));
        }
        if (!Hash.leaf(leaf.entry()).equals(leaf.hash())) {
            return Optional.of(altered(log, leaf, record, "does not hash to its leaf"));
        }
        if (record == null) {
            return Optional.of(of(Kind.RECORD_REMOVED, log, leaf, entry, "is gone"));
        }
        if (record.differsInPayloadAlone(entry)) {
            Optional<Redaction> redaction = source.redaction(record);
            if (redaction.isPresent()) {
                return redaction.map(by -> of(Kind.RECORD_REDACTED, log, leaf, entry, "is redacted: " + by.sentence()));
            }
        }
        return record.differsFrom(entry)
                .map(what -> of(Kind.RECORD_ALTERED, log, leaf, entry, "was altered after it was sealed: " + what));
    }

    private static Finding altered(LogName log, StoredLeaf leaf, StoredRecord record, String what) {
        return new Finding(
                Kind.LEAF_ALTERED,
                log,
                leaf.index(),
                leaf.position(),
                leaf.recordId(),
                record == null ? null : record.aboutId(),
                record == null ? null : record.number(),
                "Entry " + leaf.index() + " of the log of " + log.key() + " " + what + ".");
    }

    private static Finding of(Kind kind, LogName log, StoredLeaf leaf, LogEntry entry, String what) {
        return new Finding(
                kind,
                log,
                leaf.index(),
                entry.gidx(),
                entry.eventId(),
                entry.aggId(),
                entry.seq(),
                "Record " + entry.gidx() + " of the log of " + log.key() + " (leaf " + leaf.index() + ") " + what
                        + ".");
    }

    /** A record that stands in no leaf, and is not noted to be sealed. */
    public static Finding notSealed(LogName log, StoredRecord record) {
        return of(Kind.RECORD_NOT_SEALED, log, null, record, "was never sealed");
    }

    /**
     * A record that the mechanism has not recorded.
     *
     * @param leaf null while it has none
     * @param why as {@link RecordSource#notOurs} says
     */
    public static Finding notOurs(LogName log, Long leaf, StoredRecord record, String why) {
        return of(Kind.RECORD_NOT_OURS, log, leaf, record, "was not recorded by the mechanism: it " + why);
    }

    private static Finding of(Kind kind, LogName log, Long leaf, StoredRecord record, String what) {
        return new Finding(
                kind,
                log,
                leaf,
                record.position(),
                record.id(),
                record.aboutId(),
                record.number(),
                "Record " + record.position() + " of the log of " + log.key() + " "
                        + (leaf == null ? "" : "(leaf " + leaf + ") ") + what + ".");
    }

    /** The tree is not the one that was signed. */
    public static Finding ofTree(LogName log, String sentence) {
        return new Finding(Kind.TREE_ALTERED, log, null, null, null, null, null, sentence);
    }
}
