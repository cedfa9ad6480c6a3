package org.trm.deploy.standalone.sight;

import java.util.Arrays;
import java.util.List;
import org.trm.events.types.CountryCode;

/**
 * What one country sees of one case.
 *
 * @param sentence why
 * @param at when it looks: while this is the latest moment, or later, back at it
 * @param live what it sees while it is the latest moment
 * @param back what it sees from the end of the story, asking for what was then
 * @param backByVersion the same, asking by the version of the case: who is not told that the case came so far sees nothing
 */
record Cell(
        String sentence,
        String story,
        String at,
        CountryCode reader,
        Expected live,
        Expected back,
        Expected backByVersion) {

    /**
     * What is seen: relation, responsible country, stage, identification, urgency and referrals; a dash for what is
     * withheld. {@code nothing} stands for a case that is as if it were not, {@code beyond} for a version of which she is not
     * told: it is as if the case had never come so far.
     */
    record Expected(
            String relation,
            String responsible,
            String stage,
            String identification,
            String urgency,
            List<String> referrals) {
        static final Expected NOTHING = new Expected("nothing", null, null, null, null, List.of());

        static final Expected BEYOND = new Expected("beyond", null, null, null, null, List.of());

        private static Expected of(String text) {
            if (text.equals("nothing")) {
                return NOTHING;
            }
            if (text.equals("beyond")) {
                return BEYOND;
            }
            String[] words = text.split(" +");
            return new Expected(
                    words[0],
                    words[1],
                    words[2],
                    words[3],
                    words[4],
                    Arrays.asList(words).subList(5, words.length));
        }

        boolean isNothing() {
            return this == NOTHING || isBeyond();
        }

        boolean isBeyond() {
            return this == BEYOND;
        }

        /** Of the referrals those that go to or come from the country. */
        List<String> referralsOf(CountryCode country) {
            return referrals.stream()
                    .filter(referral -> referral.startsWith(country + ">") || referral.contains(">" + country + ":"))
                    .toList();
        }
    }

    /** A line of the table: the columns of this record, of which the last may be left out; {@code =} says "the same". */
    static Cell of(String line) {
        String[] columns = line.split("\\|");
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i].strip();
        }
        Expected live = Expected.of(columns[4]);
        Expected back = columns[5].equals("=") ? live : Expected.of(columns[5]);
        Expected byVersion = columns.length > 6 ? Expected.of(columns[6]) : back;
        return new Cell(columns[0], columns[1], columns[2], CountryCode.of(columns[3]), live, back, byVersion);
    }

    @Override
    public String toString() {
        return sentence + " (" + story + ", " + at + ", " + reader + ")";
    }
}
