package org.trm.query.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.VerifierKey;

/** What witnesses signed of the logs. */
@Component
public class Cosignatures {
    private final JdbcClient jdbc;

    Cosignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a witness saw a log.
     *
     * @param size how many leaves the log had
     * @param at when, as the witness says
     */
    public record Seen(long size, Instant at) {}

    /** Once for each checkpoint: who signs it again says nothing new. */
    public void add(LogName log, long size, VerifierKey witness, String line, Instant at) {
        jdbc.sql("INSERT INTO log.cosignature (log, size, witness, line, cosigned_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(log.key(), size, witness.toString(), line, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** The largest that a witness signed; empty when it never did. */
    public Optional<Seen> last(LogName log, VerifierKey witness) {
        return jdbc.sql("SELECT size, cosigned_at FROM log.cosignature WHERE log = ? AND witness = ?"
                        + " ORDER BY size DESC LIMIT 1")
                .params(log.key(), witness.toString())
                .query((row, index) -> new Seen(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** When the first checkpoint after one of a size was signed; empty when none was. */
    public Optional<Instant> grownSince(LogName log, long size) {
        return jdbc.sql("SELECT signed_at FROM log.checkpoint WHERE log = ? AND size > ? ORDER BY size LIMIT 1")
                .params(log.key(), size)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** A checkpoint of ours with what witnesses signed of it. */
    public SignedNote below(LogName log, SignedNote checkpoint) {
        StringBuilder note = new StringBuilder(checkpoint.toString());
        jdbc.sql("SELECT line FROM log.cosignature WHERE log = ? AND size = ? ORDER BY witness")
                .params(log.key(), Checkpoint.parse(checkpoint.text()).size())
                .query(String.class)
                .list()
                .forEach(line -> note.append(line).append('\n'));
        return SignedNote.parse(note.toString().getBytes(UTF_8));
    }
}
