package org.trm.deploy.standalone.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;
import org.trm.deploy.standalone.StartRefused;

/** The key that signs demo tokens: made at the first start, kept in the data folder, readable by its owner alone. */
final class IssuerKey {
    private static final String FILE = "demo-issuer.jwk";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private IssuerKey() {}

    /** @throws StartRefused when others can read the key, or when it is none */
    static ECKey keptIn(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the demo logins cannot be kept in " + file, e);
        }
    }

    private static ECKey read(Path file) throws IOException {
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            throw new StartRefused("Others than its owner can read " + file + ", the key of the demo logins: delete "
                    + "it, and the next start makes a new one.");
        }
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new StartRefused(
                    file + " is not the key of the demo logins: delete it, and the next start makes a " + "new one.");
        }
    }

    /** Written whole or not at all: a start that is killed meanwhile leaves no half a key. */
    private static ECKey make(Path file) throws IOException {
        FileAttribute<Set<PosixFilePermission>> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, "", ownerOnly);
        ECKey key = generate();
        Files.writeString(unfinished, key.toJSONString());
        Files.move(unfinished, file);
        return key;
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform can make a P-256 key", e);
        }
    }
}
