package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/** Signs notes, in the name of a log or of a witness. */
public final class NoteSigner {
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SEED = 32;

    private final VerifierKey key;
    private final PrivateKey privateKey;

    /**
     * @param privateKey may lie in a device
     * @throws Unproven when what it signs is not verified by {@code key}
     */
    public NoteSigner(VerifierKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
        String probe = "Do the keys belong together?\n";
        key.verify(probe, signature(probe, head(0)));
    }

    /**
     * @param pkcs8 the private key, as the JDK encodes it
     * @throws Malformed when it is no Ed25519 key
     * @throws Unproven when what it signs is not verified by {@code key}
     */
    public static NoteSigner ofPkcs8(VerifierKey key, byte[] pkcs8) {
        try {
            return new NoteSigner(
                    key, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new Malformed("The private key of " + key.name() + " is no Ed25519 key.");
        }
    }

    /**
     * @param seed the 32 bytes that an Ed25519 key is made of
     * @throws Malformed when they are not 32
     * @throws Unproven when what it signs is not verified by {@code key}
     */
    public static NoteSigner ofSeed(VerifierKey key, byte[] seed) {
        if (seed.length != SEED) {
            throw new Malformed("An Ed25519 seed has " + SEED + " bytes, not " + seed.length + ".");
        }
        return ofPkcs8(
                key,
                ByteBuffer.allocate(PKCS8.length + SEED).put(PKCS8).put(seed).array());
    }

    public VerifierKey key() {
        return key;
    }

    /**
     * As a log.
     *
     * @throws IllegalStateException when the key is a witness's
     */
    public NoteSignature sign(String text) {
        mustBe(SignatureKind.LOG);
        return signature(text, head(0));
    }

    /**
     * As a witness, who saw this text.
     *
     * @param time when, in seconds since 1970
     * @throws IllegalStateException when the key is a log's
     */
    public NoteSignature cosign(String text, long time) {
        mustBe(SignatureKind.WITNESS);
        return signature(text, head(time));
    }

    private void mustBe(SignatureKind kind) {
        if (key.kind() != kind) {
            throw new IllegalStateException(
                    "The key of " + key.name() + " is that of a " + key.kind() + ", not of a " + kind);
        }
    }

    private byte[] head(long time) {
        return key.kind() == SignatureKind.WITNESS
                ? ByteBuffer.allocate(Long.BYTES).putLong(time).array()
                : new byte[0];
    }

    private NoteSignature signature(String text, byte[] head) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(key.kind().signed(text, head));
            byte[] proper = signer.sign();
            return NoteSignature.of(
                    key,
                    ByteBuffer.allocate(head.length + proper.length)
                            .put(head)
                            .put(proper)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with the key of " + key.name(), e);
        }
    }
}
