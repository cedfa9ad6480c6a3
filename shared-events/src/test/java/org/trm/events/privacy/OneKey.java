package org.trm.events.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/** Has one key, for one purpose. */
public record OneKey(String purpose, byte[] key) implements KeyStore {
    @Override
    public boolean hasMacKey(String asked) {
        return asked.equals(purpose);
    }

    @Override
    public byte[] mac(String asked, byte[] message) {
        assertThat(asked).isEqualTo(purpose);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CountryKey keyOf(CountryCode country) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasKeyOf(CountryCode country) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] decrypt(CountryCode country, String keyId, byte[] encrypted, String context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] lock(CaseId caseId, byte[] plain, String context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] unlock(CaseId caseId, byte[] locked, String context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasKeyOf(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shred(CaseId caseId, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> shredded(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<CaseId, Instant> shredded() {
        throw new UnsupportedOperationException();
    }
}
