package org.trm.events.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** A key of AES-256-GCM: nonce of 12 random bytes, ciphertext, tag of 16 bytes. It never prints itself. */
public final class SecretKey {
    private static final int BYTES = 32;
    private static final AesGcmParameters PARAMETERS = parameters();

    private final SecretBytes bytes;
    private final Aead cipher;

    private SecretKey(SecretBytes bytes) {
        this.bytes = bytes;
        try {
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(PARAMETERS)
                    .setKeyBytes(bytes)
                    .build();
            this.cipher = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of 32 bytes", e);
        }
    }

    public static SecretKey of(byte[] bytes) {
        return new SecretKey(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()));
    }

    /** A new one, of the platform's strong random numbers. */
    public static SecretKey fresh() {
        return new SecretKey(SecretBytes.randomBytes(BYTES));
    }

    public byte[] bytes() {
        return bytes.toByteArray(InsecureSecretKeyAccess.get());
    }

    /** @param context to which the ciphertext is bound, and without which it does not open */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return cipher.encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** @throws Tampered when this key did not encrypt it for this context */
    public byte[] decrypt(byte[] encrypted, String context) {
        try {
            return cipher.decrypt(encrypted, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Tampered("not encrypted by this key for this context");
        }
    }

    private static AesGcmParameters parameters() {
        try {
            AeadConfig.register();
            return AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
