package org.trm.events.types;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Personal data, encrypted where it entered and readable only with a key that is kept elsewhere and can be destroyed. It
 * is bound to its case, field, key and act: moved anywhere else it does not open.
 *
 * @param act by which it was recorded; null in what was sealed before acts were bound, by form 1
 * @param epoch of the key: a new one begins whenever a country must no longer read what comes after
 * @param dataClass whose key it is
 * @param ciphertext nonce, ciphertext and tag of AES-256-GCM, as base64url without padding (RFC 4648 section 5); null once it
 *     was taken out, when nobody could open it any more
 */
public record Sealed(
        CaseId caseId,
        int epoch,
        DataClass dataClass,
        PersonalField field,
        @Optional UUID act,
        @Optional String ciphertext) {
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");

    public Sealed {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(dataClass);
        Objects.requireNonNull(field);
        if (epoch < 1 || ciphertext != null && !BASE64URL.matcher(ciphertext).matches()) {
            throw new IllegalArgumentException("not a sealed value");
        }
    }

    /** The same without what was encrypted: that it was recorded, and of which field, is left. */
    public Sealed redacted() {
        return new Sealed(caseId, epoch, dataClass, field, act, null);
    }

    /** Without the ciphertext, which is long and says nothing. */
    @Override
    public String toString() {
        return "Sealed[" + caseId + " " + dataClass + epoch + " " + field + "]";
    }
}
