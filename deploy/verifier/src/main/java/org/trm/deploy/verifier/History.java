package org.trm.deploy.verifier;

import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.ConsistencyProof;
import org.trm.events.proof.Nodes;
import org.trm.events.proof.Unproven;

/** Whether what the log shows now goes on from all that it showed before. */
record History(Shown now, Report report) {

    /** What the two checkpoints tell already, without the tree. */
    void compare(Shown before) {
        Checkpoint earlier = before.checkpoint();
        Checkpoint later = now.checkpoint();
        if (earlier.size() == later.size() && !earlier.root().equals(later.root())) {
            contradict(
                    "SPLIT VIEW: for " + later.size() + " entries the log signed two roots. To " + before.to()
                            + " it showed one, and now it shows another.",
                    before);
        } else if (earlier.size() > later.size()) {
            contradict(
                    "ROLLBACK: to " + before.to() + " the log showed " + earlier.size() + " entries, and now it shows "
                            + later.size() + ".",
                    before);
        }
    }

    /**
     * Whether the tree that is served goes on from an earlier one.
     *
     * @param nodes of the tree that is served
     */
    boolean goesOnFrom(Shown before, Nodes nodes) {
        Checkpoint earlier = before.checkpoint();
        if (earlier.size() == 0) {
            return true;
        }
        try {
            ConsistencyProof.of(earlier.size(), now.checkpoint().size(), nodes)
                    .verify(earlier.root(), now.checkpoint().root());
            return true;
        } catch (Unproven e) {
            return false;
        }
    }

    /** When it does not, although it is the one that the log signed. */
    void isRewritten(Shown before) {
        contradict(
                "HISTORY REWRITTEN: of the first " + before.checkpoint().size()
                        + " entries, at least one is not what the" + " log signed when it showed them to " + before.to()
                        + ".",
                before);
    }

    private void contradict(String sentence, Shown before) {
        report.wrong(sentence + " Both are signed with its key; keep them:\n\n" + before.note() + "\n" + now.note());
    }
}
