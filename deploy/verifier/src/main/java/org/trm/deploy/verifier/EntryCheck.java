package org.trm.deploy.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Malformed;

/** Looks at every entry, in the order of the log. */
final class EntryCheck {
    private final Report report;
    private final Map<String, Long> events = new HashMap<>();
    private final Map<Subject, Long> following = new HashMap<>();

    private record Subject(String agg, String aggId) {}

    EntryCheck(Report report) {
        this.report = report;
    }

    /** Those of one bundle, beside their leaves. */
    void check(long first, List<byte[]> entries, HashTile leaves) {
        for (int i = 0; i < entries.size(); i++) {
            check(first + i, entries.get(i), leaves.hashes().get(i));
        }
    }

    private void check(long index, byte[] bytes, Hash leaf) {
        boolean fits = Hash.leaf(bytes).equals(leaf);
        try {
            LogEntry entry = LogEntry.parse(bytes);
            if (!fits) {
                report.wrong("Entry " + index + " does not hash to its leaf; it says to be event " + entry.eventId()
                        + " (" + subject(entry) + ").");
            }
            isThereOnce(index, entry);
            follows(index, entry);
        } catch (Malformed e) {
            report.wrong("Entry " + index + (fits ? "" : " does not hash to its leaf, and") + " cannot be read. "
                    + e.getMessage());
        }
    }

    private void isThereOnce(long index, LogEntry entry) {
        Long before = events.putIfAbsent(entry.eventId(), index);
        if (before != null) {
            report.wrong("Entry " + index + " is of event " + entry.eventId() + ", as entry " + before + " is.");
        }
    }

    private void follows(long index, LogEntry entry) {
        Subject subject = new Subject(entry.agg(), entry.aggId());
        long expected = following.getOrDefault(subject, 0L);
        if (entry.seq() != expected) {
            report.wrong("Entry " + index + " is number " + entry.seq() + " of " + entry.agg() + " " + entry.aggId()
                    + ", where number " + expected + " was to follow.");
        }
        following.put(subject, entry.seq() + 1);
    }

    static String subject(LogEntry entry) {
        return entry.agg() + " " + entry.aggId() + ", number " + entry.seq();
    }
}
