package org.trm.events.types;

import java.util.Objects;
import java.util.UUID;

/** Identifies one case for its whole life, in whichever country it is held. */
public record CaseId(UUID value) implements Id {
    public CaseId {
        Objects.requireNonNull(value);
    }

    /** @throws IllegalArgumentException when the text is not a UUID */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
