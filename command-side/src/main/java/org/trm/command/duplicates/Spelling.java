package org.trm.command.duplicates;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trm.events.types.CountryCode;

/** Makes one text of what was written differently: case, marks, script, order and what stands between letters. */
final class Spelling {
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    /** Marks go first where a letter is one without them in its own script too, as й and ό are; vowels of others stay. */
    private static final String UNMARKED = "::NFD; ::[\\u0300-\\u036F] Remove; ::NFC;\n";

    private static final String LATIN = "::Any-Latin; ::NFD; ::[:M:] Remove; ::Latin-ASCII; ::Lower;\n"
            // They stand within a name where another spelling has nothing: O'Brien, Olʹga.
            + "::['`[:Lm:][:Sk:]] Remove;\n";

    private static final Transliterator TO_LATIN = byRules("trm-latin", UNMARKED + LATIN);

    /**
     * What one name may look like in the passports of several countries, and with a letter that a keyboard has not, becomes
     * one text. Many letters become one, and no letter becomes several texts: a name has one skeleton.
     */
    private static final Transliterator TO_SKELETON = byRules("trm-skeleton", """
            # As passports have them; of these letters the transliteration of ICU keeps too little.
            ѓ > gj; ќ > kj; љ > lj; њ > nj; ђ > dj; џ > dzh; ж > zh; х > kh; ц > ts; ч > ch; ш > sh; щ > sht;
            ьо > yo; ю > yu; я > ya; є > ye; ъ > a; šč > sht;
            """ + UNMARKED + """
            # As they are spoken.
            β > v; η > i; αυ > av; ευ > ev;
            """ + LATIN + """
            # Several letters that are one sound; the longer ones first.
            schtsch > st; shch > st; szcz > st; sch > s; sh > s; sz > s;
            tsch > c; tch > c; ch > c; cz > c; ts > c; tz > c;
            [^[:L:]] { dj > d; dzh > d; dz > d; xh > d;
            zh > z; kh > g; gh > g; ph > f; th > t;
            ::Null;
            # Ukraine writes г as h, Moldova к as c.
            y > i; j > i; w > v; k > c; q > c; x > cs; h > g;
            ::Null;
            i+ e > e; ae > a; oe > o; ue > u; ou > u;
            """);

    private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1+");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Spelling() {}

    /** The parts of names, in an order that does not depend on how they were given; none when nothing is left of them. */
    static List<String> parts(String... names) {
        return parts(Spelling::latin, names);
    }

    private static List<String> parts(UnaryOperator<String> made, String... names) {
        return Arrays.stream(names)
                .map(made)
                .flatMap(name -> Stream.of(BETWEEN.split(name)))
                .filter(part -> !part.isEmpty())
                .sorted()
                .toList();
    }

    /**
     * The same, where each part is its skeleton: equal for spellings that follow different conventions, such as {@code
     * Юлия}, {@code Yulia} and {@code Iuliia}, and at times for the names of two people.
     */
    static List<String> skeletons(String... names) {
        return parts(Spelling::skeleton, names);
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

    private static String skeleton(String text) {
        return DOUBLED.matcher(TO_SKELETON.transliterate(CASEFOLD.normalize(text)))
                .replaceAll("$1");
    }

    private static Transliterator byRules(String id, String rules) {
        return Transliterator.createFromRules(id, rules, Transliterator.FORWARD);
    }

    private static String latin(String text) {
        return TO_LATIN.transliterate(CASEFOLD.normalize(text));
    }
}
