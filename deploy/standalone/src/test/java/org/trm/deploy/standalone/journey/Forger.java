package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;

/** Somebody who owns the database, and the key that signs the log of events. */
final class Forger {
    private final Mechanism mechanism;
    private final Path scratch;

    Forger(Mechanism mechanism, Path scratch) {
        this.mechanism = mechanism;
        this.scratch = scratch;
    }

    void sql(String sql, Object... values) {
        mechanism.owner().sql(sql).params(List.of(values)).update();
    }

    void tampered(String table, String sql, Object... values) {
        sql("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        JdbcClient.StatementSpec statement = mechanism.owner().sql(sql);
        for (Object value : values) {
            statement = statement.param(value);
        }
        assertThat(statement.update()).as(sql).isPositive();
    }

    long count(String sql) {
        return mechanism.owner().sql(sql).query(Long.class).single();
    }

    LogEntry entry(long leaf) {
        return LogEntry.parse(mechanism
                .owner()
                .sql("SELECT entry FROM log.leaf WHERE log = 'events' AND leaf_index = ?")
                .param(leaf)
                .query(byte[].class)
                .single());
    }

    void replaced(long leaf, byte[] entry) {
        tampered("log.leaf", "UPDATE log.leaf SET entry = ? WHERE log = 'events' AND leaf_index = ?", entry, leaf);
    }

    byte[] forged(long leaf) {
        LogEntry entry = entry(leaf);
        return new LogEntry(
                        entry.agg(),
                        entry.aggId(),
                        entry.eventId(),
                        entry.gidx(),
                        entry.meta(),
                        LogEntry.hash("another".getBytes(UTF_8)),
                        entry.rev(),
                        entry.salt(),
                        entry.seq(),
                        entry.ts(),
                        entry.type())
                .bytes();
    }

    void sealedAnew(long leaf) {
        byte[] forged = forged(leaf);
        replaced(leaf, forged);
        tampered(
                "log.leaf",
                "UPDATE log.leaf SET leaf_hash = ? WHERE log = 'events' AND leaf_index = ?",
                Hash.leaf(forged).bytes(),
                leaf);
    }

    /** By the real key, which lies in the keys of the mechanism; what witnesses signed would tell, and is removed. */
    void signedAnew(long size) {
        Frontier tree = Frontier.EMPTY;
        for (byte[] hash : mechanism
                .owner()
                .sql("SELECT leaf_hash FROM log.leaf WHERE log = 'events' AND leaf_index < ? ORDER BY leaf_index")
                .param(size)
                .query(byte[].class)
                .list()) {
            tree = tree.append(Hash.from(hash));
        }
        Path keys = mechanism.data().resolve("keys");
        KeyPair pair = FileKeyStore.in(keys, scratch.resolve("erased")).signingKey("log-events-1");
        String origin = mechanism
                .owner()
                .sql("SELECT origin FROM log.head WHERE log = 'events'")
                .query(String.class)
                .single();
        NoteSigner signer =
                new NoteSigner(VerifierKey.of(origin, SignatureKind.LOG, pair.getPublic()), pair.getPrivate());
        for (String table : List.of("log.cosignature", "log.checkpoint")) {
            sql("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            sql("DELETE FROM " + table + " WHERE log = 'events' AND size >= ?", size);
        }
        tampered(
                "log.checkpoint",
                "INSERT INTO log.checkpoint (log, size, note, signed_at) VALUES ('events', ?, ?, now())",
                size,
                new Checkpoint(origin, size, tree.root()).sign(signer).toString());
    }
}
