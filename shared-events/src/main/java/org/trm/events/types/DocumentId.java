package org.trm.events.types;

import java.util.Objects;
import java.util.UUID;

/** Identifies one attached document within its case. */
public record DocumentId(UUID value) implements Id {
    public DocumentId {
        Objects.requireNonNull(value);
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
