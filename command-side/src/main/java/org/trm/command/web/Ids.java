package org.trm.command.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDType;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs that the edge gives (RFC 9562): new ones of version 7, and version 5 where the same name must give the same. */
final class Ids {
    private static final NoArgGenerator NEW = Generators.timeBasedEpochGenerator();

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    static UUID next() {
        return NEW.generate();
    }

    static UUID named(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return new NameBasedGenerator(namespace, sha1, UUIDType.NAME_BASED_SHA1).generate(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /**
     * A UUID in its usual form: {@link UUID#fromString} also takes shortened ones, which would give one thing several
     * addresses.
     */
    static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a UUID in its usual form of 36 characters");
        }
        return UUID.fromString(text);
    }
}
