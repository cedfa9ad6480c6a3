package org.trm.command.duplicates;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trm.events.types.CountryCode;

/** Makes one text of what was written differently: case, marks, script, order and what stands between letters. */
final class Spelling {
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    /** Marks go first where a letter is one without them in its own script too, as й and ό are; vowels of others stay. */
    private static final Transliterator TO_LATIN = Transliterator.getInstance(
            "NFD; [\\u0300-\\u036F] Remove; NFC; Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower");

    /** They stand within a name where another spelling has nothing: {@code O'Brien}, {@code Olʹga}. */
    private static final Pattern WITHIN = Pattern.compile("['`\\p{Lm}\\p{Sk}]");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Spelling() {}

    /** The parts of names, in an order that does not depend on how they were given; none when nothing is left of them. */
    static List<String> parts(String... names) {
        return Arrays.stream(names)
                .map(Spelling::latin)
                .flatMap(name -> Stream.of(BETWEEN.split(name)))
                .filter(part -> !part.isEmpty())
                .sorted()
                .toList();
    }

    /** A number of a paper, which may be written in groups. */
    static String number(String number) {
        return BETWEEN.matcher(latin(number)).replaceAll("");
    }

    /**
     * A telephone number as ITU-T E.164 writes it, such as {@code +359881234567}; empty for what is none.
     *
     * @param in from where one calls by a number that names no country
     */
    static Optional<String> phone(String number, CountryCode in) {
        try {
            return Optional.of(PHONES.parse(number, in.value()))
                    .filter(PHONES::isPossibleNumber)
                    .map(phone -> PHONES.format(phone, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String latin(String text) {
        return WITHIN.matcher(TO_LATIN.transliterate(CASEFOLD.normalize(text))).replaceAll("");
    }
}
