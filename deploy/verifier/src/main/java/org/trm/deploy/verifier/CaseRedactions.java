package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Malformed;

/**
 * Which events of a case file were redacted after the person was erased, to what, and which event says so: one that is what its
 * entry names, and follows the erasure.
 */
final class CaseRedactions {
    private static final String ERASURE = "trm.case.PersonErased";
    private static final String REDACTION = "trm.case.SealedDataRedacted";
    private static final Pattern REDACTED =
            Pattern.compile("\\{\"version\":([0-9]{1,9}),\"content\":\"([0-9a-f]{64})\"}");

    private record Redacted(long version, String sha256) {}

    private final Map<Redacted, Long> said = new HashMap<>();

    CaseRedactions(CaseArchive archive, CaseManifest manifest) {
        boolean erased = false;
        for (long version : manifest.events()) {
            CaseEventFiles files = CaseEventFiles.of(version);
            byte[] content = archive.files().get(files.content());
            String type = content == null ? "" : typeOf(archive, files, content);
            erased |= type.equals(ERASURE);
            if (erased && type.equals(REDACTION)) {
                Matcher named = REDACTED.matcher(new String(content, UTF_8));
                while (named.find()) {
                    said.put(new Redacted(Long.parseLong(named.group(1)), named.group(2)), version);
                }
            }
        }
    }

    /** Empty unless it is what its entry names; what else is wrong with it is found when it is looked at. */
    private static String typeOf(CaseArchive archive, CaseEventFiles files, byte[] content) {
        try {
            LogEntry entry = LogEntry.parse(archive.file(files.entry()));
            return entry.payload().equals(LogEntry.hash(content)) ? entry.type() : "";
        } catch (Malformed e) {
            return "";
        }
    }

    /** The version that says that this is left of an event; null when none does. */
    Long of(long version, byte[] content) {
        return said.get(
                new Redacted(version, HexFormat.of().formatHex(Hash.of(content).bytes())));
    }
}
