package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.proof.CanonicalJson;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.SampleLog;

/** Of a person who was erased a case file holds what is left, and an event that says so: whoever verifies it sees both. */
class RedactedCaseTest {
    private static final byte[] METADATA = "{}".getBytes(UTF_8);
    private static final byte[] WHOLE = "{\"value\":{\"c\":\"c2VhbGVk\"}}".getBytes(UTF_8);
    private static final byte[] LEFT = "{\"value\":{}}".getBytes(UTF_8);
    private static final String ERASED = "trm.case.PersonErased";
    private static final String REDACTED = "trm.case.SealedDataRedacted";

    @TempDir
    private Path temporary;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<byte[]> entries = new ArrayList<>();

    @BeforeEach
    void somethingWasRecorded() {
        recorded("trm.case.PersonalDataRecorded", WHOLE);
        files.put("events/1.json", LEFT);
    }

    private void recorded(String type, byte[] content) {
        long version = entries.size() + 1;
        LogEntry entry = new LogEntry(
                "Case",
                "case-1",
                "event-" + version,
                version,
                LogEntry.hash(METADATA),
                LogEntry.hash(content),
                "1",
                LogEntry.salt(new byte[16]),
                version - 1,
                "2026-11-23T10:15:30Z",
                type);
        entries.add(entry.bytes());
        files.put("events/" + version + ".json", content);
        files.put("events/" + version + ".metadata.json", METADATA);
        files.put("entries/" + version + ".json", entry.bytes());
    }

    private static byte[] redaction(long version, byte[] left) {
        return ("{\"caseId\":\"case-1\",\"events\":[{\"version\":" + version + ",\"content\":\"" + hex(left) + "\"}]}")
                .getBytes(UTF_8);
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Hash.of(content).bytes());
    }

    private Room.Run check() {
        SampleLog log = new SampleLog(entries);
        IntStream.range(0, log.size())
                .forEach(leaf -> files.put(
                        "proofs/" + (leaf + 1) + ".tlog-proof",
                        log.receipt(leaf).bytes()));
        files.put("checkpoint", log.signed().bytes());
        for (String name : new String[] {"README.txt", "timeline.html", "timeline.pdf", "vkey"}) {
            files.put(name, name.getBytes(UTF_8));
        }
        Map<String, Object> said = new TreeMap<>(Map.of(
                "form", "trm-case-file/1",
                "caseId", "case-1",
                "reference", "BG-7K3M-9QXZ-4T2V-J",
                "version", (long) log.size(),
                "events", "1 2 3".substring(0, 2 * log.size() - 1),
                "madeAt", "2026-11-24T10:15:30Z",
                "role", "AUDITOR",
                "record", "/api/audit/exports/7"));
        files.forEach((name, content) -> said.put("sha256:" + name, hex(content)));
        files.put("manifest.json", CanonicalJson.bytes(said));
        Room room = new Room(temporary);
        room.write("case.zip", Room.zip(files));
        return Room.run("case", "--file", room.file("case.zip").toString(), "--vkey", SampleLog.LOG.toString());
    }

    @Test
    void whatIsLeftIsProvenByTheEventThatSaysSo() {
        recorded(ERASED, "{}".getBytes(UTF_8));
        recorded(REDACTED, redaction(1, LEFT));

        check().isWell()
                .says(
                        "is entry 0 of the log; its content is here, but for what event 3 says was taken out of it, and its"
                                + " metadata is here.");
    }

    @Test
    void whatIsLeftOfAnotherEventOrIsSomethingElseIsNot() {
        recorded(ERASED, "{}".getBytes(UTF_8));
        recorded(REDACTED, redaction(2, LEFT));

        check().finds("WRONG: Event 1 is not proven. The file events/1.json is not what its entry names.");
    }

    @Test
    void norIsAnythingBeforeThePersonWasErased() {
        recorded("trm.case.CaseClosed", "{}".getBytes(UTF_8));
        recorded(REDACTED, redaction(1, LEFT));

        check().finds("WRONG: Event 1 is not proven.");
    }

    @Test
    void norByAnEventThatIsNotWhatItsEntryNames() {
        recorded(ERASED, "{}".getBytes(UTF_8));
        recorded(REDACTED, redaction(1, WHOLE));
        files.put("events/3.json", redaction(1, LEFT));

        check().finds("WRONG: Event 1 is not proven.", "WRONG: Event 3 is not proven.");
    }
}
