package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * By what somebody's signatures are known (C2SP signed-note). Prints as {@code name+hash+Base64}.
 *
 * @param publicKey Base64 of the 32 bytes of an Ed25519 key
 */
public record VerifierKey(String name, SignatureKind kind, String publicKey) {
    private static final int LENGTH = 32;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @throws Malformed when it can be no name or no key */
    public VerifierKey {
        mustBeName(name);
        if (Text.fromBase64(publicKey, "A public key").length != LENGTH) {
            throw new Malformed("An Ed25519 public key has " + LENGTH + " bytes.");
        }
    }

    /** @throws Malformed when it is no Ed25519 key */
    public static VerifierKey of(String name, SignatureKind kind, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null
                || encoded.length != X509.length + LENGTH
                || !Arrays.equals(X509, Arrays.copyOf(encoded, X509.length))) {
            throw new Malformed("The key of " + name + " is no Ed25519 key.");
        }
        return new VerifierKey(name, kind, Text.base64(Arrays.copyOfRange(encoded, X509.length, encoded.length)));
    }

    /** @throws Malformed unless {@code text} is one as it is printed */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length == 3) {
            byte[] key = Text.fromBase64(parts[2], "A verifier key");
            if (key.length > 1) {
                VerifierKey parsed = new VerifierKey(
                        parts[0], SignatureKind.of(key[0]), Text.base64(Arrays.copyOfRange(key, 1, key.length)));
                if (parsed.toString().equals(text)) {
                    return parsed;
                }
                throw new Malformed(
                        "The hash in the verifier key of " + parts[0] + " is not that of its name and key.");
            }
        }
        throw new Malformed("A verifier key is a name, a hash and Base64, with + between them.");
    }

    static void mustBeName(String name) {
        if (name.isEmpty()
                || name.chars()
                        .anyMatch(c -> c == '+'
                                || Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c))) {
            throw new Malformed("The name of a key is not empty, and without spaces and +.");
        }
    }

    private byte[] bytes() {
        return Text.fromBase64(publicKey, "A public key");
    }

    /** The first four bytes of a hash of name and key, which tell keys of one name apart. */
    int id() {
        byte[] named = Text.bytes(name + "\n", "A name");
        byte[] content = ByteBuffer.allocate(named.length + 1 + LENGTH)
                .put(named)
                .put((byte) kind.code())
                .put(bytes())
                .array();
        return ByteBuffer.wrap(Hash.of(content).bytes()).getInt();
    }

    /** Whether a signature says that this key made it; {@link #verify} tells whether it did. */
    public boolean claims(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** @throws Unproven unless this key made the signature under this text */
    public void verify(String text, NoteSignature signature) {
        byte[] inNote = signature.signature();
        if (!isValid(kind.signed(text, inNote), kind.proper(inNote))) {
            throw new Unproven("The signature of " + name + " is not under this text.");
        }
    }

    private boolean isValid(byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509.length + LENGTH)
                            .put(X509)
                            .put(bytes())
                            .array())));
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        byte[] key = ByteBuffer.allocate(1 + LENGTH)
                .put((byte) kind.code())
                .put(bytes())
                .array();
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Text.base64(key);
    }
}
