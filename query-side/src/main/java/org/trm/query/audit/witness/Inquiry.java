package org.trm.query.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.ConsistencyProof;
import org.trm.events.proof.Cosignature;
import org.trm.events.proof.Hash;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.NoteSignature;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.Unproven;
import org.trm.query.audit.sealing.Cosignatures;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;

/** Shows one witness the newest checkpoint of one log, and keeps what it signs. */
final class Inquiry {
    /** A witness that is asked by several nodes may move on between two questions. */
    private static final int ATTEMPTS = 3;

    private final KnownWitness witness;
    private final LogName log;
    private final LogTables tables;
    private final Cosignatures cosignatures;
    private final WitnessClient client;

    Inquiry(KnownWitness witness, LogName log, LogTables tables, Cosignatures cosignatures, WitnessClient client) {
        this.witness = witness;
        this.log = log;
        this.tables = tables;
        this.cosignatures = cosignatures;
        this.client = client;
    }

    /**
     * Asks, unless it signed the newest checkpoint already.
     *
     * @throws Disagreement when it saw another history
     * @throws Silence when it says nothing that can be used
     */
    void ask() {
        long seen = cosignatures
                .last(log, witness.key())
                .map(Cosignatures.Seen::size)
                .orElse(0L);
        SignedNote newest = tables.checkpoint(log).orElse(null);
        if (newest == null || size(newest) == seen) {
            return;
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            WitnessClient.Reply reply = client.ask(new AddCheckpoint(seen, growth(seen, size(newest)), newest));
            if (reply.status() == 200) {
                keep(newest, reply);
                return;
            }
            long claimed = claimed(reply, size(newest));
            if (claimed == seen && seen == size(newest)) {
                throw new Disagreement("It signed another tree of " + seen + " leaves.");
            }
            // Another node may have shown it a newer one meanwhile.
            newest = tables.checkpoint(log).orElseThrow();
            if (claimed > size(newest)) {
                throw new Disagreement("It saw " + claimed + " leaves, and no more than " + size(newest)
                        + " were ever signed here: a backup was put back, or the end was cut off.");
            }
            seen = claimed;
        }
        throw new Silence("It never says twice how far it saw the log.");
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private List<Hash> growth(long from, long to) {
        return from == 0
                ? List.of()
                : ConsistencyProof.of(from, to, tables.nodes(log, to)).path();
    }

    /** How far it says to have seen the log. */
    private static long claimed(WitnessClient.Reply reply, long size) {
        String said = new String(reply.body(), UTF_8);
        if (reply.status() == 409 && reply.type().startsWith(AddCheckpoint.SIZE_TYPE) && said.matches("\\d{1,18}\n")) {
            return Long.parseLong(said.strip());
        }
        throw switch (reply.status()) {
            case 422 ->
                new Disagreement("The tree of " + size
                        + " leaves does not continue what it saw: one of the two histories was rewritten.");
            case 403 -> new Silence("It was given another key of this log (HTTP 403).");
            case 404 -> new Silence("It was not given this log, or is asked at another address (HTTP 404).");
            default -> new Silence("It answers with HTTP " + reply.status() + ".");
        };
    }

    private void keep(SignedNote newest, WitnessClient.Reply reply) {
        try {
            SignedNote answered = SignedNote.parse((newest + new String(reply.body(), UTF_8)).getBytes(UTF_8));
            List<Cosignature> verified = Cosignature.verified(answered, List.of(witness.key()));
            NoteSignature line = answered.signatures().stream()
                    .filter(witness.key()::claims)
                    .findFirst()
                    .orElseThrow(() -> new Silence("It signs with another key than " + witness.key() + "."));
            Instant at = Instant.ofEpochSecond(verified.get(0).time());
            cosignatures.add(log, size(newest), witness.key(), line.toString(), at);
        } catch (Malformed | Unproven e) {
            throw new Silence("What it signs is no signature of the checkpoint: " + e.getMessage());
        }
    }
}
