package org.trm.events.types;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A country by ISO 3166-1 alpha-2, and {@code XK}, the user-assigned code by which the region names Kosovo. */
public record CountryCode(String value) implements Code, Comparable<CountryCode> {
    private static final Set<String> KNOWN = known();

    public CountryCode {
        if (value == null || !KNOWN.contains(value)) {
            throw new IllegalArgumentException("must be an ISO 3166-1 alpha-2 country code such as RO");
        }
    }

    public static CountryCode of(String value) {
        return new CountryCode(value);
    }

    /** The country's English name, for sentences that people read. */
    public String displayName() {
        return switch (value) {
            case "TR" -> "Türkiye";
            case "XK" -> "Kosovo";
            default -> new Locale("", value).getDisplayCountry(Locale.ENGLISH).replace("&", "and");
        };
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Set<String> known() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK");
        return Set.copyOf(codes);
    }
}
