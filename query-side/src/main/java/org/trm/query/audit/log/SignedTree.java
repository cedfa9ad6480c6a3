package org.trm.query.audit.log;

import org.trm.events.proof.InclusionProof;
import org.trm.events.proof.Nodes;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.SignedNote;

/**
 * A log as of one of its checkpoints.
 *
 * @param size how many leaves it had
 */
public record SignedTree(SignedNote checkpoint, long size, Nodes nodes) {

    /**
     * That a leaf is in it.
     *
     * @throws org.trm.events.proof.Malformed when it has no such leaf
     */
    public Receipt receipt(long index) {
        return new Receipt(index, InclusionProof.of(index, size, nodes).path(), checkpoint);
    }
}
