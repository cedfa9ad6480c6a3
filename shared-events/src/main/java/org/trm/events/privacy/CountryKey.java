package org.trm.events.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;
import org.trm.events.types.CountryCode;

/**
 * The public half of a country's key, to which data keys are wrapped: HPKE in base mode, DHKEM(X25519, HKDF-SHA256) or,
 * for keys in a device, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180). The private half stays with whoever
 * keeps it for the country.
 *
 * @param id one of the country's keys: country, number, and the beginning of the SHA-256 hash of the public key; the one
 *     with the highest number is in use
 */
public record CountryKey(CountryCode country, String id, Bytes publicKey) {
    /** Of keys that are kept in files; devices have the other curve. */
    static final HpkeParameters X25519 = parameters(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256);

    private static final HpkeParameters P256 = parameters(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256);
    private static final int POINT_OF_X25519_BYTES = 32;

    byte[] encrypt(byte[] plain, String context) {
        try {
            HpkePublicKey key =
                    HpkePublicKey.create(publicKey.size() == POINT_OF_X25519_BYTES ? X25519 : P256, publicKey, null);
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a public key: " + id, e);
        }
    }

    private static HpkeParameters parameters(HpkeParameters.KemId curve) {
        try {
            HybridConfig.register();
            return HpkeParameters.builder()
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .setKemId(curve)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
