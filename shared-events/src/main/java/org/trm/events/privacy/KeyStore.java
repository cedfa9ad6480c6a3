package org.trm.events.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/**
 * Where keys are kept, apart from the events and their backups: the countries' keys, and for each case the key that can be
 * destroyed. Its methods throw {@link KeysUnreachable} when they cannot be reached.
 */
public interface KeyStore {
    /** The key to which data keys for a country are wrapped now; made when it is first asked for. */
    CountryKey keyOf(CountryCode country);

    /** Whether the country has a key now. */
    boolean hasKeyOf(CountryCode country);

    /**
     * Decrypts what was encrypted to a country's key.
     *
     * @param keyId one that the country has or had
     * @throws Tampered when it was not
     */
    byte[] decrypt(CountryCode country, String keyId, byte[] encrypted, String context);

    /**
     * Encrypts under the key of a case, which is made when it is first asked for.
     *
     * @throws Shredded when it has been destroyed
     */
    byte[] lock(CaseId caseId, byte[] plain, String context);

    /**
     * Decrypts what was encrypted under the key of a case.
     *
     * @throws Shredded when it has been destroyed
     * @throws Tampered when it was not
     */
    byte[] unlock(CaseId caseId, byte[] locked, String context);

    /** Whether there is a key of this case now. */
    boolean hasKeyOf(CaseId caseId);

    /**
     * HMAC-SHA-256 of a message: who has not this store cannot tell by it what the message was, however few there could be.
     *
     * @param purpose for which it has a key of its own
     */
    byte[] mac(String purpose, byte[] message);

    /** Whether there is a key for this purpose now; {@link #mac} makes one where there is none. */
    boolean hasMacKey(String purpose);

    /**
     * Destroys the key of a case for good. When this returns it is noted where no backup of keys or events reaches, so that
     * a backup that is put back brings nothing back.
     */
    void shred(CaseId caseId, Instant at);

    /** When the key of a case was destroyed; empty when it was not. */
    Optional<Instant> shredded(CaseId caseId);

    /** All cases whose keys were destroyed, and when, as it is noted where no backup reaches. */
    Map<CaseId, Instant> shredded();
}
