package org.trm.query.audit.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trm.events.proof.Hash;

/** A ZIP archive as it is written, file by file; it knows the SHA-256 of each. */
final class Archive {
    private final ZipOutputStream zip;
    private final LocalDateTime at;
    private final Map<String, String> hashes = new TreeMap<>();

    /** @param madeAt of every file in it, in UTC */
    Archive(OutputStream out, Instant madeAt) {
        this.zip = new ZipOutputStream(out);
        this.at = LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC);
    }

    void add(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        hashes.put(name, HexFormat.of().formatHex(Hash.of(content).bytes()));
    }

    /** In hexadecimal, by the names of the files so far. */
    Map<String, String> hashes() {
        return hashes;
    }

    /** After the last file; what it is written to stays open. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
