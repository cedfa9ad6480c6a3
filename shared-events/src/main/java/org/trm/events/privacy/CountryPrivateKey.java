package org.trm.events.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import org.trm.events.types.CountryCode;

/** A country's key as a whole, for a store that keeps it here. It never prints itself. */
public final class CountryPrivateKey {
    private final CountryKey open;
    private final HpkePrivateKey key;
    private final HybridDecrypt cipher;

    private CountryPrivateKey(CountryCode country, String id, HpkePrivateKey key) throws GeneralSecurityException {
        this.open = new CountryKey(country, id, key.getPublicKey().getPublicKeyBytes());
        this.key = key;
        this.cipher = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    }

    public static CountryPrivateKey fresh(CountryCode country, String id) {
        try {
            KeysetHandle made = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(CountryKey.X25519)
                            .withRandomId()
                            .makePrimary())
                    .build();
            return new CountryPrivateKey(
                    country, id, (HpkePrivateKey) made.getPrimary().getKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has X25519", e);
        }
    }

    /** @param bytes as {@link #bytes()} gave them */
    public static CountryPrivateKey of(CountryKey open, byte[] bytes) {
        try {
            SecretBytes secret = SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get());
            return new CountryPrivateKey(
                    open.country(),
                    open.id(),
                    HpkePrivateKey.create(HpkePublicKey.create(CountryKey.X25519, open.publicKey(), null), secret));
        } catch (GeneralSecurityException e) {
            throw new Tampered("the private key of " + open.id() + " does not belong to its public key");
        }
    }

    public CountryKey open() {
        return open;
    }

    public byte[] bytes() {
        return key.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
    }

    /** @throws Tampered when it was not encrypted to this key for this context */
    public byte[] decrypt(byte[] encrypted, String context) {
        try {
            return cipher.decrypt(encrypted, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Tampered("not encrypted to " + open.id() + " for this context");
        }
    }
}
