package org.trm.events.types;

import java.util.Objects;
import java.util.UUID;

/** A member of staff by a pseudonymous id of her organisation; who that is, only the organisation can say. */
public record StaffId(UUID value) implements Id {
    public StaffId {
        Objects.requireNonNull(value);
    }

    public static StaffId of(String text) {
        return new StaffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
