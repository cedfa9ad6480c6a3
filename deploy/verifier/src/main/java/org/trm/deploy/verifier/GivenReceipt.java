package org.trm.deploy.verifier;

import java.nio.file.Path;
import java.util.Optional;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.Nodes;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.Unproven;
import org.trm.events.proof.VerifierKey;

/** A receipt that the log gave to somebody, without the entry that it is for. */
record GivenReceipt(Path file, Receipt receipt, Shown shown) {

    /** @return empty when it is none of this log, which is reported */
    static Optional<GivenReceipt> read(Path file, VerifierKey log, Report report) {
        byte[] content = Words.content("--receipt", file);
        try {
            Receipt receipt = Receipt.parse(content);
            Checkpoint checkpoint = Checkpoint.verified(receipt.checkpoint(), log);
            Shown shown = new Shown("whoever holds the receipt " + file, receipt.checkpoint(), checkpoint);
            return Optional.of(new GivenReceipt(file, receipt, shown));
        } catch (Malformed | Unproven e) {
            report.wrong("The receipt " + file + " is none. " + e.getMessage());
            return Optional.empty();
        }
    }

    /** @param nodes of the tree that the log signed */
    void check(Nodes nodes, VerifierKey log, Report report) {
        try {
            receipt.verify(nodes.at(0, receipt.index()), log);
            report.well("The receipt " + file + " is for entry " + receipt.index() + ".");
        } catch (Malformed | Unproven e) {
            report.wrong("The receipt " + file + " is not for entry " + receipt.index() + ". " + e.getMessage());
        }
    }
}
