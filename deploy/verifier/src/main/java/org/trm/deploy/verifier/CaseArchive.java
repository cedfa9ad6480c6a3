package org.trm.deploy.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.trm.events.proof.Malformed;

/**
 * The files of a ZIP archive, as everybody finds them who unpacks it.
 *
 * @param files by their names
 */
record CaseArchive(Map<String, byte[]> files) {
    /** Of all files together, in bytes: what is larger was made to fill a memory. */
    private static final int LARGEST = 1 << 29;

    /** @throws Malformed when it is no archive, or one of which two people could find different files */
    static CaseArchive of(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Map<String, byte[]> files = new TreeMap<>();
            long left = LARGEST;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = content(zip, entry, (int) left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new Malformed("The files of the archive have more than " + LARGEST + " bytes.");
                }
                if (files.put(entry.getName(), content) != null) {
                    throw new Malformed("The archive has two files of the name " + entry.getName() + ".");
                }
            }
            return new CaseArchive(files);
        } catch (IOException e) {
            throw new Malformed("The archive cannot be read: " + e.getMessage());
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, int longest) {
        try (InputStream content = zip.getInputStream(entry)) {
            return content.readNBytes(longest);
        } catch (IOException e) {
            throw new Malformed("The file " + entry.getName() + " cannot be unpacked: " + e.getMessage());
        }
    }

    /** @throws Malformed when there is none of this name */
    byte[] file(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new Malformed("The file " + name + " is missing.");
        }
        return content;
    }
}
