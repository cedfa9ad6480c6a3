package org.trm.events.privacy;

import java.security.KeyPair;

/**
 * Where the keys are kept by which the mechanism signs, apart from what it signs. Its methods throw {@link KeysUnreachable}
 * when they cannot be reached.
 */
public interface SigningKeys {
    /**
     * The Ed25519 key for a purpose; made when it is first asked for.
     *
     * @param purpose in lower case letters, digits and hyphens
     */
    KeyPair signingKey(String purpose);

    /** Whether there is one for this purpose now. */
    boolean hasSigningKey(String purpose);
}
