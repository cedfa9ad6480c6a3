package org.trm.command.web;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A short text of a body, such as a name: one line, 1 to 200 characters, each of which can be read. It is personal data and
 * never prints itself.
 */
public record Line(@JsonValue String value) {
    static final int LONGEST = 200;
    static final String FORM = "a text of 1 to " + LONGEST + " characters in one line";

    /** @throws IllegalArgumentException saying what form it must have */
    public Line {
        Prose.require(value, LONGEST, c -> Character.isISOControl(c) || Legible.endsLine(c), FORM);
    }

    @Override
    public String toString() {
        return "…";
    }
}
