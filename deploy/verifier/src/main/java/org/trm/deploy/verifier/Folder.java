package org.trm.deploy.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of all that a log serves. */
record Folder(Path folder) implements Served {

    Folder {
        if (!Files.isDirectory(folder)) {
            throw new Misuse("--log: there is no folder " + folder + "; an address begins with http:// or https://.");
        }
    }

    @Override
    public Optional<byte[]> read(String path, int longest) {
        try (InputStream file = Files.newInputStream(folder.resolve(path))) {
            return Optional.of(file.readNBytes(longest + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Unreachable("the file " + path + " of the log cannot be read: " + e.getMessage());
        }
    }
}
