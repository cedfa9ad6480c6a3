package org.trm.events.types;

import java.util.regex.Pattern;

/** A regional network of coordinators by its code, such as {@code SEE}. */
public record NetworkId(String value) implements Code {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{1,19}");

    public NetworkId {
        Code.matching(FORM, value, "a network code such as SEE");
    }

    @Override
    public String toString() {
        return value;
    }
}
