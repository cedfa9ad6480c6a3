package org.trm.events.types;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A language by ISO 639-2/T: three lower-case letters, such as {@code ron}. */
public record LanguageCode(String value) implements Code {
    /** Languages spoken by the people served that have no two-letter code, so that the JDK does not list them. */
    private static final Set<String> ONLY_THREE_LETTERS =
            Set.of("ber", "kab", "mis", "mul", "rom", "sgn", "syr", "und");

    private static final Set<String> KNOWN = known();

    public LanguageCode {
        if (value == null || !KNOWN.contains(value)) {
            throw new IllegalArgumentException("must be an ISO 639-2/T language code such as ron");
        }
    }

    @Override
    public String toString() {
        return value;
    }

    private static Set<String> known() {
        Set<String> codes = new HashSet<>(ONLY_THREE_LETTERS);
        for (String twoLetters : Locale.getISOLanguages()) {
            codes.add(new Locale(twoLetters).getISO3Language());
        }
        return Set.copyOf(codes);
    }
}
