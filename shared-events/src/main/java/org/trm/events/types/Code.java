package org.trm.events.types;

import java.util.regex.Pattern;

/** A short machine-readable code with a closed form: never free text, never about a person. Prints as its value. */
public interface Code {
    String value();

    /** @throws IllegalArgumentException naming the expected form when {@code value} does not have it */
    static String matching(Pattern form, String value, String expected) {
        if (value == null || !form.matcher(value).matches()) {
            throw new IllegalArgumentException("must be " + expected);
        }
        return value;
    }
}
