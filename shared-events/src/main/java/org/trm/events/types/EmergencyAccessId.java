package org.trm.events.types;

import java.util.Objects;
import java.util.UUID;

/** Identifies one emergency access within its case. */
public record EmergencyAccessId(UUID value) implements Id {
    public EmergencyAccessId {
        Objects.requireNonNull(value);
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static EmergencyAccessId of(String text) {
        return new EmergencyAccessId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
