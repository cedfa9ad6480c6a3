package org.trm.events.types;

import java.util.Objects;
import java.util.UUID;

/** Identifies one referral within its case. */
public record ReferralId(UUID value) implements Id {
    public ReferralId {
        Objects.requireNonNull(value);
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static ReferralId of(String text) {
        return new ReferralId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
