package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature under a note.
 *
 * @param name of who signed
 * @param blob Base64 of the four bytes that tell keys of one name apart, and of the signature
 */
public record NoteSignature(String name, String blob) {
    private static final String DASH = "\u2014 ";

    /** @throws Malformed when a name or a signature cannot look so */
    public NoteSignature {
        VerifierKey.mustBeName(name);
        if (Text.fromBase64(blob, "A signature").length <= Integer.BYTES) {
            throw new Malformed("A signature is too short.");
        }
    }

    static NoteSignature of(VerifierKey key, byte[] signature) {
        byte[] blob = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), Text.base64(blob));
    }

    /** @throws Malformed unless {@code line} is one, without its line feed */
    static NoteSignature parse(String line) {
        String[] words = line.split(" ", -1);
        if (!line.startsWith(DASH) || words.length != 3) {
            throw new Malformed(
                    "A line of a signed note is no signature: it must be a dash (U+2014), a name and Base64.");
        }
        return new NoteSignature(words[1], words[2]);
    }

    private byte[] bytes() {
        return Text.fromBase64(blob, "A signature");
    }

    int keyId() {
        return ByteBuffer.wrap(bytes()).getInt();
    }

    byte[] signature() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    /** As it stands in a note, without its line feed. */
    @Override
    public String toString() {
        return DASH + name + " " + blob;
    }
}
