package org.trm.events.types;

import java.util.regex.Pattern;

/**
 * What people call a case: the opening country and check-digited Crockford Base32 of the id's random bits, such as
 * {@code BG-7K3M-9QXZ-4}. Without a counter it tells nobody how many cases a country has.
 */
public record CaseReference(String value) implements Code {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK_ALPHABET = ALPHABET + "*~$=U";
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]");

    public CaseReference {
        Code.matching(FORM, value, "a case reference such as BG-7K3M-9QXZ-4");
    }

    /** Forty bits of the id's random part, and Crockford's check symbol: the value modulo 37. */
    public static CaseReference of(CountryCode country, CaseId id) {
        long bits = id.value().getLeastSignificantBits() & 0xFF_FFFF_FFFFL;
        StringBuilder text = new StringBuilder(country.value()).append('-');
        for (int digit = 7; digit >= 0; digit--) {
            text.append(ALPHABET.charAt((int) (bits >>> (5 * digit)) & 31));
            if (digit == 4 || digit == 0) {
                text.append('-');
            }
        }
        return new CaseReference(
                text.append(CHECK_ALPHABET.charAt((int) (bits % 37))).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
