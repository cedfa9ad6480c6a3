package org.trm.events.privacy;

import org.trm.events.types.CountryCode;

/**
 * A data key as it is kept for one country: encrypted to that country's key, and then again under the key of its case.
 * Whoever has only one of the two opens nothing.
 *
 * @param countryKeyId to which of the country's keys
 * @param wrapped for {@link KeyWraps}
 */
public record KeyWrap(DataKeyId key, CountryCode country, String countryKeyId, byte[] wrapped) {
    /** What both encryptions are bound to. */
    String context() {
        return key.text("trm/wrap/v1") + country + "\n" + countryKeyId + "\n";
    }
}
