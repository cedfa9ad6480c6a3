package org.trm.events.types;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people call a case: the opening country and check-digited Crockford Base32 of the id's random bits, such as
 * {@code BG-7K3M-9QXZ-4T2V-J}. Without a counter it tells nobody how many cases a country has. The first ones that were
 * given have two groups, such as {@code BG-7K3M-9QXZ-W}, and keep them.
 */
public record CaseReference(String value) implements Code {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK_ALPHABET = ALPHABET + "*~$=U";
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[0-9A-Z]{4}){2,3}-[0-9A-Z*~$=]");
    private static final String EXPECTED = "a case reference such as BG-7K3M-9QXZ-4T2V-J";
    private static final int GROUP = 4;
    private static final int GROUPS = 3;

    /** Of a million cases two would soon have the same forty bits; sixty they hardly ever have. */
    private static final long BITS = (1L << 5 * GROUP * GROUPS) - 1;

    public CaseReference {
        Code.matching(FORM, value, EXPECTED);
    }

    /** Sixty bits of the id's random part, and Crockford's check symbol: the value modulo 37. */
    public static CaseReference of(CountryCode country, CaseId id) {
        long bits = id.value().getLeastSignificantBits() & BITS;
        StringBuilder text = new StringBuilder(country.value());
        for (int digit = GROUP * GROUPS - 1; digit >= 0; digit--) {
            text.append(digit % GROUP == GROUP - 1 ? "-" : "");
            text.append(ALPHABET.charAt((int) (bits >>> (5 * digit)) & 31));
        }
        return new CaseReference(text.append('-').append(check(bits)).toString());
    }

    /**
     * As somebody wrote it down; small letters mean capital ones.
     *
     * @throws IllegalArgumentException when the text is no reference, or the check character says that it is misspelt
     */
    public static CaseReference of(String written) {
        CaseReference reference = new CaseReference(written.toUpperCase(Locale.ROOT));
        if (!reference.isSpeltRight()) {
            throw new IllegalArgumentException("must be " + EXPECTED + ": a character of this one is wrong");
        }
        return reference;
    }

    private boolean isSpeltRight() {
        long bits = 0;
        String digits = value.substring(2, value.length() - 2).replace("-", "");
        for (char digit : digits.toCharArray()) {
            int five = ALPHABET.indexOf(digit);
            if (five < 0) {
                return false;
            }
            bits = bits << 5 | five;
        }
        return value.charAt(value.length() - 1) == check(bits);
    }

    private static char check(long bits) {
        return CHECK_ALPHABET.charAt((int) (bits % CHECK_ALPHABET.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
