package org.trm.query.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.Nodes;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.TilePath;
import org.trm.events.wiring.LogTable;

/** The tables of the logs. */
@Component
public class LogTables {
    private static final String TAKE = """
            DELETE FROM log.pending
             WHERE log = ? AND position IN
                   (SELECT position FROM log.pending WHERE log = ? ORDER BY position LIMIT ?)
            RETURNING position""";

    private static final String LEAVES = """
            SELECT leaf_index, position, record_id, entry, leaf_hash
              FROM log.leaf
             WHERE log = ? AND leaf_index >= ? AND leaf_index < ?
             ORDER BY leaf_index""";

    private static final String ADD_LEAVES = """
            INSERT INTO log.leaf (log, leaf_index, position, record_id, entry, leaf_hash)
            SELECT ?, * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])""";

    private static final String DISTRUSTED = """
            SELECT EXISTS (SELECT 1 FROM log.finding WHERE kind <> 'RECORD_REDACTED' AND self_check =
                (SELECT max(number) FROM log.self_check WHERE log = ? AND ended_at IS NOT NULL AND failure IS NULL))""";

    private final JdbcTemplate jdbc;

    LogTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds whoever else would seal this log, on any node, off until the transaction ends; false when somebody does so already. */
    boolean alone(LogName log) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('trm.log.' || ?, 0))", Boolean.class, log.key()));
    }

    /** Begins the log under this name, unless it has begun. */
    void begin(LogName log, String origin) {
        jdbc.update(
                "INSERT INTO log.head (log, origin, frontier) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                log.key(),
                origin,
                Frontier.EMPTY.encode());
    }

    /** The name under which the log has begun; empty when it has not. */
    public Optional<String> origin(LogName log) {
        return jdbc.queryForList("SELECT origin FROM log.head WHERE log = ?", String.class, log.key()).stream()
                .findFirst();
    }

    Frontier frontier(LogName log) {
        return Frontier.decode(
                jdbc.queryForObject("SELECT frontier FROM log.head WHERE log = ?", byte[].class, log.key()));
    }

    /** @return false when it has not been that before */
    boolean advance(LogName log, Frontier before, Frontier after) {
        return jdbc.update(
                        "UPDATE log.head SET frontier = ? WHERE log = ? AND frontier = ?",
                        after.encode(),
                        log.key(),
                        before.encode())
                == 1;
    }

    boolean isPending(LogName log) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM log.pending WHERE log = ?)", Boolean.class, log.key()));
    }

    /** How many records are still to be sealed. */
    public long pending(LogName log) {
        return jdbc.queryForObject("SELECT count(*) FROM log.pending WHERE log = ?", Long.class, log.key());
    }

    /** The positions of the next records that are still to be sealed, after one. */
    public List<Long> pending(LogName log, long after, int most) {
        return jdbc.queryForList(
                "SELECT position FROM log.pending WHERE log = ? AND position > ? ORDER BY position LIMIT ?",
                Long.class,
                log.key(),
                after,
                most);
    }

    /** Takes the first of those that are to be sealed off the list. */
    List<Long> take(LogName log, int most) {
        return jdbc.queryForList(TAKE, Long.class, log.key(), log.key(), most);
    }

    void add(LogName log, List<StoredLeaf> leaves) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.prepareStatement(ADD_LEAVES)) {
                statement.setString(1, log.key());
                statement.setArray(2, array(connection, "bigint", leaves, StoredLeaf::index));
                statement.setArray(3, array(connection, "bigint", leaves, StoredLeaf::position));
                statement.setArray(4, array(connection, "text", leaves, StoredLeaf::recordId));
                statement.setArray(5, array(connection, "bytea", leaves, StoredLeaf::entry));
                statement.setArray(
                        6,
                        array(connection, "bytea", leaves, leaf -> leaf.hash().bytes()));
                return statement.executeUpdate();
            }
        });
    }

    private static Array array(
            Connection connection, String type, List<StoredLeaf> leaves, Function<StoredLeaf, Object> column)
            throws SQLException {
        Object[] values = leaves.stream().map(column).toArray();
        return connection.createArrayOf(
                type, type.equals("bytea") ? List.of(values).toArray(byte[][]::new) : values);
    }

    /** From one up to, but without, another. */
    public List<StoredLeaf> leaves(LogName log, long from, long to) {
        return jdbc.query(LEAVES, (row, index) -> leaf(row), log.key(), from, to);
    }

    /** One of {@code leaf_index, position, record_id, entry, leaf_hash}. */
    public static StoredLeaf leaf(ResultSet row) throws SQLException {
        return new StoredLeaf(
                row.getLong(1), row.getLong(2), row.getString(3), row.getBytes(4), Hash.from(row.getBytes(5)));
    }

    void addTiles(LogName log, Map<TilePath, HashTile> tiles) {
        tiles.forEach((path, tile) -> {
            if (path.isFull()) {
                jdbc.update(
                        "INSERT INTO log.tile (log, level, tile_index, root) VALUES (?, ?, ?, ?)",
                        log.key(),
                        path.level(),
                        path.index(),
                        tile.root().bytes());
            }
        });
    }

    /** The roots of so many full tiles beside each other. */
    public List<Hash> tileRoots(LogName log, int level, long first, int count) {
        return hashes(LogTable.tileRoots(log.key(), level, first, count));
    }

    /** How many leaves the log has; 0 before it began. */
    public long size(LogName log) {
        return origin(log).isEmpty() ? 0 : frontier(log).size();
    }

    /** A tile of hashes, of which there must be as many. */
    public HashTile tile(LogName log, TilePath path) {
        List<Hash> hashes = hashes(LogTable.tile(log.key(), path));
        if (hashes.size() != path.width()) {
            throw new Contradiction(
                    "The tile " + path + " of the log of " + log.key() + " has " + hashes.size() + " hashes.");
        }
        return new HashTile(hashes);
    }

    private List<Hash> hashes(LogTable.Query query) {
        return jdbc.queryForList(query.sql(), byte[].class, query.values()).stream()
                .map(Hash::from)
                .toList();
    }

    /** The nodes of the tree of this size; each tile is read once. */
    public Nodes nodes(LogName log, long size) {
        Map<TilePath, HashTile> read = new HashMap<>();
        return Nodes.of(size, path -> read.computeIfAbsent(path, tile -> tile(log, tile)));
    }

    /** The latest that was signed; empty when none was. */
    public Optional<SignedNote> checkpoint(LogName log) {
        return jdbc.queryForList(LogTable.LAST_CHECKPOINT, String.class, log.key()).stream()
                .findFirst()
                .map(LogTables::note);
    }

    /** The next ones that were signed, by size, after that of a size. */
    public List<SignedNote> checkpoints(LogName log, long after, int most) {
        return jdbc
                .queryForList(
                        "SELECT note FROM log.checkpoint WHERE log = ? AND size > ? ORDER BY size LIMIT ?",
                        String.class,
                        log.key(),
                        after,
                        most)
                .stream()
                .map(LogTables::note)
                .toList();
    }

    private static SignedNote note(String text) {
        return SignedNote.parse(text.getBytes(UTF_8));
    }

    /** Whether the last comparison of the log with what is stored found something. */
    boolean isDistrusted(LogName log) {
        return Boolean.TRUE.equals(jdbc.queryForObject(DISTRUSTED, Boolean.class, log.key()));
    }

    void add(LogName log, long size, SignedNote checkpoint, Instant at) {
        jdbc.update(
                "INSERT INTO log.checkpoint (log, size, note, signed_at) VALUES (?, ?, ?, ?)",
                log.key(),
                size,
                checkpoint.toString(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    /** A key, and since when it signs. */
    public record KeySince(String key, Instant since) {}

    /** The keys by which the log was signed, one after the other. */
    public List<KeySince> verifierKeys(LogName log) {
        return jdbc.query(
                "SELECT verifier_key, since FROM log.verifier_key WHERE log = ? ORDER BY number",
                (row, index) -> new KeySince(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()),
                log.key());
    }

    void addVerifierKey(LogName log, int number, String verifierKey, Instant at) {
        jdbc.update(
                "INSERT INTO log.verifier_key (log, number, verifier_key, since) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                log.key(),
                number,
                verifierKey,
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
