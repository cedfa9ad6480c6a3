package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The recipient's side of HPKE in base mode (RFC 9180) with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-GCM, for private
 * keys that do nothing but ECDH: {@code Decap} of section 4.1, {@code KeySchedule} and {@code Open} of sections 5.1 and 5.2.
 * The library has it only for keys whose bytes it is given.
 *
 * @param aead its number in section 7.3
 * @param keyBytes how long its key is
 */
record Hpke(int aead, int keyBytes) {
    static final Hpke AES_256_GCM = new Hpke(2, 32);

    private static final int KEM = 0x0010;
    private static final int KDF = 0x0001;
    private static final int POINT_BYTES = 65;
    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] NOTHING = {};

    /** What the holder of the private key does: the x-coordinate of its product with a point of another. */
    interface Agreement {
        /** @param point uncompressed (SEC 1); whoever implements this refuses one that is not on the curve */
        byte[] with(byte[] point) throws GeneralSecurityException;
    }

    /**
     * Opens a single message.
     *
     * @param message the sender's point and the ciphertext
     * @param recipient the recipient's public key as a point
     * @throws GeneralSecurityException when it was not sealed to this key with this information and these data
     */
    byte[] open(byte[] message, Agreement key, byte[] recipient, byte[] info, byte[] data)
            throws GeneralSecurityException {
        if (message.length < POINT_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        byte[] sender = Arrays.copyOf(message, POINT_BYTES);
        byte[] kem = joined("KEM".getBytes(US_ASCII), twoBytes(KEM));
        byte[] extracted = extract(kem, NOTHING, "eae_prk", key.with(sender));
        byte[] shared = expand(kem, extracted, "shared_secret", joined(sender, recipient), SECRET_BYTES);

        byte[] suite = joined("HPKE".getBytes(US_ASCII), twoBytes(KEM), twoBytes(KDF), twoBytes(aead));
        byte[] context = joined(
                new byte[] {0},
                extract(suite, NOTHING, "psk_id_hash", NOTHING),
                extract(suite, NOTHING, "info_hash", info));
        byte[] secret = extract(suite, shared, "secret", NOTHING);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(expand(suite, secret, "key", context, keyBytes), "AES"),
                new GCMParameterSpec(TAG_BITS, expand(suite, secret, "base_nonce", context, NONCE_BYTES)));
        cipher.updateAAD(data);
        return cipher.doFinal(message, POINT_BYTES, message.length - POINT_BYTES);
    }

    /** LabeledExtract of section 4. */
    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] material)
            throws GeneralSecurityException {
        byte[] labeled = joined("HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), material);
        return hmac(salt.length == 0 ? new byte[SECRET_BYTES] : salt, labeled);
    }

    /** LabeledExpand of section 4; nothing here needs more than one block. */
    private static byte[] expand(byte[] suite, byte[] secret, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] labeled = joined(
                twoBytes(length), "HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), info, new byte[] {1});
        return Arrays.copyOf(hmac(secret, labeled), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] twoBytes(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
