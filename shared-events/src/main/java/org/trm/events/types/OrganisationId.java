package org.trm.events.types;

import java.util.regex.Pattern;

/** An organisation by its code in the directory, such as {@code BG-NCCTHB}: the country, then the organisation. */
public record OrganisationId(String value) implements Code {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,20}");

    public OrganisationId {
        Code.matching(FORM, value, "an organisation code such as BG-NCCTHB");
    }

    public static OrganisationId of(String value) {
        return new OrganisationId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
