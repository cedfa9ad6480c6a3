package org.trm.events.types;

import java.util.Objects;
import java.util.UUID;

/** Identifies one informed consent within its case. */
public record ConsentId(UUID value) implements Id {
    public ConsentId {
        Objects.requireNonNull(value);
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
