package org.trm.deploy.verifier;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.Unproven;

/** Whether a case file is what it says, and what it tells of its events is what the log signed. */
record CaseCheck(CaseOptions options, Report report) {

    void run() {
        byte[] whole = Words.content("--file", options.file());
        try {
            CaseArchive archive = CaseArchive.of(options.file());
            CaseManifest manifest = new CaseManifest(archive.file(CaseManifest.NAME));
            introduce(manifest);
            checkFiles(archive, manifest);
            SignedNote checkpoint = SignedNote.parse(archive.file("checkpoint"));
            new Signatures(options.key(), options.witnesses()).verified(checkpoint, report);
            CaseRedactions redactions = new CaseRedactions(archive, manifest);
            manifest.events().forEach(version -> check(version, archive, manifest, redactions, checkpoint));
            report.well("README.txt, the timelines and manifest.json are as they were given out if " + hex(whole)
                    + " is the SHA-256 in the record of that, which is told at " + manifest.text("record") + ".");
        } catch (Malformed | Unproven e) {
            report.wrong(e.getMessage());
        }
    }

    private void introduce(CaseManifest manifest) {
        report.well("The case " + manifest.text("reference") + " (" + manifest.text("caseId") + "), as it was told on "
                + manifest.text("madeAt") + " to a reader in the role " + manifest.text("role") + ": "
                + manifest.events().size() + " events.");
        List<Long> gaps = manifest.gaps();
        if (!gaps.isEmpty()) {
            report.well("Its reader was not told of version "
                    + gaps.stream().map(Object::toString).collect(Collectors.joining(", ")) + ".");
        }
    }

    private void checkFiles(CaseArchive archive, CaseManifest manifest) {
        Set<String> names = new TreeSet<>(manifest.files());
        names.addAll(manifest.named());
        names.addAll(archive.files().keySet());
        names.remove(CaseManifest.NAME);
        for (String name : names) {
            byte[] content = archive.files().get(name);
            if (content == null) {
                report.wrong("The file " + name + " is missing.");
            } else if (!manifest.files().contains(name)) {
                report.wrong("The file " + name + " does not belong here.");
            } else if (!hex(content).equals(manifest.hash(name))) {
                report.wrong("The file " + name + " is not the one that the manifest names.");
            }
        }
    }

    private void check(
            long version,
            CaseArchive archive,
            CaseManifest manifest,
            CaseRedactions redactions,
            SignedNote checkpoint) {
        CaseEventFiles files = CaseEventFiles.of(version);
        try {
            byte[] bytes = archive.file(files.entry());
            LogEntry entry = LogEntry.parse(bytes);
            if (!entry.agg().equals("Case")
                    || !entry.aggId().equals(manifest.text("caseId"))
                    || entry.seq() != version - 1) {
                throw new Unproven("Its entry is that of " + EntryCheck.subject(entry) + ", counted from 0.");
            }
            Long redactedBy = redactedBy(version, archive, redactions, entry);
            boolean content = redactedBy != null || isNamed(archive, manifest, files.content(), entry.payload());
            boolean metadata = isNamed(archive, manifest, files.metadata(), entry.meta());
            Receipt receipt = Receipt.parse(archive.file(files.proof()));
            if (!receipt.checkpoint().equals(checkpoint)) {
                throw new Unproven("Its receipt is by another checkpoint than the file's.");
            }
            receipt.verify(Hash.leaf(bytes), options.key());
            report.well("Event " + version + ", " + entry.type() + ", recorded at " + entry.ts() + ", is entry "
                    + receipt.index() + " of the log; its content is " + (content ? "" : "not ")
                    + "here"
                    + (redactedBy == null ? "" : ", but for what event " + redactedBy + " says was taken out of it")
                    + ", and its metadata is " + (metadata ? "" : "not ") + "here.");
        } catch (Malformed | Unproven e) {
            report.wrong("Event " + version + " is not proven. " + e.getMessage());
        }
    }

    /** The event that says that what is here of this one is what is left of it; null when none does, or nothing was taken out. */
    private static Long redactedBy(long version, CaseArchive archive, CaseRedactions redactions, LogEntry entry) {
        byte[] content = archive.files().get(CaseEventFiles.of(version).content());
        return content == null || LogEntry.hash(content).equals(entry.payload())
                ? null
                : redactions.of(version, content);
    }

    /** @return false when its reader may not have it, so that it is not here */
    private static boolean isNamed(CaseArchive archive, CaseManifest manifest, String name, String hash) {
        if (manifest.isWithheld(name)) {
            return false;
        }
        if (!LogEntry.hash(archive.file(name)).equals(hash)) {
            throw new Unproven("The file " + name + " is not what its entry names.");
        }
        return true;
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Hash.of(content).bytes());
    }
}
