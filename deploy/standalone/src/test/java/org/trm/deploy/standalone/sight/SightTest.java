package org.trm.deploy.standalone.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.deploy.standalone.sight.Cell.Expected;

/**
 * What each country sees of each case, by what it is and was to it: live, of the past, and in every list and export
 * alike. Each line of the table is looked at in every way there is.
 */
class SightTest {
    /** Why | story | moment | who looks | what she sees then | looking back from the end | and by version, where that differs. */
    private static final String TABLE = """
            the holder sees its draft | discarded | drafted | BG | HOLDER BG ASSISTANCE CONFIRMED ROUTINE BG>RO:DRAFT | =
            a country to be asked sees nothing of a draft | discarded | drafted | RO | nothing | nothing
            the holder sees that it discarded its draft | discarded | discarded | BG | HOLDER BG ASSISTANCE CONFIRMED ROUTINE BG>RO:WITHDRAWN | =
            a discarded draft was never there for the country to be asked | discarded | discarded | RO | nothing | nothing

            an addressed country sees who is responsible, the minimal data set and its referral | declined | asked | RO | ADDRESSED BG TRANSFER_REQUESTED - ROUTINE BG>RO:SUBMITTED | FORMERLY_ADDRESSED - TRANSFER_REQUESTED - - BG>RO:SUBMITTED
            the holder sees all while it asks | declined | asked | BG | HOLDER BG TRANSFER_REQUESTED CONFIRMED ROUTINE BG>RO:SUBMITTED | =
            a country that is not asked sees nothing | declined | asked | DE | nothing | nothing
            a formerly addressed country sees its own referral up to its end | declined | declined | RO | FORMERLY_ADDRESSED - - - - BG>RO:DECLINED | =
            a formerly addressed country sees nothing of what came after | declined | goes on | RO | FORMERLY_ADDRESSED - - - - BG>RO:DECLINED | = | beyond
            the next country sees neither the first nor its answer | declined | goes on | DE | ADDRESSED BG TRANSFER_REQUESTED - URGENT BG>DE:SUBMITTED | =
            the holder sees both referrals | declined | goes on | BG | HOLDER BG TRANSFER_REQUESTED CONFIRMED URGENT BG>RO:DECLINED BG>DE:SUBMITTED | =
            a country that has nothing to do with the case sees nothing | declined | goes on | AL | nothing | nothing

            a country that will be asked again sees then what it saw then | asked twice | asked | RO | ADDRESSED BG TRANSFER_REQUESTED - ROUTINE BG>RO:SUBMITTED | =
            a country that declined sees its own referral up to its end | asked twice | declined | RO | FORMERLY_ADDRESSED - - - - BG>RO:DECLINED | =
            a country that declined does not see another being asked | asked twice | another asked | RO | FORMERLY_ADDRESSED - - - - BG>RO:DECLINED | =
            a country whose part is over sees no more of the past either | asked twice | another asked | DE | ADDRESSED BG TRANSFER_REQUESTED - URGENT BG>DE:SUBMITTED | FORMERLY_ADDRESSED - TRANSFER_REQUESTED - - BG>DE:SUBMITTED
            a country that declined does not see that it is to be asked again | asked twice | drafted again | RO | FORMERLY_ADDRESSED - - - - BG>RO:DECLINED | =
            the other does not see that the first is to be asked again | asked twice | drafted again | DE | FORMERLY_ADDRESSED - - - - BG>DE:DECLINED | = | beyond
            a country that is asked again sees the minimal data set as it is now | asked twice | asked again | RO | ADDRESSED BG TRANSFER_REQUESTED - URGENT BG>RO:DECLINED BG>RO:SUBMITTED | =
            the other does not see that the first is asked again | asked twice | asked again | DE | FORMERLY_ADDRESSED - - - - BG>DE:DECLINED | = | beyond

            a country that will forward sees what any addressed country sees | forwarded | asked | RO | ADDRESSED BG TRANSFER_REQUESTED - ROUTINE BG>RO:SUBMITTED | FORMERLY_ADDRESSED - TRANSFER_REQUESTED - - BG>RO:SUBMITTED
            a country sees that it forwarded, and not the draft that results | forwarded | forwarded | RO | FORMERLY_ADDRESSED - - - - BG>RO:FORWARDED | =
            the holder sees the draft that results | forwarded | forwarded | BG | HOLDER BG ASSISTANCE CONFIRMED ROUTINE BG>RO:FORWARDED BG>DE:DRAFT | =
            the proposed country sees nothing until it is asked | forwarded | forwarded | DE | nothing | nothing
            the proposed country sees its own referral alone | forwarded | proposed asked | DE | ADDRESSED BG TRANSFER_REQUESTED - ROUTINE BG>DE:SUBMITTED | =
            who forwarded does not see whether the proposed country is asked | forwarded | proposed asked | RO | FORMERLY_ADDRESSED - - - - BG>RO:FORWARDED | = | beyond

            who is asked to receive does not see who is asked for information | beside | both asked | RO | ADDRESSED BG TRANSFER_REQUESTED - ROUTINE BG>RO:SUBMITTED | =
            who is asked for information does not see who is asked to receive | beside | both asked | DE | ADDRESSED BG - - ROUTINE BG>DE:SUBMITTED | FORMERLY_ADDRESSED - - - - BG>DE:SUBMITTED
            who is asked for information sees who is responsible by now, and not by which referral | beside | handed over | DE | ADDRESSED RO - - ROUTINE BG>DE:SUBMITTED | FORMERLY_ADDRESSED - - - - BG>DE:SUBMITTED
            the new holder sees what its predecessor asked | beside | handed over | RO | HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER BG>DE:SUBMITTED | =
            the former holder sees both referrals that it sent | beside | handed over | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER BG>DE:SUBMITTED | =
            who has answered is not told more | beside | answered | DE | FORMERLY_ADDRESSED - - - - BG>DE:COMPLETED | =
            the former holder gets the answer that it asked for | beside | answered | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER BG>DE:COMPLETED | =

            a country that came to hold the case sees then what it saw as addressed | there and back | asked | RO | ADDRESSED BG TRANSFER_REQUESTED - ROUTINE BG>RO:SUBMITTED | =
            a holder sees all from the moment on at which it becomes responsible | there and back | handed over | RO | HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER | =
            a former holder sees to whom it handed the case over | there and back | handed over | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER | =
            a former holder sees nothing of what the next one finds | there and back | goes on | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER | =
            a former holder that is asked sees what any addressed country sees, beside what it knew | there and back | asked back | BG | ADDRESSED RO TRANSFER_REQUESTED CONFIRMED URGENT BG>RO:HANDED_OVER RO>BG:SUBMITTED | =
            a former holder that declines is a former holder again | there and back | declined back | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER RO>BG:DECLINED | =
            a holder that is one again sees everything | there and back | is back | BG | HOLDER BG MONITORING CONFIRMED URGENT BG>RO:HANDED_OVER RO>BG:DECLINED RO>BG:HANDED_OVER | =
            the second holder sees what was until it handed back | there and back | is back | RO | FORMER_HOLDER BG MONITORING CONFIRMED URGENT BG>RO:HANDED_OVER RO>BG:DECLINED RO>BG:HANDED_OVER | =
            the second holder does not see whom the first asks afterwards | there and back | goes on there | RO | FORMER_HOLDER BG MONITORING CONFIRMED URGENT BG>RO:HANDED_OVER RO>BG:DECLINED RO>BG:HANDED_OVER | = | beyond
            who is asked for information sees none of the transfers | there and back | goes on there | DE | ADDRESSED BG - - URGENT BG>DE:SUBMITTED | =

            a former holder that declined sees no more of when it was asked than a former holder does | not back | asked back | BG | ADDRESSED RO TRANSFER_REQUESTED CONFIRMED URGENT BG>RO:HANDED_OVER RO>BG:SUBMITTED | FORMER_HOLDER RO TRANSFER_REQUESTED CONFIRMED ROUTINE BG>RO:HANDED_OVER RO>BG:SUBMITTED
            a former holder that declined keeps what it knew, and its answer | not back | declined back | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER RO>BG:DECLINED | =
            a former holder that declined does not see who is asked instead | not back | goes on | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER RO>BG:DECLINED | = | beyond

            the first of three holders sees to whom it handed the case over | handed on | handed over | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER | =
            the first of three holders does not see whom the second asks | handed on | asked on | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER | = | beyond
            the third country sees its own referral alone while it is asked | handed on | asked on | DE | ADDRESSED RO TRANSFER_REQUESTED - ROUTINE RO>DE:SUBMITTED | =
            the first of three holders does not see who holds the case now | handed on | handed on | BG | FORMER_HOLDER RO MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER | = | beyond
            the second of three holders sees to whom it handed the case over | handed on | handed on | RO | FORMER_HOLDER DE MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER RO>DE:HANDED_OVER | =
            the third of three holders sees both transfers | handed on | handed on | DE | HOLDER DE MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER RO>DE:HANDED_OVER | =
            the second of three holders does not see what the third finds | handed on | goes on | RO | FORMER_HOLDER DE MONITORING CONFIRMED ROUTINE BG>RO:HANDED_OVER RO>DE:HANDED_OVER | = | beyond
            the third of three holders goes on alone | handed on | goes on | DE | HOLDER DE MONITORING CONFIRMED URGENT BG>RO:HANDED_OVER RO>DE:HANDED_OVER | =
            """;

