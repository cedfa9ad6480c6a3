package org.trm.deploy.verifier;

import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.Unproven;

/** Whether an entry is in the log that gave a receipt for it. */
record ReceiptCheck(ReceiptOptions options, Report report) {

    void run() {
        byte[] entry = Words.content("--entry", options.entry());
        byte[] file = Words.content("--receipt", options.receipt());
        try {
            LogEntry named = LogEntry.parse(entry);
            Receipt receipt = Receipt.parse(file);
            new Signatures(options.key(), options.witnesses()).verified(receipt.checkpoint(), report);
            Checkpoint checkpoint = receipt.verify(Hash.leaf(entry), options.key());
            report.well("The entry of event " + named.eventId() + " (" + EntryCheck.subject(named) + ") is number "
                    + receipt.index() + " of its " + checkpoint.size() + " entries, counted from 0.");
        } catch (Malformed | Unproven e) {
            report.wrong(e.getMessage());
        }
    }
}
