package org.trm.deploy.verifier;

import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.SignedNote;

/**
 * A checkpoint that the log signed.
 *
 * @param to whom it was shown, as a sentence goes on with it
 */
record Shown(String to, SignedNote note, Checkpoint checkpoint) {}
