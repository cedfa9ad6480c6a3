package org.trm.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.InclusionProof;
import org.trm.events.proof.Nodes;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.TilePath;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.LogTable;

/** Waits until what was recorded is sealed, and proves it. The query side seals; here it is only looked for. */
@Component
class SealedLeaves {
    private static final Logger LOG = LoggerFactory.getLogger(SealedLeaves.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final String EVENTS = "events";

    private static final String LEAVES = """
            SELECT sequence_number + 1, leaf_index, entry
              FROM events.domain_event JOIN log.leaf ON log = 'events' AND position = global_index
             WHERE aggregate_identifier = ? AND sequence_number >= ? AND sequence_number < ?
             ORDER BY sequence_number""";

    private final JdbcTemplate jdbc;

    SealedLeaves(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Leaf(long version, long index, String entry) {}

    /**
     * The events of these versions of a case, once a checkpoint covers all of them; empty when none does in time, or when it
     * cannot be found out.
     */
    Optional<List<SealedLeaf>> await(CaseId caseId, Set<Long> versions, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            Optional<List<SealedLeaf>> sealed = sealed(caseId, versions);
            while (sealed.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_EVERY.toMillis());
                sealed = sealed(caseId, versions);
            }
            return sealed;
        } catch (DataAccessException e) {
            LOG.warn("Whether an act is sealed could not be found out.", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<List<SealedLeaf>> sealed(CaseId caseId, Set<Long> versions) {
        List<Leaf> leaves = leaves(caseId, versions);
        Optional<SignedNote> note = leaves.size() < versions.size() ? Optional.empty() : checkpoint();
        return note.filter(signed -> leaves.stream().allMatch(leaf -> leaf.index() < size(signed)))
                .map(signed -> proven(leaves, signed));
    }

    private List<Leaf> leaves(CaseId caseId, Set<Long> versions) {
        long first = versions.stream().mapToLong(Long::longValue).min().orElse(1);
        long last = versions.stream().mapToLong(Long::longValue).max().orElse(0);
        return jdbc.query(LEAVES, SealedLeaves::leaf, caseId.toString(), first - 1, last).stream()
                .filter(leaf -> versions.contains(leaf.version()))
                .toList();
    }

    private static Leaf leaf(ResultSet row, int index) throws SQLException {
        return new Leaf(row.getLong(1), row.getLong(2), new String(row.getBytes(3), UTF_8));
    }

    private Optional<SignedNote> checkpoint() {
        return jdbc.queryForList(LogTable.LAST_CHECKPOINT, String.class, EVENTS).stream()
                .findFirst()
                .map(note -> SignedNote.parse(note.getBytes(UTF_8)));
    }

    private static long size(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }

    private List<SealedLeaf> proven(List<Leaf> leaves, SignedNote checkpoint) {
        long size = size(checkpoint);
        Map<TilePath, HashTile> read = new HashMap<>();
        Nodes nodes = Nodes.of(size, path -> read.computeIfAbsent(path, this::tile));
        return leaves.stream()
                .map(leaf -> new SealedLeaf(
                        leaf.version(),
                        leaf.index(),
                        leaf.entry(),
                        new org.trm.events.proof.Receipt(
                                        leaf.index(),
                                        InclusionProof.of(leaf.index(), size, nodes)
                                                .path(),
                                        checkpoint)
                                .toString()))
                .toList();
    }

    private HashTile tile(TilePath path) {
        LogTable.Query query = LogTable.tile(EVENTS, path);
        return new HashTile(jdbc.queryForList(query.sql(), byte[].class, query.values()).stream()
                .map(Hash::from)
                .toList());
    }
}
