package org.trm.command.web;

import java.util.regex.Pattern;
import org.trm.events.types.Code;

/** Where an act on a case is done. */
public record ActAddress(String value) implements Code {
    private static final Pattern FORM = Pattern.compile("/api/cases/[0-9a-f-]{36}(/[a-z-]{1,40}|/[0-9a-f-]{36}){1,4}");

    public ActAddress {
        Code.matching(FORM, value, "the address of an act on this case, as it is told when no act is named");
    }

    @Override
    public String toString() {
        return value;
    }
}
