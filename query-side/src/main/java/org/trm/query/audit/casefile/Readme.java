package org.trm.query.audit.casefile;

import java.util.Objects;
import org.trm.query.web.Html;

/** What a case file is and how it is verified, for whoever finds it in thirty years. */
final class Readme {
    private static final String TEXT = """
            CASE FILE %s

            This archive tells what was recorded in one case of the Transnational Referral Mechanism, and proves it. It needs
            no network, and none of our programs, to be verified.

            Case:      %s (%s), as of its version %d
            Made:      %s
            For:       %s, in the role %s%s
            Recorded:  %s

            WHAT IS IN IT
            For each event that its reader is told of, by the version N of the case that the event made:

              events/N.json           the event, exactly as it is stored
              events/N.metadata.json  who acted, by pseudonym, on which act and by which rules, exactly as it is stored
              entries/N.json          what stands of it in the sealed log: hashes of both files, and where it stood
              proofs/N.tlog-proof     that the entry is in the log

              checkpoint     how far the log had come, signed; all proofs are by it
              vkey           the keys by which the log was signed, the one in use last
              timeline.pdf   what happened, sentence by sentence, to be read and printed
              timeline.html  the same, for a browser
              manifest.json  the SHA-256 of every other file, and which files are withheld, and why

            What names the person or speaks of her at length is sealed within the events, and stays so: nothing in here opens
            it. She is given what is known of her as a copy of her own. An event of which the reader may know less than is
            stored has its entry and its proof here, and its files are withheld: events/N.json where it says something of the
            person that her role does not see, or was recorded while her country was not responsible; its metadata where she
            may not know who acted. There is no file of a version that she is not told of.

            Once a person was erased, what was sealed about her may have been taken out of the events. The manifest says so of
            each ("redacted:"). What is left of it is in events/N.json: its hash is then not the one that the entry names, but
            the one that the event SealedDataRedacted names beside the number N.

            HOW TO VERIFY IT
            You need the log's key from somebody whom you trust: a key that comes with what it signs proves nothing. Then
            either run

              java -jar verifier.jar case --file THIS.zip --vkey KEY

            or, with tools of your own:

            1. Every file is as the manifest says:
                 jq -r 'to_entries[] | select(.key | startswith("sha256:")) | .value + "  " + .key[7:]' manifest.json \\
                   | sha256sum --check
            2. An entry names what is stored: this prints the value of "payload" in entries/N.json, but for = at its end,
               (unless it was redacted), and the same of events/N.metadata.json that of "meta":
                 openssl dgst -sha256 -binary events/N.json | basenc --base64url
            3. An entry is in the log: its leaf is
                 (printf '\\0'; cat entries/N.json) | openssl dgst -sha256 -binary | base64
               and with the hashes in proofs/N.tlog-proof it makes the root, the third line of the checkpoint
               (RFC 6962, 2.1.1; C2SP tlog-proof).
            4. The checkpoint is signed by the log (C2SP tlog-checkpoint and signed-note; Ed25519). The formats are described
               at https://c2sp.org, RFC 6962 at https://www.rfc-editor.org.

            WHAT THAT DOES NOT TELL
            README.txt, both timelines and manifest.json are made from what is proven, and are not proven themselves. They
            are as they were given out if the SHA-256 of the whole archive is the one that was recorded when it was: an
            auditor of the country finds it at %s of the mechanism, with the entry of
            that record, whose receipt is at /api/log/readings/proof/ with the number of its leaf. That no event was left out
            can be seen from the numbers: they have no gap but where the reader was not told.
            """;

    private Readme() {}

    /** @param record the address at which it is told that it was taken away */
    static String of(CaseFile file, String record) {
        return TEXT.formatted(
                file.reference(),
                file.reference(),
                file.caseId(),
                file.version(),
                Html.moment(file.madeAt()),
                file.reader(),
                file.scope().role(),
                " of "
                        + Objects.toString(
                                file.scope().organisation(),
                                file.scope().country().value()),
                record,
                record);
    }
}
