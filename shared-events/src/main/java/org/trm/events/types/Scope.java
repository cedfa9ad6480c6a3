package org.trm.events.types;

import java.util.Objects;
import org.trm.events.types.PersonalField.Reach;

/** What one key opens, and what a country is entitled to or not: the fields of one class that may go equally far. */
public record Scope(DataClass dataClass, Reach reach) {
    public Scope {
        Objects.requireNonNull(dataClass);
        Objects.requireNonNull(reach);
    }

    public static Scope of(PersonalField field) {
        return new Scope(field.dataClass(), field.reach());
    }

    /** As it is bound into ciphertexts: {@code B}; {@code C-custody}; {@code E-own}. */
    @Override
    public String toString() {
        return switch (reach) {
            case AFTER_READY -> dataClass.name();
            case AFTER_CUSTODY -> dataClass + "-custody";
            case NEVER -> dataClass + "-own";
        };
    }
}