    private static final List<Cell> CELLS =
            TABLE.lines().filter(line -> !line.isBlank()).map(Cell::of).toList();

    private static Looking looking;

    @BeforeAll
    static void tell() {
        looking = Looking.at(Tellings.ALL);
    }

    @AfterAll
    static void close() {
        looking.close();
    }

    @TestFactory
    Stream<DynamicTest> live() {
        return CELLS.stream()
                .flatMap(cell -> Stream.of(Question.values())
                        .map(question -> test(cell, question, "live", cell.live(), looking.live(cell))));
    }

    @TestFactory
    Stream<DynamicTest> as_of_an_instant() {
        return CELLS.stream()
                .flatMap(cell -> Stream.of(Question.values())
                        .filter(Question::ofThePast)
                        .map(question ->
                                test(cell, question, "as of the instant", cell.back(), looking.byInstant(cell))));
    }

    @TestFactory
    Stream<DynamicTest> as_of_a_version() {
        return CELLS.stream()
                .flatMap(cell -> Stream.of(Question.values())
                        .filter(Question::byVersion)
                        .map(question -> test(
                                cell, question, "as of the version", cell.backByVersion(), looking.byVersion(cell))));
    }

    private static DynamicTest test(Cell cell, Question question, String when, Expected expected, Looking.Glance at) {
        return DynamicTest.dynamicTest(
                cell + ", " + when + ": " + question, () -> question.check(at, cell.reader(), expected));
    }

    @Test
    void every_moment_of_every_story_is_looked_at_by_some_country() {
        assertThat(CELLS.stream().map(cell -> cell.story() + ", " + cell.at()).toList())
                .containsAll(looking.moments());
    }

    @Test
    void every_relation_is_looked_at() {
        assertThat(CELLS.stream().map(cell -> cell.live().relation()).distinct().toList())
                .containsExactlyInAnyOrder("HOLDER", "FORMER_HOLDER", "ADDRESSED", "FORMERLY_ADDRESSED", "nothing");
    }

    @Test
    void a_country_that_no_referral_names_sees_nothing() {
        for (Cell cell : CELLS) {
            Stream.of(BG, RO, DE, AL)
                    .filter(country -> cell.live().relation().equals("HOLDER"))
                    .filter(country -> cell.live().referrals().stream().noneMatch(r -> r.contains(country.value())))
                    .forEach(country -> Stream.of(Question.values())
                            .forEach(question -> question.check(looking.live(cell), country, Expected.NOTHING)));
        }
    }
}
