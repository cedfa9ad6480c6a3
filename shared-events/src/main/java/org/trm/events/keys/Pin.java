package org.trm.events.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.trm.events.privacy.KeysUnreachable;

/** The PIN of a token, in the first line of a file that its owner alone may read. It is read when it is needed, and never said. */
record Pin(Path file) {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.copyOf(PosixFilePermissions.fromString("rwx------"));

    /** @throws KeysUnreachable when the file cannot be read, or others could */
    char[] read() {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new KeysUnreachable("Others than its owner may use the file of the PIN: chmod 600 " + file, null);
            }
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(Files.readAllBytes(file)));
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            char[] pin = new char[end];
            text.get(pin);
            return pin;
        } catch (IOException e) {
            throw new KeysUnreachable("The file of the PIN cannot be read: " + file, null);
        }
    }
}
