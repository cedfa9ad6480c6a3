package org.trm.events.types;

import java.util.Set;

/** A citizenship: a country, or one of the codes of ICAO Doc 9303 for stateless persons, refugees and the unknown. */
public record CitizenshipCode(String value) implements Code {
    private static final Set<String> WITHOUT_COUNTRY = Set.of("XXA", "XXB", "XXC", "XXX");

    public CitizenshipCode {
        if (value == null || !WITHOUT_COUNTRY.contains(value)) {
            value = new CountryCode(value).value();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
