package org.trm.deploy.verifier;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where a log is served. */
interface Served {
    /**
     * @param path below the log
     * @param longest how many bytes it may have; when it has more, some more than that are read
     * @return empty when there is no such thing
     * @throws Unreachable when that cannot be said
     */
    Optional<byte[]> read(String path, int longest);

    /**
     * @param log an address or a folder
     * @param token what an address may ask for; null for none
     * @throws Misuse when it is neither
     */
    static Served at(String log, String token) {
        if (!log.matches("https?://.*")) {
            return new Folder(Path.of(log));
        }
        try {
            return new Website(new URI(log), token, Duration.ofSeconds(1), Duration.ofMinutes(1));
        } catch (URISyntaxException e) {
            throw new Misuse("--log: " + log + " is no address.");
        }
    }
}
