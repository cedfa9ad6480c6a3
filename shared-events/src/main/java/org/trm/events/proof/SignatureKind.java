package org.trm.events.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a key of a signed note is for, and what of the note it signs. */
public enum SignatureKind {
    /** Ed25519 over the text (C2SP signed-note). */
    LOG(0x01) {
        @Override
        byte[] signed(String text, byte[] signature) {
            return Text.bytes(text, "The text");
        }
    },

    /** Ed25519 over the text and the time at which a witness saw it (C2SP tlog-cosignature). */
    WITNESS(0x04) {
        @Override
        byte[] signed(String text, byte[] signature) {
            return Text.bytes("cosignature/v1\ntime " + time(signature) + "\n" + text, "The text");
        }
    };

    /** Of an Ed25519 signature, in bytes. */
    private static final int SIGNATURE = 64;

    private final int code;

    SignatureKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @throws Malformed when we know no such kind */
    static SignatureKind of(int code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code == code)
                .findFirst()
                .orElseThrow(() -> new Malformed("A key of kind " + code
                        + " is unknown here: 1 (Ed25519) and 4 (a witness's" + " Ed25519) are known."));
    }

    /**
     * What such a key signs.
     *
     * @param signature how it stands in the note, or as much of it as comes before the signature proper
     */
    abstract byte[] signed(String text, byte[] signature);

    /** The signature proper: the last bytes of what stands in the note. */
    byte[] proper(byte[] signature) {
        int head = this == WITNESS ? Long.BYTES : 0;
        if (signature.length != head + SIGNATURE) {
            throw new Unproven(
                    "A signature of this kind has " + (head + SIGNATURE) + " bytes, not " + signature.length + ".");
        }
        return Arrays.copyOfRange(signature, head, signature.length);
    }

    /** In seconds since 1970, at which a witness saw what it signed. */
    static long time(byte[] signature) {
        long time =
                signature.length < Long.BYTES ? -1 : ByteBuffer.wrap(signature).getLong();
        if (time < 0) {
            throw new Unproven("A cosignature does not say when it was made.");
        }
        return time;
    }
}
