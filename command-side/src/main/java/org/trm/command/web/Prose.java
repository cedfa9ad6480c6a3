package org.trm.command.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.IntPredicate;

/**
 * A long text of a body, such as an account: 1 to 20,000 characters, each of which can be read. It is personal data and
 * never prints itself.
 */
public record Prose(@JsonValue String value) {
    static final int LONGEST = 20_000;
    static final String FORM = "a text of 1 to 20,000 characters";

    /** @throws IllegalArgumentException saying what form it must have */
    public Prose {
        require(value, LONGEST, c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t', FORM);
    }

    static void require(String value, int longest, IntPredicate forbidden, String form) {
        if (value.codePoints().allMatch(Legible::isBlank)
                || value.length() > longest
                || value.codePoints().anyMatch(forbidden)) {
            throw new IllegalArgumentException("must be " + form);
        }
        value.codePoints().filter(c -> !Legible.is(c)).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException(String.format(
                    "must not hold the character U+%04X, which is not seen, or changes how others are read: leave it out, "
                            + "or type the text anew",
                    c));
        });
    }

    @Override
    public String toString() {
        return "…";
    }
}
