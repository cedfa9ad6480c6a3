package org.trm.deploy.verifier;

import java.time.Instant;
import java.util.List;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Cosignature;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.VerifierKey;

/** Whose signatures a checkpoint must bear. */
record Signatures(VerifierKey log, List<VerifierKey> witnesses) {

    /**
     * The checkpoint, signed by the log; whether every witness signed too, is reported.
     *
     * @throws org.trm.events.proof.Malformed when it is none
     * @throws org.trm.events.proof.Unproven when a signature is missing or wrong that is the log's, or wrong that is a witness's
     */
    Checkpoint verified(SignedNote note, Report report) {
        Checkpoint checkpoint = Checkpoint.verified(note, log);
        report.well("The checkpoint of " + log.name() + " at " + checkpoint.size() + " entries is signed by the log.");
        for (VerifierKey witness : witnesses) {
            List<Cosignature> seen = Cosignature.verified(note, List.of(witness));
            if (seen.isEmpty()) {
                report.wrong("The checkpoint is not signed by the witness " + witness.name() + ".");
            }
            seen.forEach(by -> report.well(
                    "The witness " + witness.name() + " saw it at " + Instant.ofEpochSecond(by.time()) + "."));
        }
        return checkpoint;
    }
}
