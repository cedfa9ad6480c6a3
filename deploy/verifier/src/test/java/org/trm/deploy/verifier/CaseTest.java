package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trm.events.proof.CanonicalJson;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.SampleLog;

/** Whoever is given a case file, such as a court, needs the log's key and nothing else to know whether it is true. */
class CaseTest {
    private static final SampleLog LOG = SampleLog.of(40);

    @TempDir
    private Path temporary;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Object> said = new TreeMap<>();
    private Room room;

    /** Of case 1, as it was told to a reader who was not told of its third event, nor who brought about the second. */
    @BeforeEach
    void isGivenACaseFile() {
        room = new Room(temporary);
        said.putAll(Map.of(
                "form",
                "trm-case-file/1",
                "caseId",
                "case-1",
                "reference",
                "BG-7K3M-9QXZ-4T2V-J",
                "version",
                4L,
                "events",
                "1 2 4",
                "madeAt",
                "2026-11-24T10:15:30Z",
                "role",
                "AUDITOR",
                "record",
                "/api/audit/exports/7",
                "withheld:events/2.metadata.json",
                "It says who acted, which the reader may not know."));
        for (String name : new String[] {"README.txt", "timeline.html", "timeline.pdf", "vkey"}) {
            files.put(name, name.getBytes(UTF_8));
        }
        files.put("checkpoint", LOG.signed().bytes());
        for (int version : new int[] {1, 2, 4}) {
            int leaf = 3 * version - 2;
            byte[] stored = ("case-1" + (version - 1)).getBytes(UTF_8);
            files.put("events/" + version + ".json", stored);
            files.put("events/" + version + ".metadata.json", stored);
            files.put("entries/" + version + ".json", LOG.entries().get(leaf));
            files.put("proofs/" + version + ".tlog-proof", LOG.receipt(leaf).bytes());
        }
        files.remove("events/2.metadata.json");
    }

    private Room.Run check() {
        files.forEach((name, content) -> said.put(
                "sha256:" + name, HexFormat.of().formatHex(Hash.of(content).bytes())));
        return checkAsNamed();
    }

    /** By a manifest that names the files as they were before. */
    private Room.Run checkAsNamed() {
        files.put("manifest.json", CanonicalJson.bytes(said));
        return check(Room.zip(files));
    }

    private Room.Run check(byte[] archive) {
        room.write("case.zip", archive);
        return Room.run("case", "--file", room.file("case.zip").toString(), "--vkey", SampleLog.LOG.toString());
    }

    private void altered(String name) {
        byte[] content = files.get(name).clone();
        content[content.length / 2] ^= 1;
        files.put(name, content);
    }

    @Test
    void itSaysWhatIsProvenOfEachEventAndWhatIsNot() {
        check().isWell()
                .says(
                        "The case BG-7K3M-9QXZ-4T2V-J (case-1), as it was told on 2026-11-24T10:15:30Z to a reader in the"
                                + " role AUDITOR: 3 events.",
                        "Its reader was not told of version 3.",
                        "The checkpoint of trm.example/ledger at 40 entries is signed by the log.",
                        "Event 1, Some, recorded at 2026-11-23T10:15:30Z, is entry 1 of the log; its content is here, and"
                                + " its metadata is here.",
                        "Event 2, Some, recorded at 2026-11-23T10:15:30Z, is entry 4 of the log; its content is here, and"
                                + " its metadata is not here.",
                        "is the SHA-256 in the record of that, which is told at /api/audit/exports/7.");
    }

    @ParameterizedTest
    @CsvSource({
        "README.txt",
        "timeline.html",
        "timeline.pdf",
        "vkey",
        "checkpoint",
        "events/1.json",
        "events/4.metadata.json",
        "entries/2.json",
        "proofs/4.tlog-proof"
    })
    void whateverIsAlteredTheManifestNamesOtherwise(String name) {
        check().isWell();
        altered(name);

        checkAsNamed().finds("WRONG: The file " + name + " is not the one that the manifest names.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events/1.json | Event 1 is not proven. The file events/1.json is not what its entry names.",
                "events/4.metadata.json | Event 4 is not proven. The file events/4.metadata.json is not what its entry names.",
                "entries/2.json | Event 2 is not proven.",
                "proofs/4.tlog-proof | Event 4 is not proven.",
                "checkpoint | WRONG: "
            })
    void norDoesItHelpToAlterTheManifestWithIt(String name, String found) {
        altered(name);

        check().finds(found);
    }

    @ParameterizedTest
    @CsvSource({"README.txt", "checkpoint", "events/1.json", "entries/2.json", "proofs/4.tlog-proof", "manifest.json"})
    void nothingMayBeMissing(String name) {
        check().isWell();
        files.remove(name);

        (name.equals("manifest.json") ? check(Room.zip(files)) : checkAsNamed())
                .finds("WRONG: The file " + name + " is missing.");
    }

    @Test
    void nothingMayBeAdded() {
        files.put("events/3.json", "{}".getBytes(UTF_8));
        files.put("events/2.metadata.json", "{}".getBytes(UTF_8));

        check().finds(
                        "WRONG: The file events/3.json does not belong here.",
                        "WRONG: The file events/2.metadata.json does not belong here.");
    }

    @Test
    void anotherEventsFilesProveNothing() {
        for (String kind : new String[] {"events/%d.json", "events/%d.metadata.json", "entries/%d.json"}) {
            files.put(String.format(kind, 1), files.get(String.format(kind, 4)));
        }
        files.put("proofs/1.tlog-proof", files.get("proofs/4.tlog-proof"));

        check().finds("WRONG: Event 1 is not proven. Its entry is that of Case case-1, number 3, counted from 0.");
    }

    @Test
    void aForgedEntryIsInNoLog() {
        LogEntry was = LogEntry.parse(files.get("entries/1.json"));
        files.put("events/1.json", "forged".getBytes(UTF_8));
        files.put(
                "entries/1.json",
                new LogEntry(
                                was.agg(),
                                was.aggId(),
                                was.eventId(),
                                was.gidx(),
                                was.meta(),
                                LogEntry.hash("forged".getBytes(UTF_8)),
                                was.rev(),
                                was.salt(),
                                was.seq(),
                                was.ts(),
                                was.type())
                        .bytes());

        check().finds("WRONG: Event 1 is not proven. The proof for leaf 1 of 40 makes the root");
    }

    @Test
    void allReceiptsAreByOneCheckpoint() {
        files.put("proofs/1.tlog-proof", LOG.first(20).receipt(1).bytes());

        check().finds("WRONG: Event 1 is not proven. Its receipt is by another checkpoint than the file's.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events | 1 4 2 | does not name its events in order",
                "events | 1 2 5 | does not name its events in order",
                "events | 1-4 | does not name its events by numbers",
                "form | trm-case-file/2 | is not of the form trm-case-file/1",
                "caseId | case-2 | Event 1 is not proven. Its entry is that of Case case-1"
            })
    void theManifestMustBeOne(String name, String value, String found) {
        said.put(name, value);

        check().finds(found);
    }

    @Test
    void whatIsNoArchiveIsFoundToBeNone() {
        check("no archive".getBytes(UTF_8)).finds("WRONG: The archive cannot be read: ");
    }

    @Test
    void aFileThatIsNotThereIsMisuse() {
        Room.run("case", "--file", room.file("none").toString(), "--vkey", SampleLog.LOG.toString())
                .isMisuse("--file: the file");
        Room.run("case", "--vkey", SampleLog.LOG.toString()).isMisuse("--file is missing.");
    }
}
