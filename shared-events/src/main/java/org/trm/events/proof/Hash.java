package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A SHA-256, as the tree of RFC 6962 uses it. Prints as Base64 with padding. */
public final class Hash {
    /** In bytes. */
    public static final int LENGTH = 32;

    /** The root of the tree that has no leaf. */
    public static final Hash EMPTY_TREE = of(new byte[0]);

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of some content. */
    public static Hash of(byte[] content) {
        return digest(content);
    }

    /** The leaf that an entry makes. */
    public static Hash leaf(byte[] entry) {
        return digest(LEAF, entry);
    }

    /** The node above two others. */
    public static Hash node(Hash left, Hash right) {
        return digest(NODE, left.bytes, right.bytes);
    }

    /**
     * These bytes, which are a hash already.
     *
     * @throws Malformed unless they are 32
     */
    public static Hash from(byte[] hash) {
        if (hash.length != LENGTH) {
            throw new Malformed("A hash has " + LENGTH + " bytes, not " + hash.length + ".");
        }
        return new Hash(hash.clone());
    }

    /** @throws Malformed unless {@code base64} is a hash as it is printed */
    public static Hash parse(String base64) {
        return from(Text.fromBase64(base64, "A hash"));
    }

    static Hash next(ByteBuffer source) {
        byte[] hash = new byte[LENGTH];
        source.get(hash);
        return new Hash(hash);
    }

    void writeTo(ByteBuffer target) {
        target.put(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    private static Hash digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Text.base64(bytes);
    }
}
